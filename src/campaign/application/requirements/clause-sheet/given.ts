import { createHash } from "node:crypto";
import { z } from "zod";
import type { PersonContext } from "../../../engine/context.ts";
import { givenCopies } from "../../../engine/given-copy.ts";
import { checkNumber } from "../../check-number.ts";
import type { RequirementAnswers } from "../requirements.ts";

/** Kind of the drafts that keep what was answered when a sheet was made. */
export const GIVEN = "requirements.sheet-given";

/** Standings by clause id and values of figures by figure id, each as one text: equal texts are equal answers. */
export type ClauseValues = Readonly<Record<string, string>>;

const givenSheet = z.object({ caseId: z.string(), values: z.record(z.string(), z.string()) });

export const givenSheets = givenCopies(GIVEN, givenSheet);

const CLAUSE = "clause:";
const FIGURE = "figure:";

/** Keys of a clause and of a figure in {@link ClauseValues}. */
export const clauseKey = (id: string): string => CLAUSE + id;
export const figureKey = (id: string): string => FIGURE + id;

/** The keys of a value in whatever order say the same. */
export function clauseValues({ clauses, figures }: RequirementAnswers): ClauseValues {
  const figureText = (value: object) => JSON.stringify(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return Object.fromEntries([
    ...Object.entries(clauses).map(([id, standing]) => [clauseKey(id), standing]),
    ...Object.entries(figures).map(([id, value]) => [figureKey(id), figureText(value)]),
  ]);
}

/** Keeps what was answered when the sheet is made. @returns its 校验号 */
export async function keepGivenClauses(
  context: PersonContext,
  caseId: string,
  answers: RequirementAnswers,
): Promise<string> {
  const values = Object.fromEntries(Object.entries(clauseValues(answers)).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const contentHash = createHash("sha256").update(JSON.stringify(values)).digest("hex");
  const number = checkNumber({ caseId, revision: 0, contentHash });
  await givenSheets.keep(context, number, { caseId, values });
  return number;
}
