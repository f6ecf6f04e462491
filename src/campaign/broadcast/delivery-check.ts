import { textView } from "../../platform/chat/view.ts";
import type { Context } from "../engine/context.ts";
import type { DueKind } from "../engine/feature.ts";
import { dueMomentTable } from "../engine/schedule/schedule.ts";
import { MESSAGE, NOTICE } from "./broadcast.ts";
import { broadcastPhrases as phrases } from "./phrases.ts";
import { broadcastTable, sentAs } from "./store.ts";

const CHECK = "broadcast.check";
/** Campaign time. By then everything of an ordinary campaign is sent, or refused. */
const AFTER_MS = 10 * 60_000;

/** @param key the broadcast's id and which sending it was, `<id>@<part>` */
export async function planCheck({ tx, campaign, now, withJournal }: Context, key: string): Promise<void> {
  const named = { campaignId: campaign.id, kind: CHECK, key };
  const rows = [dueMomentTable.row({ campaign_id: campaign.id, kind: CHECK, key })];
  await withJournal({ action: "broadcast.check-planned", rows }, () =>
    tx.dueMoment.createMany({ data: [{ ...named, dueAt: new Date(now.getTime() + AFTER_MS) }], skipDuplicates: true }),
  );
}

/** Tells the writer what the platform refused to deliver: a group without the bot, people who have left. */
export const checkDelivery: DueKind = {
  kind: CHECK,
  onDemand: true,
  refreshesOnly: true,
  moments: () => [],
  async fire(context, { key }) {
    const id = key.slice(0, key.lastIndexOf("@"));
    const broadcast = await sentAs(context.tx, id);
    if (broadcast?.state !== "sent") return "notSent";
    const { chats, reasons } = await refusedOf(context, id);
    if (chats <= broadcast.undelivered) return "delivered";
    await context.withJournal({ action: "broadcast.undelivered", rows: [broadcastTable.row({ id })] }, () =>
      context.tx.broadcast.update({ where: { id }, data: { undelivered: chats } }),
    );
    await context.cards.refresh({ kind: MESSAGE, subject: id });
    const sentence = phrases.undelivered(broadcast.number ?? 0, {
      chats,
      isGroup: broadcast.to.audience === "group",
      reasons,
    });
    await context.outbox.say(
      broadcast.sentBy,
      textView(phrases.undeliveredTitle(), sentence, { tone: "overdue" }),
      key,
    );
    return "done";
  },
};

async function refusedOf({ tx, campaign }: Context, id: string): Promise<{ chats: number; reasons: string[] }> {
  const cards = await tx.card.findMany({
    where: { campaignId: campaign.id, kind: NOTICE, subject: id, state: "live", deliveredVersion: 0 },
    select: { id: true },
  });
  const items = await tx.outboxItem.findMany({
    where: { state: "refused", cardId: { in: cards.map((card) => card.id) } },
    select: { chat: true, receipt: true },
  });
  return {
    chats: new Set(items.map(({ chat }) => chat)).size,
    reasons: [...new Set(items.flatMap(({ receipt }) => receipt ?? []))],
  };
}
