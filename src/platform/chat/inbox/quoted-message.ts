import type { Transaction } from "../../storage/database.ts";
import type { Encryption } from "../../storage/encryption.ts";
import type { LiveCard } from "../cards.ts";
import { chatKey } from "../chat-key.ts";
import type { QuotedMessage } from "../dispatcher.ts";
import type { OutboxBody } from "../outbox/outbox.ts";
import type { InboundMessage } from "../ports.ts";

/** The message of the bot's that this one quotes; undefined if it quotes none. */
export async function quotedMessage(
  tx: Transaction,
  { quotes, chat }: Pick<InboundMessage, "quotes" | "chat">,
  encryption: Encryption,
): Promise<QuotedMessage | undefined> {
  if (!quotes) return undefined;
  if (quotes.receipt === undefined) return {};
  const item = await tx.outboxItem.findFirst({
    where: { chat: chatKey(chat), state: "sent", receipt: quotes.receipt },
    select: { cardId: true, body: true, createdAt: true },
    orderBy: { id: "desc" },
  });
  if (!item) return {};
  const { createdAt: decidedAt, cardId } = item;
  if (cardId !== null) {
    const card = (await tx.card.findUnique({ where: { id: cardId } })) as LiveCard | null;
    return { decidedAt, ...(card ? { card } : {}) };
  }
  const body = item.body === null ? undefined : (encryption.open(item.body) as OutboxBody);
  const asks = body?.kind === "view" ? body.view.asks : undefined;
  return { decidedAt, ...(asks ? { asks } : {}) };
}
