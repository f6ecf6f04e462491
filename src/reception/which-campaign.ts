import type { InboundMessage } from "../chat/ports.ts";
import type { Transaction } from "../storage/database.ts";
import type { Encryption } from "../storage/encryption.ts";
import { plainText } from "./match-command.ts";

const KIND = "reception.which-campaign";

const placeOf = ({ from }: InboundMessage): string => `direct:${from}`;

/** Keeps what was asked until the person says which campaign it was meant for. */
export async function askWhich(tx: Transaction, message: InboundMessage, encryption: Encryption): Promise<void> {
  const body = encryption.seal({ text: message.text });
  const data = { kind: KIND, body, updatedAt: new Date() };
  const place = placeOf(message);
  await tx.dialogue.upsert({
    where: { place },
    create: { place, ...data },
    update: { ...data, version: { increment: 1 } },
  });
}

/** The campaign's position in the list shown, and what was asked then; undefined when this is no answer. */
export async function choiceOf(
  tx: Transaction,
  message: InboundMessage,
  { count, encryption }: { count: number; encryption: Encryption },
): Promise<{ index: number; text: string } | undefined> {
  const open = await tx.dialogue.findUnique({ where: { place: placeOf(message) } });
  const number = Number(plainText(message.text));
  if (open?.kind !== KIND || !Number.isInteger(number) || number < 1 || number > count) return undefined;
  const { text } = encryption.open(open.body) as { text: string };
  return { index: number - 1, text };
}

export const forgetChoice = (tx: Transaction, message: InboundMessage): Promise<unknown> =>
  tx.dialogue.deleteMany({ where: { place: placeOf(message), kind: KIND } });
