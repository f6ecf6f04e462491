import { z } from "zod";
import { plainAnswer } from "../../../platform/conversation/plain.ts";
import { threeWay } from "../../../platform/conversation/three-way.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import type { Application } from "../../application/application.ts";
import { districtName } from "../../definition/districts.ts";
import { dayWords } from "../../definition/wording.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { Context } from "../../engine/context.ts";
import type { Consultation } from "../consultation.ts";
import { concernsOf } from "../departments.ts";
import { replyOf } from "../given.ts";
import { consultationPhrases, consultationRefusals } from "../phrases.ts";
import { consultationsOf } from "../read-state.ts";
import { idsIn } from "../read-words.ts";
import type { ToRecord } from "../record.ts";
import { isSupplement, newestOf } from "../rules.ts";
import { type GivenReplies, givenReplies, REPLY_KEYS, type ReplyValues } from "./given.ts";
import { valuesOf } from "./make.ts";
import { replySheetPhrases as phrases } from "./phrases.ts";
import { type ReadReplySheet, readReplySheet, type WrittenRow } from "./read.ts";

/** Kind of the draft that keeps what a dropped 回复表 says until it is taken; its subject is the person. */
export const RECEIVED = "consultation.workbook";

export const receivedReplies = z.object({
  file: z.object({ name: z.string(), hash: z.string() }),
  read: readReplySheet,
  /** Fingerprint of what was last shown. */
  shown: z.string(),
});
export type ReceivedReplies = z.infer<typeof receivedReplies>;

/** What the sheet changes of one case. */
export interface ReplyChange {
  name: string;
  kind: "changed" | "conflict";
  now: ReplyValues;
  back: ReplyValues;
  record: ToRecord;
}

/** What a sheet means for what is recorded. */
export interface ReplyPlan {
  consultation: Consultation;
  /** In sentences. */
  defects: readonly string[];
  changes: readonly ReplyChange[];
  /** Changed by others only; emptied; of cases that take no part any more. */
  kept: readonly string[];
  emptied: readonly string[];
  left: readonly string[];
}

/** The sheet beside what is recorded, or why it is not read. */
export async function planOf(context: Context, read: ReadReplySheet): Promise<ReplyPlan | string> {
  const { problems } = phrases;
  if (read.number === undefined) return problems.noNumber();
  const given = await givenReplies.withNumber(context, read.number);
  if (!given) return problems.unknownNumber();
  const consultation = (await consultationsOf(context)).find(({ department }) => department.id === given.department);
  if (!consultation) return problems.unknownNumber();
  const { name } = consultation.department;
  if (read.title !== "" && plainAnswer(read.title) !== plainAnswer(name))
    return problems.otherDepartment(read.title, name);
  if (read.lacking.length > 0) return problems.noColumn(read.lacking);
  return compared(context, read, { consultation, given, now: await valuesOf(context, consultation) });
}

interface Beside {
  consultation: Consultation;
  given: GivenReplies;
  now: ReadonlyMap<string, ReplyValues>;
}

function compared(context: Context, read: ReadReplySheet, beside: Beside): ReplyPlan {
  const plan = { defects: [] as string[], changes: [] as ReplyChange[], kept: [] as string[] };
  const more = { emptied: [] as string[], left: [] as string[] };
  const seen = new Set<string>();
  const { case: noun } = nounsOf(context.campaign.definition);
  for (const row of read.rows) {
    const application = caseOf(context, row, beside);
    if (typeof application === "string" || !application) {
      // Lines below the table are no rows of it.
      if (row.finding + row.words !== "")
        plan.defects.push(application || phrases.problems.unknownCase(row.name, noun));
      continue;
    }
    if (seen.has(application.id)) {
      plan.defects.push(phrases.problems.twice(row.name));
      continue;
    }
    seen.add(application.id);
    rowInto(context, { row, application, beside }, { ...plan, ...more });
  }
  return { consultation: beside.consultation, ...plan, ...more };
}

/** The case of a row, among those of the letter that the sheet was made with; a sentence if it cannot be told. */
function caseOf(context: Context, row: WrittenRow, { consultation, given }: Beside): Application | string | undefined {
  const { definition } = context.campaign;
  const all = [...consultation.asked, ...consultation.left].filter(({ id }) => given.values[id] !== undefined);
  const named = all.filter(({ compoundName }) => plainAnswer(compoundName) === plainAnswer(row.name));
  const [one, other] = named;
  if (!other) return one;
  const here = named.filter(({ district }) => districtName(definition, district) === row.district);
  return here.length === 1 ? here[0] : phrases.problems.sameName(row.name, nounsOf(definition));
}

