import { createHash } from "node:crypto";
import { z } from "zod";
import { cleanLine } from "../../../platform/conversation/plain.ts";
import { checkNumber } from "../../application/check-number.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import type { ScoreValues } from "../../scoring/score-values.ts";

/** Kind of the draft that keeps what a sheet said when it was made; its subject is the 校验号. */
const GIVEN = "preliminary-review.workbook-given";

const givenSheet = z.object({ caseId: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) });

/** Points, reasons and remarks of a case as a sheet was made with them. */
export interface GivenSheet {
  caseId: string;
  values: ScoreValues;
}

/** Texts as they come back from a cell. */
export const asWritten = (values: ScoreValues): ScoreValues =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, typeof value === "string" ? cleanLine(value) : value]),
  );

/** Keeps what the sheet says, once. @returns its 校验号, which names the case and what was said */
export async function keepGiven(context: PersonContext, { caseId, values }: GivenSheet): Promise<string> {
  const said = JSON.stringify(Object.entries(values).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  const contentHash = createHash("sha256").update(said).digest("hex");
  const number = checkNumber({ caseId, revision: 0, contentHash });
  const name = { kind: GIVEN, subject: number };
  if ((await context.drafts.unfinished(name)).length === 0)
    await context.drafts.start({ ...name, startedBy: context.person.staffId, body: { caseId, values } });
  return number;
}

/** What the sheet with this 校验号 said; undefined if this campaign made none. */
export async function givenWith({ drafts }: Pick<Context, "drafts">, number: string): Promise<GivenSheet | undefined> {
  const [draft] = await drafts.unfinished({ kind: GIVEN, subject: number });
  const read = givenSheet.safeParse(draft?.body);
  return read.success ? read.data : undefined;
}
