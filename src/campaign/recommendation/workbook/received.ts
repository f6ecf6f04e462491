import { z } from "zod";
import { ownDistricts } from "../../application/work-district.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import { DRAFT, type ListDraft, listDraftOf } from "../draft.ts";
import { type GivenList, givenLists } from "./given.ts";
import { reportedSoFar } from "./make.ts";
import { listWorkbookPhrases as phrases } from "./phrases.ts";
import type { ListPlan } from "./plan.ts";
import { type ReadListSheet, readListSheet } from "./read.ts";

export type RecommenderContext = Context & Pick<PersonContext, "person">;

/** Kind of the draft that keeps what a dropped 推荐表 says until it is taken; its subject is the person. */
export const RECEIVED = "recommendation.workbook";

export const receivedList = z.object({
  file: z.object({ name: z.string(), hash: z.string() }),
  read: readListSheet,
  /** Fingerprint of what was last shown. */
  shown: z.string(),
});
export type ReceivedList = z.infer<typeof receivedList>;

/** The list that a sheet was made of, or why the sheet is not read. */
export async function listOfSheet(
  context: RecommenderContext,
  { number, lacking, doubled }: ReadListSheet,
): Promise<{ list: ListDraft; given: GivenList } | string> {
  const { problems } = phrases;
  if (number === undefined) return problems.noNumber();
  const given = await givenLists.withNumber(context, number);
  if (!given) return problems.unknownNumber();
  if (!ownDistricts(context).includes(given.district))
    return problems.otherDistrict(nounsOf(context.campaign.definition));
  if (lacking.length > 0) return problems.noColumn(lacking);
  if (doubled.length > 0) return problems.twiceColumn(doubled);
  if ((await reportedSoFar(context, given.district)) !== given.reported) return problems.reported();
  const [draft] = await context.drafts.unfinished({ kind: DRAFT, district: given.district });
  if (!draft) return problems.unknownNumber();
  return { list: await listDraftOf(context, draft, context.person.staffId), given };
}

/** Equal where the same would be written over the same. */
export const fingerprint = ({ changes, order }: ListPlan): string =>
  JSON.stringify([order, changes.map(({ key, kind, now, back }) => [key, kind, now, back])]);
