import { z } from "zod";
import type { Dialogues, OpenDialogue } from "../../../platform/chat/dialogue.ts";
import type { InboundMessage } from "../../../platform/chat/ports.ts";
import type { Transaction } from "../../../platform/storage/database.ts";
import { staffId } from "../../../shared/brand.ts";
import { plainText } from "./match-command.ts";

const KIND = "reception.which-campaign";

const personOf = ({ from }: InboundMessage) => from ?? staffId("");

/** What was said, and the question that was open before: it is open again once the campaign is chosen. */
const asked = z.object({
  text: z.string(),
  before: z.object({ kind: z.string(), state: z.unknown(), campaignId: z.string().exactOptional() }).exactOptional(),
});

/** Stores the message until the person chooses a campaign. */
export async function askWhich(tx: Transaction, message: InboundMessage, dialogues: Dialogues): Promise<void> {
  const before = await openBefore(tx, message, dialogues);
  const state = { text: message.text, ...(before ? { before } : {}) };
  await dialogues.open(tx, personOf(message), { kind: KIND, state });
}

async function openBefore(
  tx: Transaction,
  message: InboundMessage,
  dialogues: Dialogues,
): Promise<OpenDialogue | undefined> {
  const open = await dialogues.current(tx, personOf(message));
  return open?.kind === KIND ? asked.parse(open.state).before : open;
}

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
  const { text } = asked.parse(open.state);
  return { index: Number(number) - 1, text };
}

/** Closes the question; the one before it is open again. */
export async function forgetChoice(tx: Transaction, message: InboundMessage, dialogues: Dialogues): Promise<void> {
  const before = await openBefore(tx, message, dialogues);
  await dialogues.close(tx, personOf(message), KIND);
  if (before) await dialogues.open(tx, personOf(message), before);
}
