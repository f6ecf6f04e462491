import { createHash } from "node:crypto";
import { z } from "zod";
import { cleanLine } from "../../../platform/conversation/plain.ts";
import { checkNumber } from "../../application/check-number.ts";
import type { PersonContext } from "../../engine/context.ts";
import { givenCopies } from "../../engine/given-copy.ts";
import type { ScoreValues } from "../../scoring/score-values.ts";

/** Kind of the drafts that keep what a sheet said when it was made. */
export const GIVEN = "preliminary-review.workbook-given";

/** Points, reasons and remarks of a case as a sheet was made with them. */
const givenSheet = z.object({ caseId: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) });
export type GivenSheet = Omit<z.infer<typeof givenSheet>, "values"> & { values: ScoreValues };

export const givenSheets = givenCopies(GIVEN, givenSheet);

/** Texts as they come back from a cell. */
export const asWritten = (values: ScoreValues): ScoreValues =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, typeof value === "string" ? cleanLine(value) : value]),
  );

/** Keeps what the sheet says. @returns its 校验号, which names the case and what was said */
export async function keepGiven(context: PersonContext, { caseId, values }: GivenSheet): Promise<string> {
  const said = JSON.stringify(Object.entries(values).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  const contentHash = createHash("sha256").update(said).digest("hex");
  const number = checkNumber({ caseId, revision: 0, contentHash });
  await givenSheets.keep(context, number, givenSheet.parse({ caseId, values }));
  return number;
}
