import type { GroupId, StaffId } from "../shared/brand.ts";
import type { View } from "./view.ts";

/** Where something is said: the direct chat of one person with the bot, or a group. */
export type Chat = { kind: "direct"; person: StaffId } | { kind: "group"; group: GroupId };

/** A message a person sent the bot, already free of the platform's shapes. */
export interface InboundMessage {
  kind: "message";
  /** The same over every redelivery of the same message. */
  messageId: string;
  /** Missing for people outside the organisation. */
  from: StaffId | undefined;
  nick: string;
  chat: Chat;
  groupTitle?: string;
  /** Trimmed; voice messages carry their recognised words here. Empty for a bare file. */
  text: string;
  files: InboundFile[];
  sentAt: Date;
  /** Set when the platform itself reports that it stopped delivering (monthly push quota used up). */
  notice?: "pushQuotaExceeded";
}

export interface InboundFile {
  kind: "file" | "picture" | "audio" | "video";
  /** Short-lived; exchanged for the bytes by {@link ChatGateway.download}. */
  downloadCode: string;
  fileName: string;
}

/** A press on a card, or a submitted form on one. */
export interface CardCallback {
  kind: "callback";
  /** The frame's id: equal when the platform sends the same press twice. */
  deliveryId: string;
  cardId: string;
  person: StaffId;
  /** `<feature>.<verb>`; empty when the client sent something unreadable. */
  action: string;
  subject: string;
  /** The version of the card the person had before them. */
  version: number;
  /** Values of a submitted form, as the client encodes them, by field name. */
  form?: Record<string, unknown>;
}

/** Something happened around us: a member joined, a message was read or recalled. */
export interface PlatformEvent {
  kind: "event";
  eventId: string;
  type: string;
  data: Record<string, unknown>;
}

export type Inbound = InboundMessage | CardCallback | PlatformEvent;

/** What became of one call out. Throttling and network trouble are thrown as {@link DeliveryTrouble} instead. */
export type DeliveryOutcome =
  | { kind: "sent"; receipt?: string }
  /** The platform will never take this (content check, person gone): do not repeat. */
  | { kind: "refused"; reason: string };

/** A call out that may succeed later. */
export class DeliveryTrouble extends Error {
  override readonly name = "DeliveryTrouble";
  readonly retryAfterMs: number;

  constructor(message: string, retryAfterMs: number, options?: ErrorOptions) {
    super(message, options);
    this.retryAfterMs = retryAfterMs;
  }
}

/** A card as it is sent: the id makes sending it twice harmless. */
export interface OutboundCard {
  cardId: string;
  chat: Chat;
  version: number;
  view: View;
}

/** The way out. Nothing behind it knows the campaign; nothing before it knows the platform. */
export interface ChatGateway {
  /** False where no card template is configured: views then go out as messages and cannot be refreshed. */
  readonly cards: boolean;
  sendCard(card: OutboundCard): Promise<DeliveryOutcome>;
  updateCard(card: OutboundCard): Promise<DeliveryOutcome>;
  /** A message with no later life: markdown with links as buttons, or plain text. */
  sendView(chat: Chat, view: View): Promise<DeliveryOutcome>;
  sendFile(chat: Chat, file: { name: string; bytes: Buffer }): Promise<DeliveryOutcome>;
  download(file: InboundFile): Promise<Buffer>;
}

/** The answer to a callback: the card's new face, and at most one sentence for the person who pressed. */
export interface CallbackAnswer {
  face?: OutboundCard;
  toast?: string;
}

/** The way in. Resolving a message or event means it is stored and may be acknowledged; rejecting means it is not. */
export interface InboundHandler {
  onMessage(message: InboundMessage): Promise<void>;
  onEvent(event: PlatformEvent): Promise<void>;
  /** Resolves within 1.8 s of machine time with what the client should show. */
  onCallback(callback: CardCallback): Promise<CallbackAnswer>;
}
