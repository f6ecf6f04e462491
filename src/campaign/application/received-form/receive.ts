import type { ReceivedFile } from "../../../platform/chat/dispatcher.ts";
import { textView, type View } from "../../../platform/chat/view.ts";
import { fieldFor } from "../../definition/purposes.ts";
import { mayMember } from "../../directory/member.ts";
import type { FilePlace } from "../../engine/dispatch/file-places.ts";
import { revisionWithNumber } from "../check-number.ts";
import { type NumberedList, numberedLists } from "../extension-points.ts";
import { applicationForm } from "../form.ts";
import { hasApplications } from "../offered.ts";
import { applicationById } from "../store.ts";
import { wordsOf } from "../words.ts";
import { receivedPhrases as phrases } from "./phrases.ts";
import { compared, type FormContext, fillingDistricts, fingerprint, RECEIVED, type ReceivedForm } from "./received.ts";
import { type Recognised, recognise } from "./recognise.ts";
import { receivedView } from "./views.ts";

const OLD_FORMAT = /\.(?:doc|wps|wpt|rtf|xls|et)$/iu;

/** Whether a dropped file is a form that the person may fill in. */
export function isForm(context: FormContext, file: ReceivedFile): boolean {
  return mayFill(context) && recognised(context, file) !== undefined;
}

const mayFill = (context: FormContext): boolean => {
  const { definition } = context.campaign;
  return (
    !context.campaign.closedAt &&
    hasApplications(definition) &&
    mayMember(definition, context.person, "application.fill") &&
    fillingDistricts(context).length > 0
  );
};

const recognised = (context: FormContext, { opened }: ReceivedFile): Recognised | undefined =>
  opened && recognise(opened, context.campaign.definition, applicationForm(context));

/** Keeps what a dropped form says until it is taken, and shows it; undefined for other files. */
export async function receiveForm(context: FormContext, file: ReceivedFile): Promise<FilePlace | undefined> {
  if (!mayFill(context)) return undefined;
  const words = wordsOf(context.campaign.definition);
  if (file.opened?.kind === "unread") {
    if (file.opened.why === "size") return { note: phrases.tooLarge(words) };
    return OLD_FORMAT.test(file.name) ? { note: phrases.oldFormat(words) } : undefined;
  }
  const found = recognised(context, file);
  if (!found) return undefined;
  const unread = (sentence: string) => ({ recognised: textView(phrases.problemTitle(), sentence, { tone: "near" }) });
  if (found.kind === "problem") return unread(phrases.problems[found.problem](words));
  if (found.kind === "twice") return unread(phrases.namedTwice(found.names, words));
  const list = found.kind === "rows" ? await numbered(context, found.numbers) : undefined;
  const problem = list && "problem" in list ? list.problem : await numberProblem(context, found);
  if (problem !== undefined) return unread(problem);
  const received = await receivedOf(context, found, file);
  const notes = list && "note" in list ? [list.note, ...received.notes] : received.notes;
  return { recognised: await keep(context, { ...received, notes }) };
}

/** What a later part knows of a list with these check numbers; undefined for one without. */
async function numbered(context: FormContext, numbers: readonly string[]): Promise<NumberedList | undefined> {
  if (numbers.length === 0) return undefined;
  const districts = fillingDistricts(context);
  return (await context.contributions(numberedLists, { numbers, districts }))[0];
}

/** Why a form with a check number is not read: of an older submission, another district's or another campaign's. */
async function numberProblem(context: FormContext, found: Recognised): Promise<string | undefined> {
  const words = wordsOf(context.campaign.definition);
  if (found.kind !== "form" || found.checkNumber === undefined) return undefined;
  const printed = await revisionWithNumber(context.tx, context.campaign.id, found.checkNumber);
  const application = printed && (await applicationById(context.tx, printed.caseId));
  if (!printed || !application) return phrases.problems.foreignNumber(words);
  if (!fillingDistricts(context).includes(application.district)) return phrases.problems.otherDistrict(words);
  const { compoundName, revision } = application;
  return printed.revision === revision
    ? undefined
    : phrases.problems.older(words, compoundName, { from: printed.revision, now: revision });
}

async function receivedOf(
  context: FormContext,
  found: Extract<Recognised, { kind: "form" | "rows" }>,
  { name, hash }: ReceivedFile,
): Promise<ReceivedForm> {
  const form = applicationForm(context);
  const words = wordsOf(context.campaign.definition);
  const labelOf = (key: string) => form.fields.find((field) => field.key === key)?.label ?? key;
  const file = { name, hash };
  if (found.kind === "rows") {
    const { entries, present, unknown } = found.reading;
    const nameKey = fieldFor(form, "name")?.key ?? "";
    const kind = entries.some((entry) => entry.has(nameKey)) ? "rows" : "list";
    const notes = [
      ...(kind === "list" ? [phrases.listOnly(words)] : []),
      ...(unknown.length > 0 ? [phrases.unknown(unknown)] : []),
      ...(found.formulas.all > 0 ? [phrases.formulas(found.formulas)] : []),
    ];
    return { file, kind, entries: entries.map((entry) => Object.fromEntries(entry)), present: [...present], notes };
  }
  const { values, seen, disagrees, pictures, opinions } = found.reading;
  const present = [...seen.keys()];
  const notes = [
    ...(disagrees.length > 0 ? [phrases.disagrees(disagrees.map(labelOf))] : []),
    ...(pictures > 0 ? [phrases.pictures(pictures)] : []),
    ...(opinions > 0 ? [phrases.opinions(opinions, values.get(fieldFor(form, "name")?.key ?? "") ?? "")] : []),
  ];
  const printed =
    found.checkNumber === undefined
      ? undefined
      : await revisionWithNumber(context.tx, context.campaign.id, found.checkNumber);
  const caseId = printed ? { caseId: printed.caseId } : {};
  return { file, kind: "form", entries: [Object.fromEntries(values)], present, notes, ...caseId };
}

/** One file waits at a time: a later one takes its place. */
async function keep(context: FormContext, received: ReceivedForm): Promise<View> {
  const { drafts, person } = context;
  for (const earlier of await drafts.unfinished({ kind: RECEIVED, subject: person.staffId }))
    await drafts.save(earlier, { state: "dropped", body: {} });
  const all = await compared(context, received);
  const body: ReceivedForm = { ...received, shown: fingerprint(all) };
  await drafts.start({ kind: RECEIVED, subject: person.staffId, startedBy: person.staffId, body });
  return receivedView(context, received, { all });
}
