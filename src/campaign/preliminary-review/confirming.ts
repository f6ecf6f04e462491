import { withShare } from "../../platform/conversation/shared-work.ts";
import { applicationById } from "../application/store.ts";
import { pendingConfirmations } from "../engine/dispatch/extension-points.ts";
import { extend } from "../engine/feature.ts";
import { workDistrictsOf } from "../engine/on-behalf.ts";
import { isFinalized } from "../scoring/points.ts";
import { standingOf } from "../scoring/scoring-draft.ts";
import { sheetOf } from "../scoring/store.ts";
import { reviewPhrases as phrases } from "./phrases.ts";
import { PLACE, SHEET_CARD, sheetOwner } from "./review.ts";

/** 提交定稿 was said and 确认定稿 was not: 取消 ends it. */
export const confirming = extend(pendingConfirmations, async (context, { person }) => {
  const places = await context.drafts.unfinished({ kind: PLACE, districts: workDistrictsOf(context, person) });
  const waiting = places.filter((place) => {
    const { step } = standingOf(place, person).share;
    return step === "confirming" || step === "whyLate";
  });
  const all = await Promise.all(
    waiting.map(async (place) => {
      const application = await applicationById(context.tx, place.subject ?? "");
      const sheet = await sheetOf(context.tx, sheetOwner(place.subject ?? ""));
      if (application?.state !== "submitted" || isFinalized(sheet)) return [];
      const { id, compoundName } = application;
      const { at, work } = standingOf(place, person);
      const disarm = async () => {
        const body = { ...(at === undefined ? {} : { at }), ...withShare(work, person, { step: "left" }) };
        await context.drafts.save(place, { body });
        await context.cards.refresh({ kind: SHEET_CARD, subject: id });
      };
      return [{ name: phrases.confirmAsked(compoundName), typed: phrases.confirmTyped(compoundName), disarm }];
    }),
  );
  return all.flat();
});
