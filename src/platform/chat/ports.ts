import type { GroupId, StaffId } from "../../shared/brand.ts";
import type { View, ViewField } from "./view.ts";

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
  /** Values of a submitted form by field name, choices as plain values; fields left empty are absent. */
  form?: Record<string, unknown>;
}

/** Something happened around us: a member joined, a message was read or recalled. */
export interface PlatformEvent {
  kind: "event";
  eventId: string;
  type: string;
  /** As the platform sends it, but `group`, `receipt`, `person` (one) and `people` (several) carry our own names. */
  data: Record<string, unknown>;
}

export type Inbound = InboundMessage | CardCallback | PlatformEvent;

/** What became of one call out. Throttling and network trouble are thrown as {@link DeliveryTrouble} instead. */
export type DeliveryOutcome =
  /** `existed`: a card of this id was there already, with whatever face it had. */
  | { kind: "sent"; receipt?: string; existed?: true }
  /** The platform will never take this (content check, person gone): do not repeat. */
  | { kind: "refused"; reason: string };

/** A call out that may succeed later. */
export class DeliveryTrouble extends Error {
  override readonly name = "DeliveryTrouble";
  readonly retryAfterMs: number;
  readonly code: TroubleCode;

  constructor(message: string, retryAfterMs: number, options?: ErrorOptions & { code?: TroubleCode }) {
    super(message, options);
    this.retryAfterMs = retryAfterMs;
    this.code = options?.code ?? "unavailable";
  }
}

/** `monthlyQuota`: nothing goes out before next month or an upgrade; `setup`: an administrator must act. */
export type TroubleCode = "unavailable" | "throttled" | "monthlyQuota" | "setup";

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
  /** How large one form on a card may be, and how large these fields would make it. */
  readonly formRoom: FormRoom;
  sendCard(card: OutboundCard): Promise<DeliveryOutcome>;
  updateCard(card: OutboundCard): Promise<DeliveryOutcome>;
  /** A message with no later life: markdown with links as buttons, or plain text. */
  sendView(chat: Chat, view: View): Promise<DeliveryOutcome>;
  sendFile(chat: Chat, file: { name: string; bytes: Buffer }): Promise<DeliveryOutcome>;
  download(file: InboundFile): Promise<Buffer>;
}

export interface FormRoom {
  limit: number;
  measure(fields: readonly ViewField[]): number;
}

/** The answer to a callback: the card's new face, and at most one sentence for the person who pressed. */
export interface CallbackAnswer {
  face?: OutboundCard;
  toast?: string;
  /** Told once whether the answer left over an open connection in time; if not, the face must be sent again. */
  settled?: (delivered: boolean) => void;
}

/** The way in. Resolving a message or event means it is stored and may be acknowledged; rejecting means it is not. */
export interface InboundHandler {
  onMessage(message: InboundMessage): Promise<void>;
  onEvent(event: PlatformEvent): Promise<void>;
  /** Resolves within 1.8 s of machine time with what the client should show. */
  onCallback(callback: CardCallback): Promise<CallbackAnswer>;
}
