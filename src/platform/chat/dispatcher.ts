import type { StaffId } from "../../shared/brand.ts";
import type { OpenedFile } from "../documents/open/opened-file.ts";
import type { Transaction } from "../storage/database.ts";
import type { LiveCard } from "./cards.ts";
import type { CardCallback, InboundFile, InboundMessage } from "./ports.ts";
import type { Asks, View } from "./view.ts";

/** A file that came with a message, already in the file store. */
export interface ReceivedFile {
  kind: InboundFile["kind"];
  name: string;
  /** Empty for one that was refused before it was stored. */
  hash: string;
  size: number;
  /** What it holds, while its message is handled; not kept with the file. */
  opened?: OpenedFile;
}

/** A message of the bot's that somebody quotes; empty where it cannot be told which. */
export interface QuotedMessage {
  /** When it was decided on. Machine time. */
  decidedAt?: Date;
  /** The question it asked. */
  asks?: Asks;
  /** The card it was, whatever it shows by now. */
  card?: LiveCard;
}

/** What came with the words of a message. */
export interface CameWith {
  files: readonly ReceivedFile[];
  /** When it was stored (machine time, and campaign time), and its place in the order in which people sent their messages. */
  received: { at: Date; order: bigint; heardAt?: Date };
  /** Left out if the message quotes none of the bot's. */
  quoted?: QuotedMessage;
}

/** The campaign side of the chat core. All effects belong to the given transaction. */
export interface Dispatcher {
  /**
   * Begins what every turn reads, beside the statements under way: whoever reads it in this transaction has it then.
   * @param whose open question is read: who wrote in their direct chat, or pressed
   */
  foresee(tx: Transaction, whose?: StaffId): void;
  /** Called in the order of the sender's messages. Replies go through the outbox; a RefusalError becomes a reply. */
  onMessage(tx: Transaction, message: InboundMessage, cameWith: CameWith): Promise<void>;
  /** A press on a known card by somebody who may press it. */
  onPress(tx: Transaction, press: Press): Promise<PressOutcome>;
  onEvent(tx: Transaction, event: { type: string; data: Record<string, unknown> }): Promise<void>;
  /** Renders the card from the current state. */
  renderCard(tx: Transaction, card: LiveCard): Promise<View>;
  /** Whether the action writes, so that a press on an outdated version of the card must be rejected. */
  changes(action: string): boolean;
  /** Whether the action takes a form of an earlier version, comparing it with the present state itself. */
  reconciles(action: string): boolean;
  /** Whether anything that the person sends is used. */
  listensTo(tx: Transaction, person: StaffId | undefined): Promise<boolean>;
  /** Whether the person belongs to the card's campaign. */
  mayPress(tx: Transaction, callback: CardCallback, card: LiveCard): Promise<boolean>;
}

export interface Press {
  callback: CardCallback;
  card: LiveCard;
  /** Campaign time at which it came. */
  heardAt?: Date;
}

export interface PressOutcome {
  toast?: string;
  /** The press changed what the card shows. */
  changed: boolean;
  /** The toast also stands on the card, until its next version. */
  lasting?: true;
}
