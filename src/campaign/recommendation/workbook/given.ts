import { createHash } from "node:crypto";
import { z } from "zod";
import { checkNumber } from "../../application/check-number.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import type { ListValues } from "./plan.ts";

/** Kind of the draft that keeps what a sheet said when it was made; its subject is the 校验号. */
const GIVEN = "recommendation.workbook-given";

const givenList = z.object({
  district: z.string(),
  /** How many lists the district had reported by then. */
  reported: z.int(),
  values: z.record(z.string(), z.string()),
});

/** A list as a sheet was made with it. */
export interface GivenList {
  district: string;
  reported: number;
  values: ListValues;
}

/** Keeps what the sheet says, once. @returns its 校验号 */
export async function keepGivenList(context: PersonContext, given: GivenList): Promise<string> {
  const contentHash = createHash("sha256").update(JSON.stringify(given)).digest("hex");
  const number = checkNumber({ caseId: given.district, revision: given.reported, contentHash });
  const name = { kind: GIVEN, subject: number };
  if ((await context.drafts.unfinished(name)).length === 0)
    await context.drafts.start({ ...name, startedBy: context.person.staffId, body: given });
  return number;
}

/** What the sheet with this 校验号 said; undefined if this campaign made none. */
export async function givenListWith(
  { drafts }: Pick<Context, "drafts">,
  number: string,
): Promise<GivenList | undefined> {
  const [draft] = await drafts.unfinished({ kind: GIVEN, subject: number });
  const read = givenList.safeParse(draft?.body);
  return read.success ? read.data : undefined;
}
