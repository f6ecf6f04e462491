import { addDays, type CivilDate, civilDate, dayOf, daysBetween, momentOf } from "../../shared/civil-date.ts";
import { stageWindow } from "../definition/definition.ts";
import { stagesWith } from "../definition/purposes.ts";
import { momentsOverTime } from "../definition/rulings-in-force.ts";
import type { RunningCampaign } from "../definition/running-campaign.ts";
import { membersWhoMay } from "../directory/member.ts";
import type { DueKind } from "../engine/feature.ts";
import { NOTICE_CARD } from "../selection/decide.ts";
import { publicationWaitsChanged } from "../selection/events.ts";
import { noticePeriod } from "../selection/rules.ts";
import { latestSelection } from "../selection/store.ts";
import { post } from "./begin.ts";
import { noticeChanged } from "./events.ts";
import { noticeOf } from "./store.ts";
import { CARD } from "./views.ts";

/** Days after the campaign's last on which a late 公示 may still end. */
const AFTER = 30;
const TOLD_AT = "09:00";

/** Redraws the cards at 00:00 of the days on which 公示 begins and on which 公布 becomes possible. */
export const noticeEnds: DueKind = {
  kind: "publication.notice-end",
  refreshesOnly: true,
  moments: (campaign, steps) =>
    momentsOverTime(steps, (rulings) => (noticePeriod(campaign.definition, rulings).days > 0 ? daysOf(campaign) : [])),
  async fire(context, { key }) {
    const latest = await latestSelection(context.tx, context.campaign.id);
    if (latest?.state !== "approved" || dayOf(context.now) < civilDate(key)) return "nothing ends";
    const notice = await noticeOf(context, latest.version);
    if (!notice) {
      // Its form proposes days from today on.
      await context.cards.refresh({ kind: CARD, subject: String(latest.version) });
      return "nothing has begun";
    }
    const { number, version, beginsOn, endsOn } = notice;
    const isEnd = addDays(endsOn, 1) === key;
    if (!isEnd && beginsOn !== key) return "nothing ends";
    context.emit(noticeChanged, { number, version });
    context.emit(publicationWaitsChanged, {});
    return "done";
  },
};

/**
 * At 09:00 the group gets the list on the first day of 公示, and the organizers their card anew, with 公布, on the first
 * working day after it: a redrawn card further up is not noticed. Most of these moments do nothing, so an emulated clock
 * does not stop at them.
 */
export const noticeTold: DueKind = {
  kind: "publication.notice-told",
  refreshesOnly: true,
  moments: (campaign, steps) =>
    noticeEnds.moments(campaign, steps).map(({ key }) => ({ key, dueAt: momentOf(civilDate(key), TOLD_AT) })),
  async fire(context, { key }) {
    const { campaign, people, cards } = context;
    const latest = await latestSelection(context.tx, campaign.id);
    const notice = latest?.state === "approved" ? await noticeOf(context, latest.version) : undefined;
    if (!notice) return "nothing to tell";
    const { number, version, beginsOn, endsOn } = notice;
    if (beginsOn === key) await post(context, number);
    const first = campaign.calendar.nextWorkingDay(addDays(endsOn, 1));
    if (first !== key) return beginsOn === key ? "done" : "nothing to tell";
    for (const { staffId } of membersWhoMay(campaign.definition, people, "publication.publish")) {
      await cards.show(staffId, { kind: NOTICE_CARD, subject: String(version) });
    }
    return "done";
  },
};

function daysOf({ definition }: RunningCampaign): { key: CivilDate; dueAt: Date }[] {
  const [stage] = stagesWith(definition, "publication");
  if (!stage) return [];
  const { from } = stageWindow(definition, stage);
  const lasts = definition.campaign.stages.map((one) => stageWindow(definition, one).to).sort();
  const last = addDays(lasts.at(-1) ?? from, AFTER);
  return Array.from({ length: daysBetween(from, last) + 1 }, (_, at) => addDays(from, at)).map((day) => ({
    key: day,
    dueAt: momentOf(day),
  }));
}
