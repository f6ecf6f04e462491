import type { Transaction } from "../storage/database.ts";
import type { CardSubject, LiveCard } from "./cards.ts";
import type { CardCallback, InboundFile, InboundMessage } from "./ports.ts";
import type { View } from "./view.ts";

/** A file that came with a message, already in the file store. */
export interface ReceivedFile {
  kind: InboundFile["kind"];
  name: string;
  hash: string;
  size: number;
}

/** What the chat core asks of whoever knows the campaign. Everything happens in the one transaction given. */
export interface Reception {
  /** One message, in its person's order. Replies go through the outbox; a thrown Refusal becomes its sentence. */
  onMessage(tx: Transaction, message: InboundMessage, files: readonly ReceivedFile[]): Promise<void>;
  /** One press on a card that exists and was sent where the person is. */
  onPress(tx: Transaction, press: Press): Promise<PressOutcome>;
  onEvent(tx: Transaction, event: { type: string; data: Record<string, unknown> }): Promise<void>;
  /** The face of a card, from the state as it is now. */
  drawCard(tx: Transaction, card: LiveCard): Promise<View>;
  /** Whether a press of this action changes something, and so must stand on the newest face. */
  changes(action: string): boolean;
  /** Whether the person belongs to the card's campaign. */
  mayPress(tx: Transaction, callback: CardCallback, card: LiveCard): Promise<boolean>;
}

export interface Press {
  callback: CardCallback;
  card: LiveCard;
}

export interface PressOutcome {
  toast?: string;
  /** The press changed what the card shows. */
  changed: boolean;
}

export type { CardSubject, LiveCard };
