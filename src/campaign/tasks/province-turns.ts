import { addDays, momentOf } from "../../shared/civil-date.ts";
import type { CampaignState } from "./campaign-state.ts";
import { may, type Turn } from "./turn.ts";

/** 向省推荐 that is to be proposed, decided, replaced, sent. */
export function provinceTurns(state: CampaignState): Turn[] {
  if (!state.province) return [];
  const { next, version, since, dueOn } = state.province;
  const own = {
    ...{ about: { version }, since },
    ...(dueOn === undefined ? {} : { dueAt: momentOf(addDays(dueOn, 1)) }),
  };
  const organizers = may(state, "publication.publish");
  switch (next) {
    case "decide":
      return [
        {
          ...{ ...own, what: "province.decide", doers: may(state, "publication.approve"), awaitedBy: organizers },
          waitsFor: { role: "approver" },
        },
      ];
    case "nothing":
      return [];
    default:
      return [{ ...own, what: `province.${next}`, doers: organizers, awaitedBy: [], waitsFor: { role: "organizer" } }];
  }
}
