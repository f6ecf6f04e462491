import type { CaseReturn } from "../../correction/case-return.ts";
import { openReturns } from "../../correction/store.ts";
import { dayWordsIn } from "../../definition/wording.ts";
import { extend } from "../../engine/feature.ts";
import { besidePublication } from "../extension-points.ts";
import { publicationPhrases as phrases } from "./phrases.ts";
import { chosenOf } from "./publication.ts";

/** Chosen cases that the city returned and that are not corrected yet, each with its day. */
export const returnedAmong = (
  chosen: readonly { applicationId: string; name: string }[],
  open: readonly Pick<CaseReturn, "caseId" | "dueOn">[],
) =>
  chosen.flatMap(({ applicationId, name }) => {
    const found = open.find(({ caseId }) => caseId === applicationId);
    return found ? [{ name, dueOn: found.dueOn }] : [];
  });

/** 公布 ends every correction: what is still open is said before, and holds nothing up by itself. */
export const openReturnsBeside = extend(besidePublication, async (context, { selection }) => {
  const { tx, campaign } = context;
  const open = await openReturns(tx, campaign.id);
  const returned = open.length === 0 ? [] : returnedAmong(await chosenOf(context, selection), open);
  const named = returned.map(({ name, dueOn }) => ({ name, dueOn: dayWordsIn(campaign.definition, dueOn) }));
  return named.length === 0 ? undefined : { warnings: [phrases.openReturns(named)] };
});
