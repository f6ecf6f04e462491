import { z } from "zod";
import { writeWorkbook } from "../../../../platform/documents/workbook.ts";
import { RefusalError } from "../../../../shared/refusal-error.ts";
import { districtsOf, mayMember } from "../../../directory/member.ts";
import { nounsOf } from "../../../directory/nouns.ts";
import type { Context, PersonContext } from "../../../engine/context.ts";
import { type FilePlace, filePlaces } from "../../../engine/dispatch/file-places.ts";
import { type Command, extend, type Feature } from "../../../engine/feature.ts";
import { findApplication } from "../../find-application.ts";
import { hasApplications } from "../../offered.ts";
import { applicationById, applicationsOf } from "../../store.ts";
import { hasRequirements } from "../requirements.ts";
import { requirementSheets } from "../store.ts";
import { saveTyped } from "../typed.ts";
import { type ComparedClauses, comparedClauses } from "./compare.ts";
import { clauseSheetPhrases as phrases } from "./phrases.ts";
import { type ReadClauseSheet, readClauseSheet } from "./read.ts";
import { clauseSheet, correctedSheet } from "./sheet.ts";

/** What a dropped sheet says, until it is taken; subject: the person. */
const SHEET = "requirements.sheet";
const TAKE = "requirements.take-sheet";

const kept = z.object({
  caseId: z.string(),
  text: z.string(),
  file: z.string().default(""),
  /** What stood where it would write, when it was shown; left out in drafts of before. */
  over: z.string().optional(),
});

const take: Command = {
  id: TAKE,
  words: [phrases.label()],
  capability: "application.fill",
  until: "publication",
  effect: "write",
  step: "application",
  offeredWhen: (definition) => hasApplications(definition) && hasRequirements(definition),
  onlyIn: "direct",
  async handle(context) {
    const [draft] = await context.drafts.unfinished({ kind: SHEET, subject: context.person.staffId });
    const read = kept.safeParse(draft?.body);
    const application = read.success ? await applicationById(context.tx, read.data.caseId) : undefined;
    if (!draft || !read.success || !application) throw new RefusalError("requirements.no-sheet", phrases.nothingKept());
    await context.drafts.save(draft, { state: "done" });
    const { file, over, text } = read.data;
    const [sheet] = (await requirementSheets(context.tx, [application.id])).values();
    const lines = text.split("\n");
    // Nothing is written over what nobody has seen.
    if (over !== undefined && comparedClauses(context, sheet, { name: "", lines, written: new Map() }).over !== over)
      return { reply: phrases.changedSince(file, application.compoundName) };
    return (await saveTyped(context, application, read.data.text)) ?? {};
  },
};

/** A dropped 要求表 is known by its headers; the case by the name in its title. */
const place = extend(filePlaces, async (context, { file, person }): Promise<FilePlace | undefined> => {
  const { definition, closedAt } = context.campaign;
  if (!file.opened || closedAt || !mayMember(definition, person, "application.fill")) return undefined;
  const read = readClauseSheet(file.opened);
  if (!read || !hasRequirements(definition)) return undefined;
  const found = await caseOf(context, person, read);
  if (typeof found === "string") return { recognised: phrases.notRead(file.name, found) };
  const [sheet] = (await requirementSheets(context.tx, [found.id])).values();
  const compared = comparedClauses(context, sheet, read);
  if (compared.wrong.size > 0) {
    const copy = await sendBack({ ...context, person }, { file: file.name, name: found.compoundName, read, compared });
    return { recognised: phrases.problems(file.name, copy, [...compared.wrong.values()]) };
  }
  await keep(context, person, {
    ...{ caseId: found.id, text: read.lines.join("\n"), file: file.name, over: compared.over },
  });
  const action = { id: TAKE, label: phrases.label(), typed: phrases.label(), look: "primary" as const };
  const view = phrases.recognised(
    { file: file.name, name: found.compoundName, count: read.lines.length },
    { changed: compared.changed, added: compared.added },
  );
  return { recognised: { ...view, actions: compared.changed.length + compared.added > 0 ? [action] : [] } };
});

interface Returned {
  file: string;
  name: string;
  read: ReadClauseSheet;
  compared: ComparedClauses;
}

/** Sends a copy with what is wrong in its cells. @returns its name */
async function sendBack(
  context: Context & Pick<PersonContext, "person">,
  { file, name, read, compared }: Returned,
): Promise<string> {
  const copy = phrases.correctedName(file);
  const sheet = correctedSheet(clauseSheet(context, name), read.written, compared.wrong);
  const { bureau } = context.campaign.definition.campaign.city;
  const hash = await context.files.put(await writeWorkbook({ author: bureau, at: context.now, sheets: [sheet] }));
  await context.outbox.sendFile(context.person.staffId, { name: copy, hash });
  return copy;
}

/** The case of the person's districts that the sheet is about, or why there is none. */
async function caseOf(context: Context, person: PersonContext["person"], { name, lines }: ReadClauseSheet) {
  const { definition, id } = context.campaign;
  const { case: noun } = nounsOf(definition);
  if (name === "") return phrases.noName(noun);
  if (lines.length === 0) return phrases.nothing();
  const own = districtsOf(definition, person);
  const cases = (await applicationsOf(context.tx, id)).filter(
    ({ district, state }) => own.includes(district) && state !== "withdrawn",
  );
  const found = findApplication(cases, name, { noun, addresses: new Map() });
  return found.kind === "one" ? found.application : phrases.unknown(name, noun);
}

/** One sheet waits at a time: a later one takes its place. */
async function keep(
  { drafts }: Context,
  { staffId }: PersonContext["person"],
  body: z.infer<typeof kept>,
): Promise<void> {
  for (const earlier of await drafts.unfinished({ kind: SHEET, subject: staffId }))
    await drafts.save(earlier, { state: "dropped", body: {} });
  await drafts.start({ kind: SHEET, subject: staffId, startedBy: staffId, body });
}

/** 附件1 as a workbook or in Word that comes back filled in. */
export const clauseSheetFeature: Feature = { commands: [take], extensions: [place] };
