import { z } from "zod";
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
import { saveTyped } from "../typed.ts";
import { clauseSheetPhrases as phrases } from "./phrases.ts";
import { type ReadClauseSheet, readClauseSheet } from "./read.ts";

/** What a dropped sheet says, until it is taken; subject: the person. */
const SHEET = "requirements.sheet";
const TAKE = "requirements.take-sheet";

const kept = z.object({ caseId: z.string(), text: z.string() });

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
  await keep(context, person, { caseId: found.id, text: read.lines.join("\n") });
  const action = { id: TAKE, label: phrases.label(), typed: phrases.label(), look: "primary" as const };
  const view = phrases.recognised(file.name, found.compoundName, read.lines.length);
  return { recognised: { ...view, actions: [action] } };
});

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
