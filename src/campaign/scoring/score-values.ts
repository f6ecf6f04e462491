import type { AnswerValue } from "../../platform/conversation/answer.ts";
import type { ShownValues } from "../application/colleagues.ts";
import type { Context } from "../engine/context.ts";
import { scoringPhrases as phrases } from "./phrases.ts";
import { HUNDREDTHS } from "./points.ts";
import { type Criterion, criterionById } from "./rubric.ts";
import type { GivenScore, Score, ScoreSheet } from "./score-sheet.ts";

/** Points, verdicts, reasons and remarks of a sheet, by row and by row's reason or remark, to compare what several people gave. */
export type ScoreValues = Readonly<Record<string, AnswerValue>>;

const REASON = "-reason";
const REMARK = "-remark";

/** Keys of one row's values. */
export const rowKeys = (id: string) => ({ points: id, reason: `${id}${REASON}`, remark: `${id}${REMARK}` });

/** Stored words of a sheet, by row. */
export interface ScoreTexts {
  reasons: ReadonlyMap<string, string>;
  /** 备注 */
  remarks: ReadonlyMap<string, string>;
}

export async function textsOn(
  { personal }: Pick<Context, "personal">,
  { scores }: Pick<ScoreSheet, "scores">,
): Promise<ScoreTexts> {
  const values = await personal.read([...scores.values()].flatMap(({ reason, remark }) => [reason, remark]));
  const textOf = (which: "reason" | "remark") =>
    new Map(
      [...scores].flatMap(([id, { [which]: ref }]) => {
        const text = ref && values.get(ref.personal);
        return text === undefined ? [] : [[id, text] as const];
      }),
    );
  return { reasons: textOf("reason"), remarks: textOf("remark") };
}

/** Stored reasons in words, by row. */
export const reasonsOn = async (context: Pick<Context, "personal">, sheet: ScoreSheet) =>
  (await textsOn(context, sheet)).reasons;

export async function scoreValues(context: Pick<Context, "personal" | "campaign">, sheet: ScoreSheet) {
  const { rubric } = context.campaign.definition;
  const points = [...sheet.scores].map(([id, score]): [string, AnswerValue] => [
    id,
    criterionById(rubric, id)?.knockOut
      ? phrases.verdict(score.state === "requirementNotMet")
      : (stateWords(score) ?? score.hundredths / HUNDREDTHS),
  ]);
  const { reasons, remarks } = await textsOn(context, sheet);
  const texts = [
    ...[...reasons].map(([id, text]) => [`${id}${REASON}`, text] as const),
    ...[...remarks].map(([id, text]) => [`${id}${REMARK}`, text] as const),
  ];
  return Object.fromEntries<AnswerValue>([...points, ...texts]);
}

/** What stands for points of a row that is not scored in points; undefined of one that is. */
export function stateWords({ state, clause = "" }: Pick<Score, "state" | "clause">): string | undefined {
  if (state === "notApplicable") return phrases.notApplicable();
  if (state === "asDistrict") return phrases.asDistrict();
  return state === "requirementNotMet" ? phrases.notMet(clause) : undefined;
}

/** 3, 不适用, 与初评一致, 不符合 or 否决. */
export function valueWords({ knockOut }: Criterion, score: Pick<Score, "state" | "hundredths" | "clause">): string {
  if (knockOut) return phrases.verdict(score.state === "requirementNotMet");
  return stateWords(score) ?? String(score.hundredths / HUNDREDTHS);
}

/** The values with what is given, before it is checked. */
export function valuesWith(before: ScoreValues, given: readonly GivenScore[]): ScoreValues {
  const values: Record<string, AnswerValue> = { ...before };
  for (const one of given) {
    const { criterion, reason, remark } = one;
    const answer = answerOf(one);
    if (answer !== undefined) values[criterion] = answer;
    if (reason === "") delete values[`${criterion}${REASON}`];
    else if (reason !== undefined) values[`${criterion}${REASON}`] = reason;
    if (remark === "") delete values[`${criterion}${REMARK}`];
    else if (remark !== undefined) values[`${criterion}${REMARK}`] = remark;
  }
  return values;
}

function answerOf({ points, knockedOut, notApplicable, asDistrict, notMet }: GivenScore): AnswerValue | undefined {
  if (notApplicable) return phrases.notApplicable();
  if (asDistrict) return phrases.asDistrict();
  if (notMet !== undefined) return phrases.notMet(notMet);
  return knockedOut === undefined ? points : phrases.verdict(knockedOut);
}

/** What is given, without the parts whose value does not stand. */
export function givenWhere(given: readonly GivenScore[], stands: (key: string) => boolean): GivenScore[] {
  return given.flatMap(({ criterion, reason, remark, ...answer }): GivenScore[] => {
    const hasAnswer = answerOf({ criterion, ...answer }) !== undefined;
    const one = {
      criterion,
      ...(hasAnswer && stands(criterion) ? answer : {}),
      ...(reason !== undefined && stands(`${criterion}${REASON}`) ? { reason } : {}),
      ...(remark !== undefined && stands(`${criterion}${REMARK}`) ? { remark } : {}),
    };
    return Object.keys(one).length > 1 ? [one] : [];
  });
}

/** Values as what gives them, one entry a row. */
export function givenBy(values: ScoreValues): GivenScore[] {
  const byRow = new Map<string, GivenScore>();
  for (const [key, value] of Object.entries(values)) {
    const one = givenOf(key, value);
    byRow.set(one.criterion, { ...byRow.get(one.criterion), ...one });
  }
  return [...byRow.values()];
}

function givenOf(key: string, value: AnswerValue): GivenScore {
  if (key.endsWith(REASON)) return { criterion: key.slice(0, -REASON.length), reason: String(value) };
  if (key.endsWith(REMARK)) return { criterion: key.slice(0, -REMARK.length), remark: String(value) };
  if (typeof value === "number") return { criterion: key, points: value };
  if (value === phrases.notApplicable()) return { criterion: key, notApplicable: true };
  if (value === phrases.asDistrict()) return { criterion: key, asDistrict: true };
  const clause = String(value).startsWith(phrases.notMet(""))
    ? String(value).slice(phrases.notMet("").length)
    : undefined;
  if (clause !== undefined) return { criterion: key, notMet: clause };
  return { criterion: key, points: 0, knockedOut: value === phrases.verdict(true) };
}

/** For sentences about colleagues' changes. */
export const shownScores: ShownValues = {
  label: (key) =>
    key.endsWith(REASON)
      ? phrases.reasonOf(key.slice(0, -REASON.length))
      : key.endsWith(REMARK)
        ? phrases.remarkOf(key.slice(0, -REMARK.length))
        : key,
  value: (_, value) => (typeof value === "number" ? phrases.points(value) : String(value)),
};
