import { z } from "zod";
import type { View } from "../../../../platform/chat/view.ts";
import { writeWorkbook } from "../../../../platform/documents/workbook.ts";
import { RefusalError } from "../../../../shared/refusal-error.ts";
import { districtsOf, type Member, mayMember } from "../../../directory/member.ts";
import { type Nouns, nounsOf } from "../../../directory/nouns.ts";
import type { Context, PersonContext } from "../../../engine/context.ts";
import { type FilePlace, filePlaces } from "../../../engine/dispatch/file-places.ts";
import { type Command, extend, type Feature } from "../../../engine/feature.ts";
import { copiesOver, countingCopy, forgetCopies, keepDropped, takeActions } from "../../../engine/given-copy.ts";
import { givenCopyPhrases } from "../../../engine/given-copy-phrases.ts";
import type { Application } from "../../application.ts";
import { findApplication } from "../../find-application.ts";
import { hasApplications } from "../../offered.ts";
import { applicationById, applicationsOf } from "../../store.ts";
import { hasRequirements } from "../requirements.ts";
import { requirementSheets } from "../store.ts";
import { saveTyped } from "../typed.ts";
import { type ComparedClauses, comparedClauses } from "./compare.ts";
import { type ClauseValues, GIVEN, givenSheets } from "./given.ts";
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
  /** What was answered when the sheet was made, where it is known. */
  given: z.record(z.string(), z.string()).optional(),
});

type Kept = z.infer<typeof kept>;

const take: Command = {
  id: TAKE,
  words: [phrases.label()],
  capability: "application.fill",
  until: "publication",
  effect: "write",
  step: "application",
  offeredWhen: (definition) => hasApplications(definition) && hasRequirements(definition),
  onlyIn: "direct",
  async handle(context, { words }) {
    const { drafts, person } = context;
    const [draft] = await drafts.unfinished({ kind: SHEET, subject: person.staffId });
    const read = kept.safeParse(draft?.body);
    const application = read.success ? await applicationById(context.tx, read.data.caseId) : undefined;
    if (!draft || !read.success || !application) throw new RefusalError("requirements.no-sheet", phrases.nothingKept());
    const { over, text } = read.data;
    const compared = await comparedWith(context, application, read.data);
    const again = (why: string) => ({ reply: shownView(application, read.data, { compared, why }) });
    // Nothing is written over what nobody has seen.
    if (over !== undefined && compared.over !== over) {
      await drafts.save(draft, { body: { ...read.data, over: compared.over } });
      return again(givenCopyPhrases.changedSince());
    }
    const counting = countingCopy(phrases.label(), words, compared.conflicts.length);
    if (typeof counting === "string") return again(counting);
    const left = compared.conflicts.flatMap(({ rows }, at) => (counting.has(at + 1) ? [] : rows));
    const lines = text.split("\n").filter((line) => !left.includes(firstOf(line)));
    await drafts.save(draft, { state: "done", body: {} });
    return (await saveTyped(context, application, lines.join("\n"))) ?? { reply: phrases.nothingWritten() };
  },
};

/** What stands in the first column of a line's row. */
const firstOf = (line: string): string => line.split(/[\t ]/u, 1)[0] ?? "";

async function comparedWith(context: Context, { id }: Application, { text, given }: Kept): Promise<ComparedClauses> {
  const [sheet] = (await requirementSheets(context.tx, [id])).values();
  return comparedClauses(context, sheet, { lines: text.split("\n"), written: new Map(), ...(given ? { given } : {}) });
}

/** What a sheet would change. @param why said above it */
function shownView(
  { compoundName: name }: Application,
  { file, text }: Kept,
  { compared, why }: { compared: ComparedClauses; why?: string },
): View {
  const { changed, conflicts, added } = compared;
  const contested = conflicts.map(({ words }) => words);
  const view = phrases.recognised(
    { file, name, count: text.split("\n").length },
    { changed, conflicts: contested, added },
  );
  const isAnything = changed.length + contested.length + added > 0;
  return {
    ...view,
    body: [...(why === undefined ? [] : [{ kind: "text" as const, text: why }]), ...view.body],
    actions: isAnything ? takeActions(TAKE, phrases.label(), contested.length > 0) : [],
  };
}

