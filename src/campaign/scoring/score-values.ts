import type { AnswerValue } from "../../platform/conversation/answer.ts";
import type { ShownValues } from "../application/colleagues.ts";
import type { Context } from "../engine/context.ts";
import { scoringPhrases as phrases } from "./phrases.ts";
import { HUNDREDTHS } from "./points.ts";
import { criterionById } from "./rubric.ts";
import type { GivenScore, ScoreSheet } from "./score-sheet.ts";

/** Points, verdicts and reasons of a sheet, by row and by row's reason, to compare what several people gave. */
export type ScoreValues = Readonly<Record<string, AnswerValue>>;

const REASON = "-reason";

/** Stored reasons in words, by row. */
export async function reasonsOn(
  { personal }: Pick<Context, "personal">,
  { scores }: ScoreSheet,
): Promise<ReadonlyMap<string, string>> {
  const values = await personal.read([...scores.values()].map(({ reason }) => reason));
  return new Map(
    [...scores].flatMap(([id, { reason }]) => {
      const text = reason && values.get(reason.personal);
      return text === undefined ? [] : [[id, text] as const];
    }),
  );
}

export async function scoreValues(context: Pick<Context, "personal" | "campaign">, sheet: ScoreSheet) {
  const { rubric } = context.campaign.definition;
  const points = [...sheet.scores].map(([id, { hundredths, state }]): [string, AnswerValue] => [
    id,
    criterionById(rubric, id)?.knockOut ? phrases.verdict(state === "requirementNotMet") : hundredths / HUNDREDTHS,
  ]);
  const reasons = [...(await reasonsOn(context, sheet))].map(([id, text]) => [`${id}${REASON}`, text] as const);
  return Object.fromEntries<AnswerValue>([...points, ...reasons]);
}

/** The values with what is given, before it is checked. */
export function valuesWith(before: ScoreValues, given: readonly GivenScore[]): ScoreValues {
  const values: Record<string, AnswerValue> = { ...before };
  for (const { criterion, points, knockedOut, reason } of given) {
    const answer = knockedOut === undefined ? points : phrases.verdict(knockedOut);
    if (answer !== undefined) values[criterion] = answer;
    if (reason !== undefined) values[`${criterion}${REASON}`] = reason;
  }
  return values;
}

/** What is given, without the parts whose value does not stand. */
export function givenWhere(given: readonly GivenScore[], stands: (key: string) => boolean): GivenScore[] {
  return given.flatMap(({ criterion, reason, ...answer }): GivenScore[] => {
    const hasAnswer = answer.points !== undefined || answer.knockedOut !== undefined;
    const one = {
      criterion,
      ...(hasAnswer && stands(criterion) ? answer : {}),
      ...(reason !== undefined && stands(`${criterion}${REASON}`) ? { reason } : {}),
    };
    return Object.keys(one).length > 1 ? [one] : [];
  });
}

/** A value as what gives it. */
export function givenOf(key: string, value: AnswerValue): GivenScore {
  if (key.endsWith(REASON)) return { criterion: key.slice(0, -REASON.length), reason: String(value) };
  if (typeof value === "number") return { criterion: key, points: value };
  return { criterion: key, points: 0, knockedOut: value === phrases.verdict(true) };
}

/** For sentences about colleagues' changes. */
export const shownScores: ShownValues = {
  label: (key) => (key.endsWith(REASON) ? phrases.reasonOf(key.slice(0, -REASON.length)) : key),
  value: (key, value) => (typeof value === "number" && !key.endsWith(REASON) ? phrases.points(value) : String(value)),
};
