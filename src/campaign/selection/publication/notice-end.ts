import { addDays, civilDate, dayOf, daysBetween, momentOf } from "../../../shared/civil-date.ts";
import { stageWindow } from "../../definition/definition.ts";
import { stagesWith } from "../../definition/purposes.ts";
import { momentsOverTime } from "../../definition/rulings-in-force.ts";
import type { RunningCampaign } from "../../definition/running-campaign.ts";
import { membersWhoMay } from "../../directory/member.ts";
import type { DueKind } from "../../engine/feature.ts";
import { NOTICE_CARD } from "../decide.ts";
import { noticePeriod } from "../rules.ts";
import { latestSelection } from "../store.ts";
import { noticeEnded } from "./events.ts";
import { firstDay } from "./publication.ts";

/** Days after the campaign's last on which a late 公示 may still end. */
const AFTER = 30;
const TOLD_AT = "09:00";

/** Redraws the organizers' card at 00:00 of the day on which 公布 becomes possible. */
export const noticeEnds: DueKind = {
  kind: "publication.notice-end",
  refreshesOnly: true,
  moments: (campaign, steps) =>
    momentsOverTime(steps, (rulings) => (noticePeriod(campaign.definition, rulings).days > 0 ? daysOf(campaign) : [])),
  async fire(context, { key }) {
    const { tx, campaign, now } = context;
    const selection = await latestSelection(tx, campaign.id);
    if (selection?.state !== "approved" || firstDay(context, selection) !== civilDate(key)) return "nothing ends";
    if (dayOf(now) < civilDate(key)) return "nothing ends";
    const { version } = selection;
    await context.cards.refresh({ kind: NOTICE_CARD, subject: String(version) });
    context.emit(noticeEnded, { version });
    return "done";
  },
};

/**
 * Shows the organizers their card anew, with 公布, at 09:00 of the first working day after 公示: a redrawn card further
 * up is not noticed. Most of these moments end no notice, so an emulated clock does not stop at them.
 */
export const noticeTold: DueKind = {
  kind: "publication.notice-told",
  refreshesOnly: true,
  moments: (campaign, steps) =>
    noticeEnds
      .moments(campaign, steps)
      .map(({ key }) => civilDate(key))
      .filter((day) => campaign.calendar.isWorkingDay(day))
      .map((day) => ({ key: day, dueAt: momentOf(day, TOLD_AT) })),
  async fire(context, { key }) {
    const { tx, campaign, people, cards } = context;
    const selection = await latestSelection(tx, campaign.id);
    const first = selection?.state === "approved" ? firstDay(context, selection) : undefined;
    if (!selection || first === undefined || campaign.calendar.nextWorkingDay(first) !== key) return "nothing ends";
    for (const { staffId } of membersWhoMay(campaign.definition, people, "publication.publish")) {
      await cards.show(staffId, { kind: NOTICE_CARD, subject: String(selection.version) });
    }
    return "done";
  },
};

function daysOf({ definition }: RunningCampaign): { key: string; dueAt: Date }[] {
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
