import { textView } from "../../platform/chat/view.ts";
import type { Draft } from "../../platform/conversation/drafts.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { mayMember, memberOf } from "../directory/member.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import type { DueKind } from "../engine/feature.ts";
import { lockCampaign } from "../engine/lock-campaign.ts";
import { dueMomentTable } from "../engine/schedule/schedule.ts";
import { type Audience, MESSAGE, type Message } from "./broadcast.ts";
import { checkedText } from "./check-text.ts";
import { chatsFor, FIRST, sendOut, storeValues } from "./deliver.ts";
import { finishMessage, messageOf, saveMessage } from "./drafts.ts";
import { broadcastPhrases as phrases } from "./phrases.ts";
import { receiversOf } from "./recipients.ts";
import { type Quiet, quietAt } from "./sending-time.ts";
import { correctWith } from "./sent/correct.ts";
import { type Broadcast, broadcastTable, filesOf, nextNumber, sentAs, storeFiles, textOf } from "./store.ts";

const SEND = "broadcast.send";

const actions: Readonly<Record<Audience, string>> = {
  group: "broadcast.sent-to-group",
  officials: "broadcast.sent-to-officials",
  owing: "broadcast.sent",
  unread: "broadcast.sent",
  list: "broadcast.sent",
};

/** What became of a message that was confirmed. */
export type Confirmed =
  | { kind: "sent"; receivers: number }
  | { kind: "corrected"; receivers: number }
  | { kind: "planned"; at: Date }
  /** It would disturb: it goes out if that is said once more. */
  | { kind: "asked"; at: Date; quiet: Quiet };

/**
 * Sends the message, or plans it, and marks its draft done in the same transaction, so that it is sent once.
 *
 * @param isSaidAgain also at night and on days off, after that was asked
 * @throws {RefusalError} if there is no text or no receiver
 */
export async function confirmMessage(context: PersonContext, draft: Draft, isSaidAgain: boolean): Promise<Confirmed> {
  const message = messageOf(draft);
  const text = checkedText(context, message.text ?? "", message.audience);
  const at = message.at === undefined ? context.now : new Date(message.at);
  if (at < context.now) throw new RefusalError("broadcast.time-over", phrases.timeOver(at));
  const quiet = quietAt(context.campaign.calendar, at);
  if (quiet && !(isSaidAgain && message.asked)) {
    await saveMessage(context, draft, { ...message, asked: { at: at.toISOString(), quiet } });
    return { kind: "asked", at, quiet };
  }
  if (message.corrects !== undefined) {
    const receivers = await correctWith(context, message.corrects, { text, files: message.files });
    await finishMessage(context, draft);
    return { kind: "corrected", receivers };
  }
  const receivers = await receiversOf(context, message);
  await chatsFor(context, message, receivers);
  await store(context, draft.id, { ...message, text, receivers: receivers.length, at });
  if (message.at === undefined) await sendStored(context, draft.id, context.person.staffId);
  await finishMessage(context, draft);
  return message.at === undefined ? { kind: "sent", receivers: receivers.length } : { kind: "planned", at };
}

/** Stored as waiting; its moment sends it. */
async function store(
  context: PersonContext,
  id: string,
  { text, receivers, at, audience, of, files }: Omit<Message, "at"> & { text: string; receivers: number; at: Date },
): Promise<void> {
  const { tx, campaign, person } = context;
  await lockCampaign(tx, campaign.id);
  const number = await nextNumber(tx, campaign.id);
  const moment = { campaignId: campaign.id, kind: SEND, key: id };
  const isLater = at > context.now;
  const rows = [
    broadcastTable.row({ id }),
    ...(isLater ? [dueMomentTable.row({ campaign_id: campaign.id, kind: SEND, key: id })] : []),
  ];
  await context.withJournal({ action: "broadcast.confirmed", rows }, async () => {
    const kept = await storeFiles(context, files);
    const data = { campaignId: campaign.id, number, text: { ...(await context.personal.store(text)) }, receivers };
    await tx.broadcast.create({
      data: {
        id,
        ...data,
        recipients: { audience, of },
        files: kept,
        state: "waiting",
        sentBy: person.staffId,
        dueAt: at,
      },
    });
    if (isLater) await tx.dueMoment.create({ data: { ...moment, dueAt: at } });
  });
}

/** Sends a stored broadcast to those whom it is for now. @returns the number of receivers */
async function sendStored(context: Context, id: string, sender: string): Promise<number> {
  const broadcast = await waiting(context, id);
  const text = await textOf(context, broadcast.text);
  if (text === undefined) throw new RefusalError("broadcast.empty", phrases.empty());
  const receivers = await receiversOf(context, broadcast.to);
  const addressed = await chatsFor(context, broadcast.to, receivers);
  const values = await storeValues(context, text, receivers);
  const entry = { action: actions[broadcast.to.audience], rows: [broadcastTable.row({ id })] };
  await context.withJournal(entry, () =>
    context.tx.broadcast.update({
      where: { id },
      data: {
        ...{ state: "sent", sentAt: context.now, receivers: receivers.length, sentBy: sender },
        ...(values ? { values: { ...values } } : {}),
      },
    }),
  );
  await sendOut(context, { id, files: await filesOf(context, broadcast), part: FIRST }, addressed);
  return receivers.length;
}

async function waiting({ tx }: Context, id: string): Promise<Broadcast> {
  const broadcast = await sentAs(tx, id);
  if (broadcast?.state !== "waiting") throw new Error(`broadcast ${id} does not wait to be sent`);
  return broadcast;
}

/** Sends what was to be sent at a moment; if nobody is to get it any more, the writer is told. */
export const sendAtMoment: DueKind = {
  kind: SEND,
  onDemand: true,
  moments: () => [],
  label: () => phrases.momentLabel(),
  async fire(context, { key: id }) {
    const broadcast = await sentAs(context.tx, id);
    if (broadcast?.state !== "waiting") return "cancelled";
    const { definition } = context.campaign;
    const writer = memberOf(context.people, broadcast.sentBy);
    if (!writer || !mayMember(definition, writer, "broadcast.send")) {
      await cancelStored(context, id);
      return "writerLeft";
    }
    try {
      await sendStored(context, id, broadcast.sentBy);
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error;
      await cancelStored(context, id);
      const sentence = phrases.notSentAtMoment(broadcast.number ?? 0, error.message);
      await context.outbox.say(broadcast.sentBy, textView(phrases.droppedTitle(), sentence, { tone: "overdue" }));
      return "nobody";
    }
    await context.cards.refresh({ kind: MESSAGE, subject: id });
    return "done";
  },
};

/** It is not sent any more. */
export async function cancelStored(context: Context, id: string): Promise<void> {
  await context.withJournal({ action: "broadcast.cancelled", rows: [broadcastTable.row({ id })] }, () =>
    context.tx.broadcast.update({ where: { id }, data: { state: "cancelled" } }),
  );
  await context.cards.refresh({ kind: MESSAGE, subject: id });
}
