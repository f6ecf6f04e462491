import type { Dialogues } from "../../../platform/chat/dialogue.ts";
import type { InboundMessage } from "../../../platform/chat/ports.ts";
import type { Transaction } from "../../../platform/storage/database.ts";
import { staffId } from "../../../shared/brand.ts";
import { plainText } from "./match-command.ts";

const KIND = "reception.which-campaign";

const personOf = ({ from }: InboundMessage) => from ?? staffId("");

/** Stores the message until the person chooses a campaign. */
export const askWhich = (tx: Transaction, message: InboundMessage, dialogues: Dialogues): Promise<void> =>
  dialogues.open(tx, personOf(message), { kind: KIND, state: { text: message.text } });

/**
 * The chosen index, not checked against the list, and the stored text. Undefined if the message is not a number or no
 * question is open.
 */
export async function choiceOf(
  tx: Transaction,
  message: InboundMessage,
  dialogues: Dialogues,
): Promise<{ index: number; text: string } | undefined> {
  const open = await dialogues.current(tx, personOf(message));
  const number = plainText(message.text);
  if (open?.kind !== KIND || !/^\d+$/.test(number)) return undefined;
  const { text } = open.state as { text: string };
  return { index: Number(number) - 1, text };
}

export const forgetChoice = (tx: Transaction, message: InboundMessage, dialogues: Dialogues): Promise<boolean> =>
  dialogues.close(tx, personOf(message), KIND);
