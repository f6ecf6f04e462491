import { RefusalError } from "../../../shared/refusal-error.ts";
import type { PersonContext } from "../../engine/context.ts";
import { MESSAGE, NOTICE } from "../broadcast.ts";
import { filesKey } from "../deliver.ts";
import { cancelStored } from "../send.ts";
import { type Broadcast, broadcastTable } from "../store.ts";
import { requireSent } from "./correct.ts";
import { sentPhrases as phrases } from "./phrases.ts";

/** @throws {RefusalError} if it cannot be recalled: it was before, or its messages cannot be changed */
export function requireRecallable({ cards }: PersonContext, broadcast: Broadcast): void {
  if (broadcast.state === "waiting") return;
  requireSent(broadcast);
  if (!cards.interactive) throw new RefusalError("broadcast.not-recallable", phrases.notRecallable());
}

/**
 * Takes its text from everybody's card, and what is not sent yet is not sent any more. One that only waits for its moment
 * is cancelled.
 */
export async function recall(context: PersonContext, broadcast: Broadcast): Promise<void> {
  requireRecallable(context, broadcast);
  const { id, state } = broadcast;
  if (state === "waiting") return cancelStored(context, id);
  await context.withJournal({ action: "broadcast.recalled", rows: [broadcastTable.row({ id })] }, () =>
    context.tx.broadcast.update({ where: { id }, data: { state: "recalled", recalledAt: context.now } }),
  );
  await context.outbox.dropKeyed(filesKey(id));
  await context.cards.withdraw({ kind: NOTICE, subject: id });
  await context.cards.refresh({ kind: MESSAGE, subject: id });
}