/** A dropped 要求表 is known by its headers; the case by its 校验号, of a blank one by the name in its title. */
const place = extend(filePlaces, async (context, { file, person }): Promise<FilePlace | undefined> => {
  const { definition, closedAt } = context.campaign;
  if (!file.opened || closedAt || !mayMember(definition, person, "application.fill")) return undefined;
  const read = readClauseSheet(file.opened);
  if (!read || !hasRequirements(definition)) return undefined;
  const over = await copiesOver(context, file.name);
  if (over) return { recognised: over };
  const found = await caseOf(context, person, read);
  if (typeof found === "string") return { recognised: phrases.notRead(file.name, found) };
  const { application, given } = found;
  const [sheet] = (await requirementSheets(context.tx, [application.id])).values();
  const compared = comparedClauses(context, sheet, { ...read, ...(given ? { given } : {}) });
  const own = { ...context, person };
  if (compared.wrong.size > 0) {
    const copy = await sendBack(own, { file: file.name, application, read, compared });
    return { recognised: phrases.problems(file.name, copy, [...compared.wrong.values()]) };
  }
  const body: Kept = {
    ...{ caseId: application.id, text: read.lines.join("\n"), file: file.name, over: compared.over },
    ...(given ? { given } : {}),
  };
  await keepDropped(own, SHEET, body);
  return { recognised: shownView(application, body, { compared }) };
});

interface Returned {
  file: string;
  application: Application;
  read: ReadClauseSheet;
  compared: ComparedClauses;
}

/** Sends a copy with what is wrong in its cells. @returns its name */
async function sendBack(
  context: Context & Pick<PersonContext, "person">,
  { file, application: { compoundName: name }, read, compared }: Returned,
): Promise<string> {
  const copy = givenCopyPhrases.correctedName(file);
  const { number } = read;
  const blank = clauseSheet(context, number === undefined ? { name } : { name, number });
  const sheet = correctedSheet(blank, read.written, compared.wrong);
  const { bureau } = context.campaign.definition.campaign.city;
  const hash = await context.files.put(await writeWorkbook({ author: bureau, at: context.now, sheets: [sheet] }));
  await context.outbox.sendFile(context.person.staffId, { name: copy, hash });
  return copy;
}

interface KnownCase {
  application: Application;
  /** What was answered when the sheet was made; unknown of one that was blank. */
  given?: ClauseValues;
}

/** The case of the person's districts that the sheet is about, or why there is none. */
async function caseOf(context: Context, person: Member, read: ReadClauseSheet): Promise<KnownCase | string> {
  const { definition, id } = context.campaign;
  const nouns = nounsOf(definition);
  const { name, number, lines } = read;
  if (read.isMistyped) return phrases.mistyped();
  const own = districtsOf(definition, person);
  const cases = (await applicationsOf(context.tx, id)).filter(({ district }) => own.includes(district));
  if (number === undefined && name === "") return phrases.noName(nouns.case);
  const known = number === undefined ? undefined : await givenSheets.withNumber(context, number);
  if (number !== undefined && !known) return phrases.unknownNumber();
  const live = cases.filter(({ state }) => state !== "withdrawn");
  const found = known ? byNumber(cases, { caseId: known.caseId, name }, nouns) : byName(live, name, nouns);
  if (typeof found === "string") return found;
  if (lines.length === 0) return phrases.nothing();
  return { application: found, ...(known ? { given: known.values } : {}) };
}

function byNumber(
  cases: readonly Application[],
  { caseId, name }: { caseId: string; name: string },
  { district }: Pick<Nouns, "district">,
): Application | string {
  const found = cases.find(({ id }) => id === caseId);
  if (!found) return phrases.otherDistrict(district);
  const { compoundName, state } = found;
  if (name !== "" && name !== compoundName.normalize("NFKC")) return phrases.otherName(compoundName);
  return state === "withdrawn" ? phrases.withdrawn(compoundName) : found;
}

function byName(cases: readonly Application[], name: string, nouns: Nouns): Application | string {
  const found = findApplication(cases, name, { noun: nouns.case, addresses: new Map() });
  return found.kind === "one" ? found.application : phrases.unknown(name, nouns);
}

/** 附件1 as a workbook or in Word that comes back filled in. */
export const clauseSheetFeature: Feature = {
  commands: [take],
  listeners: forgetCopies(GIVEN, SHEET),
  extensions: [place],
};
