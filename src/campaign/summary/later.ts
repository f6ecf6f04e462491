import { shanghaiIso } from "../../shared/civil-date.ts";
import type { Context } from "../engine/context.ts";
import type { DueKind } from "../engine/feature.ts";
import { dueMomentTable } from "../engine/schedule/schedule.ts";
import { summaries } from "./extension-points.ts";
import { summaryPhrases as phrases } from "./phrases.ts";
import { nextOn } from "./rules.ts";
import { summaryState } from "./store.ts";
import { type SummaryKind, summaryKind } from "./summary.ts";

const LATER = "summary.later";

/** Sends the summary at that moment, as it is then. */
export async function sendLater({ tx, campaign, withJournal }: Context, what: SummaryKind, at: Date): Promise<void> {
  const key = `${what}@${shanghaiIso(at).slice(0, 16)}`;
  const rows = [dueMomentTable.row({ campaign_id: campaign.id, kind: LATER, key })];
  await withJournal({ action: "summary.planned", rows }, () =>
    tx.dueMoment.createMany({
      data: [{ campaignId: campaign.id, kind: LATER, key, dueAt: at }],
      skipDuplicates: true,
    }),
  );
}

/** A moment to which a summary was moved, or until which it waits after the last one. */
export const laterSummary: DueKind = {
  kind: LATER,
  onDemand: true,
  moments: () => [],
  label: () => phrases.momentLabel(),
  async fire(context, { key, dueAt }) {
    const what = summaryKind.parse(key.split("@")[0]);
    const { isOn, weekday, time } = await summaryState(context, what);
    if (!isOn) return "off";
    if (what === "weekly") {
      // Moved meanwhile: its new moment sends it.
      if (weekday === undefined || time === undefined || !isAt(dueAt, { weekday, time })) return "moved";
      await sendLater(context, what, nextOn(context.now, weekday, time));
    }
    const all = await context.contributions(summaries, {});
    await all.find((one) => one.what === what)?.send(context);
    return "done";
  },
};

const isAt = (dueAt: Date, { weekday, time }: { weekday: number; time: string }): boolean =>
  nextOn(new Date(dueAt.getTime() - 1), weekday, time).getTime() === dueAt.getTime();
