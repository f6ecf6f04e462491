/**
 * The shapes the emulator's server, its page and its tests share. The control interface itself is fixed; what is here
 * beyond it (card nodes, the feed) serves the page only and may change.
 */

/** One drawn piece of a card, interpreted from a template's components with this user's data. */
export type CardNode =
  | { kind: "header"; title: string; color?: string; icon?: string; status?: string }
  | { kind: "text"; text: string; size?: "title" | "body" | "meta"; color?: string; bold?: boolean }
  | { kind: "markdown"; source: string }
  | { kind: "divider" }
  | { kind: "group"; direction: "row" | "column"; children: CardNode[] }
  | { kind: "collapse"; title: string; open: boolean; children: CardNode[] }
  | ({ kind: "button" } & CardButton)
  | ({ kind: "form" } & CardForm)
  | { kind: "input"; local: string; label: string; input: CardField }
  | ({ kind: "table" } & CardTable)
  | ({ kind: "chart" } & CardChart)
  | { kind: "image"; source: string; alt: string }
  | { kind: "tag"; text: string; color?: string }
  | { kind: "progress"; percent: number; text?: string }
  /** A component the emulator does not know is a labelled box, never dropped. */
  | { kind: "unknown"; component: string; id: string };

export interface CardButton {
  actionId: string;
  label: string;
  look: "primary" | "default" | "danger";
  disabled: boolean;
  /** Opens this instead of calling back. */
  url?: string;
  /** Asked before the press goes out. */
  confirm?: { title: string; text: string };
  /** What the client sends as params, from the template. */
  params: Record<string, unknown>;
}

export interface CardForm {
  formId: string;
  submitLabel: string;
  disabled: boolean;
  fields: CardField[];
  /** Params the template adds beside `form`. */
  params: Record<string, unknown>;
}

/** As in the platform's form variable. */
export interface CardField {
  name: string;
  label: string;
  type: string;
  required: boolean;
  hidden?: boolean;
  readOnly?: boolean;
  placeholder?: string;
  requiredMsg?: string;
  value?: unknown;
  options?: { value: string; text: string }[];
}

export interface CardTable {
  columns: { name: string; label: string }[];
  rows: Record<string, string>[];
}

export interface CardChart {
  title: string;
  type: string;
  data: unknown;
}

/** A card as one user sees it: the reply of `GET /users/{userId}/cards/{outTrackId}`. */
export interface CardReading {
  outTrackId: string;
  templateId: string;
  version: number;
  data: Record<string, string>;
  /** What a person would read, top to bottom, one line a line. */
  text: string;
  actions: { actionId: string; label: string; disabled: boolean }[];
  forms: { formId: string; fields: CardField[]; submitLabel: string; disabled: boolean }[];
  links: Link[];
  tables: CardTable[];
  charts: CardChart[];
  /** For the page. */
  nodes: CardNode[];
  /** Earlier faces, oldest first. */
  versions: { version: number; at: string; cause: string; text: string }[];
}

export interface Link {
  linkId: string;
  label: string;
  url: string;
}

export interface EmulatedUser {
  userId: string;
  name: string;
  mobile: string;
  title: string;
  unionId: string;
  active: boolean;
}

export interface EmulatedConversation {
  conversationId: string;
  title: string;
  type: "direct" | "group";
  memberIds: string[];
  robotCodes: string[];
}

export interface EmulatedRobot {
  robotCode: string;
  clientId: string;
  name: string;
  connections: number;
}

export type MessageKind = "text" | "markdown" | "actionCard" | "card" | "image" | "file" | "audio" | "ding" | "todo";

/** A message as `GET /users/{userId}/messages` gives it. */
export interface EmulatedMessage {
  id: string;
  seq: number;
  conversationId: string;
  at: string;
  /** userId or robotCode */
  from: string;
  kind: MessageKind;
  title?: string;
  text?: string;
  links?: Link[];
  card?: CardReading;
  file?: { fileId: string; fileName: string; size: number };
  ding?: { id: string; remindType: number; confirmed: boolean };
  todo?: { taskId: string; subject: string; dueAt: string; done: boolean; detailUrl: string };
  readBy?: string[];
  recalled?: boolean;
  /** For the page: what this message answers to. */
  quote?: { messageId: string; from: string; text: string };
  msgId?: string;
  delivery?: "acknowledged" | "pending" | "lost" | "notAddressed";
}

/** What the page hears over `GET /_emulator/feed` (server-sent events, one JSON object each). */
export type FeedEvent =
  | { kind: "changed"; seq: number; conversationIds: string[] }
  | { kind: "clock"; now: string; frozen: boolean; nextDueAt: string | null }
  | { kind: "state" }
  | { kind: "traffic"; id: number }
  | { kind: "faults" }
  | { kind: "toast"; userId: string; text: string };

/** The world at first start; `src/emulator/seed.json` is generated from the campaign's demo roster. */
export interface Seed {
  corpId: string;
  apps: { clientId: string; clientSecret: string; robotCode: string; name: string }[];
  users: { userId: string; name: string; mobile: string; title: string; unionId: string }[];
  groups: { conversationId: string; title: string; memberIds: string[]; robotCodes: string[] }[];
  /** `file` is relative to the project's folder. The first one's id is handed out as CARD_TEMPLATE_ID. */
  templates: { templateId: string; file: string }[];
}

/** `GET {bot}/timeline`, drawn as the time bar and the guided first steps. */
export interface Timeline {
  spans: { from: string; to: string; label: string; kind: "stage" | "rest" }[];
  points: { at: string; label: string; kind: "deadline" | "reminder" }[];
  tour: { userId: string; say: string; why: string }[];
}

/** One HTTP call with its reply, or one frame; times are the machine's. */
export interface TrafficEntry {
  id: number;
  at: string;
  /** The same moment finer: milliseconds of this emulator's monotonic clock. */
  tick: number;
  way: "fromBot" | "toBot";
  kind: "http" | "frame";
  /** `POST /v1.0/…`, or a frame's topic; `ack` for an acknowledgement. */
  name: string;
  clientId?: string;
  connectionId?: string;
  /** Whom it comes from or goes to; of a call, everybody it addresses, the members of a group among them. */
  userIds?: string[];
  /** Missing for a call that was ended without a reply. */
  status?: number;
  /** How long the call took, or how long the frame waited for its acknowledgement. */
  ms?: number;
  request?: unknown;
  response?: unknown;
  /** The ordered fault that struck it. */
  fault?: string;
}

/** What is ordered of the weather, as `POST /faults` takes it. */
export interface FaultRule {
  match: { api?: string; topic?: string; userId?: string; direction?: "toBot" | "fromBot" };
  action: string;
  times?: number;
  probability?: number;
  ms?: number;
}

/** A rule that still waits for occasions. */
export interface FaultInForce {
  rule: FaultRule;
  /** How often it may strike yet; null: for ever. */
  left: number | null;
}