interface Lists {
  defects: string[];
  changes: ReplyChange[];
  kept: string[];
  emptied: string[];
  left: string[];
}

function rowInto(
  context: Context,
  { row, application, beside }: { row: WrittenRow; application: Application; beside: Beside },
  into: Lists,
): void {
  const { id: caseId, compoundName: name } = application;
  const back = writtenValues(row);
  const [given, now] = [beside.given.values[caseId] ?? {}, beside.now.get(caseId) ?? {}];
  if (REPLY_KEYS.every((key) => (back[key] ?? "") === "")) {
    if (now.finding !== undefined && given.finding !== undefined) into.emptied.push(name);
    return;
  }
  const { kind } = threeWay({ given: filled(given), back: filled(back), now: filled(now) });
  if (kind === "kept") into.kept.push(name);
  if (kind !== "changed" && kind !== "conflict") return;
  if (row.isHidden) into.defects.push(phrases.problems.hidden(name));
  else if (application.state !== "submitted") into.left.push(name);
  else if (isDecided(beside.consultation, caseId, row.words))
    into.defects.push(decidedWords(context, { name, caseId, beside }));
  else {
    const record = toRecord(context, { caseId, name, row, consultation: beside.consultation });
    if (typeof record === "string") into.defects.push(record);
    else into.changes.push({ name, kind, now, back, record });
  }
}

/** A row that would change what was decided has to say that it is a supplement. */
const isDecided = ({ replies }: Consultation, caseId: string, words: string): boolean => {
  const state = newestOf(replies.get(caseId) ?? [])?.state;
  return (state === "upheld" || state === "dismissed") && !isSupplement(words);
};

function decidedWords(
  { campaign: { definition } }: Context,
  { name, caseId, beside }: { name: string; caseId: string; beside: Beside },
): string {
  const { department, replies } = beside.consultation;
  const newest = newestOf(replies.get(caseId) ?? []);
  const repliedOn = newest ? dayWords(newest.repliedOn) : "";
  return consultationRefusals.decided(department.name, name, { repliedOn, ...nounsOf(definition) });
}

const filled = (values: ReplyValues): Record<string, string> =>
  Object.fromEntries(REPLY_KEYS.flatMap((key) => (values[key] ? [[key, values[key]]] : [])));

const writtenValues = ({ finding, concerns, words, on, by }: WrittenRow): ReplyValues => ({
  ...{ finding, concerns, words, on, by },
});

/** The row as a reply, or what is wrong with it. */
function toRecord(
  context: Context,
  of: { caseId: string; name: string; row: WrittenRow; consultation: Consultation },
): ToRecord | string {
  const { caseId, name, row, consultation } = of;
  const finding = findingIn(row.finding);
  if (!finding) return phrases.problems.finding(name, row.finding);
  const concerns = concernsOf(context.campaign.definition, consultation.department)
    .filter(({ id, isClause, name: called }) =>
      isClause ? idsIn(row.concerns, [id]).length > 0 : row.concerns.includes(called),
    )
    .map(({ id }) => id);
  try {
    const reply = replyOf(context, consultation, {
      ...{ finding, concerns, words: row.words, repliedOn: row.on, repliedBy: row.by },
    });
    return { caseId, reply };
  } catch (error) {
    if (error instanceof RefusalError) return phrases.problems.of(name, error.message);
    throw error;
  }
}

function findingIn(typed: string): "noObjection" | "reported" | undefined {
  const text = plainAnswer(typed).replaceAll(" ", "");
  const { noObjection, reported } = consultationPhrases.findings;
  if (text === noObjection || /^(?:没有|无)(?:异议|意见|情况)?$/u.test(text)) return "noObjection";
  return text === reported || /^有(?:异议|意见|情况)?$/u.test(text) ? "reported" : undefined;
}

/** Equal where the same would be written over the same. */
export const fingerprint = ({ changes }: ReplyPlan): string =>
  JSON.stringify(changes.map(({ record, kind, now, back }) => [record.caseId, kind, now, back]));
