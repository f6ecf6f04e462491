import { createHash } from "node:crypto";
import { z } from "zod";
import { checkNumber } from "../../application/check-number.ts";
import type { PersonContext } from "../../engine/context.ts";
import { givenCopies } from "../../engine/given-copy.ts";

/** Kind of the drafts that keep what a sheet said when it was made. */
export const GIVEN = "recommendation.workbook-given";

/** A list as a sheet was made with it. */
const givenList = z.object({
  district: z.string(),
  /** How many lists the district had reported by then. */
  reported: z.int(),
  values: z.record(z.string(), z.string()),
});
export type GivenList = z.infer<typeof givenList>;

export const givenLists = givenCopies(GIVEN, givenList);

/** Keeps what the sheet says. @returns its 校验号 */
export async function keepGivenList(context: PersonContext, given: GivenList): Promise<string> {
  const contentHash = createHash("sha256").update(JSON.stringify(given)).digest("hex");
  const number = checkNumber({ caseId: given.district, revision: given.reported, contentHash });
  await givenLists.keep(context, number, given);
  return number;
}
