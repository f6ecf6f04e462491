import type { GroupId, StaffId } from "../../shared/brand.ts";
import type { View, ViewField } from "./view.ts";

/** A conversation: the direct chat of one person with the bot, or a group. */
export type Chat = { kind: "direct"; person: StaffId } | { kind: "group"; group: GroupId };

/** A message to the bot, independent of the platform's format. */
export interface InboundMessage {
  kind: "message";
  /** Equal for every redelivery of a message. */
  messageId: string;
  /** Undefined for people outside the organisation. */
  from: StaffId | undefined;
  nick: string;
  chat: Chat;
  groupTitle?: string;
  /** Trimmed; the recognised words of a voice message. Empty for a file. */
  text: string;
  files: InboundFile[];
  /** The message that it answers by quoting it; left out for a message of a person. */
  quotes?: Quote;
  sentAt: Date;
  /** Set when the platform reports that it stopped delivering: the monthly push quota is exhausted. */
  notice?: "pushQuotaExceeded";
}

/** A quoted message of the bot's. */
export interface Quote {
  /** What its sending was answered with; undefined where the platform does not say. */
  receipt: string | undefined;
}

export interface InboundFile {
  kind: "file" | "picture" | "audio" | "video";
  /** Short-lived; {@link ChatGateway.download} exchanges it for the content. */
  downloadCode: string;
  fileName: string;
}

/** A press on a card, or a form submitted on one. */
export interface CardCallback {
  kind: "callback";
  /** The frame's id; equal for every redelivery of a press. */
  deliveryId: string;
  cardId: string;
  person: StaffId;
  /** `<feature>.<verb>`; empty if the callback could not be parsed. */
  action: string;
  subject: string;
  /** The version of the card that was pressed. */
  version: number;
  /** Values of a submitted form by field name, choices as plain values; empty fields are absent. */
  form?: Record<string, unknown>;
}

/** A notification by the platform, e.g. a member joined or a message was read or recalled. */
export interface PlatformEvent {
  kind: "event";
  eventId: string;
  type: string;
  /** As sent by the platform, with ids renamed to `group`, `receipt`, `person` (one) and `people` (several). */
  data: Record<string, unknown>;
}

export type Inbound = InboundMessage | CardCallback | PlatformEvent;

/** Outcome of an outgoing call. Throttling and network errors are thrown as {@link DeliveryError}. */
export type DeliveryOutcome =
  /** `existed`: a card with this id was there already, in an unknown version. */
  | { kind: "sent"; receipt?: string; existed?: true }
  /** Permanent: content check, unknown person. */
  | { kind: "refused"; reason: string };

/** An outgoing call that may succeed later. */
export class DeliveryError extends Error {
  override readonly name = "DeliveryError";
  readonly retryAfterMs: number;
  readonly code: DeliveryErrorCode;

  constructor(message: string, retryAfterMs: number, options?: ErrorOptions & { code?: DeliveryErrorCode }) {
    super(message, options);
    this.retryAfterMs = retryAfterMs;
    this.code = options?.code ?? "unavailable";
  }
}

/** `monthlyQuota`: exhausted until next month or an upgrade; `setup`: an administrator must act. */
export type DeliveryErrorCode = "unavailable" | "throttled" | "monthlyQuota" | "setup";

/** A rendered version of a card; its id makes sending idempotent. */
export interface OutboundCard {
  cardId: string;
  chat: Chat;
  version: number;
  view: View;
}

/** An entry of the platform's own list of what a person has to do. They cannot tick it off there: the bot ends it. */
export interface PersonalTodo {
  /** One to one with the entry. */
  source: string;
  subject: string;
  dueAt: Date;
  /** Address of the page that says more. */
  page: string;
}

/** Outbound port. Its implementation knows the platform and nothing of the campaign. */
export interface ChatGateway {
  /** False where no card template is configured: views are sent as messages and cannot be updated. */
  readonly interactive: boolean;
  /** How large one form on a card may be. */
  readonly formRoom: FormRoom;
  sendCard(card: OutboundCard): Promise<DeliveryOutcome>;
  updateCard(card: OutboundCard): Promise<DeliveryOutcome>;
  /** A message that cannot be updated: markdown with links instead of buttons, or plain text. */
  sendView(chat: Chat, view: View): Promise<DeliveryOutcome>;
  sendFile(chat: Chat, file: { name: string; bytes: Buffer }): Promise<DeliveryOutcome>;
  /** The receipt is for {@link ChatGateway.endTodo}. Refused also where the organisation does not permit it. */
  addTodo(person: StaffId, todo: PersonalTodo): Promise<DeliveryOutcome>;
  endTodo(person: StaffId, receipt: string): Promise<DeliveryOutcome>;
  /** A notice in the app that stays until it is confirmed. Refused also where the edition has none. */
  sendDing(person: StaffId, text: string): Promise<DeliveryOutcome>;
  /** @param chat in which the file was sent */
  download(file: InboundFile, chat: Chat): Promise<Buffer>;
}

/** Whom the organisation's directory has under a mobile number. `unavailable`: it could not be asked now. */
export type FoundByMobile = { kind: "found"; person: StaffId } | { kind: "nobody" } | { kind: "unavailable" };

export type FindByMobile = (mobile: string) => Promise<FoundByMobile>;

/** Who has read a sent message; undefined: the platform does not say (any more). */
export type AskReaders = (sent: { chat: Chat; receipt: string }) => Promise<readonly StaffId[] | undefined>;

export interface FormRoom {
  limit: number;
  /** Size of a form with these fields, in the unit of `limit`. */
  measure(fields: readonly ViewField[]): number;
}

/** Response to a callback: the new version of the card, and a sentence for the person who pressed. */
export interface CallbackAnswer {
  card?: OutboundCard;
  toast?: string;
  /** The toast also stands on the card, until its next version. */
  lasting?: true;
  /** Called once with whether the response was sent in time; if not, the outbox must deliver the card. */
  onDelivery?: (delivered: boolean) => void;
}

/** Inbound port. A resolved promise means that the event is stored and may be acknowledged. */
export interface InboundHandler {
  onMessage(message: InboundMessage): Promise<void>;
  onEvent(event: PlatformEvent): Promise<void>;
  /** Resolves within 1.8 s of machine time with what the client should show. */
  onCallback(callback: CardCallback): Promise<CallbackAnswer>;
}
