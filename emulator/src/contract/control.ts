import type { CardReading, Link } from "./card.ts";

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
  /** The buttons among the links stand side by side. */
  buttonsInRow?: true;
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
  /** The robot has answered it by its session webhook, acknowledged or not. */
  answered?: true;
  /** Words with which robots reacted to it, by robotCode. */
  emotions?: { from: string; text: string }[];
}

/** Events the page receives over `GET /_emulator/feed` (server-sent events, one JSON object each). */
export type FeedEvent =
  | { kind: "changed"; seq: number; conversationIds: string[] }
  | { kind: "clock"; now: string; frozen: boolean; nextDueAt: string | null }
  | { kind: "state" }
  /** The world was reset or restored: everything sent before is void. */
  | { kind: "anew" }
  | { kind: "traffic"; id: number }
  | { kind: "faults" }
  | { kind: "toast"; userId: string; text: string };

/** The world at first start: a file that `EMULATOR_SEED` names, else `emulator/src/seed.json`. */
export interface Seed {
  corpId: string;
  apps: { clientId: string; clientSecret: string; robotCode: string; name: string }[];
  users: { userId: string; name: string; mobile: string; title: string; unionId: string }[];
  groups: { conversationId: string; title: string; memberIds: string[]; robotCodes: string[] }[];
  /** `file` is relative to the project's folder. The id of the first template is passed on as CARD_TEMPLATE_ID. */
  templates: { templateId: string; file: string }[];
}

/** `GET {bot}/timeline`, shown as the time bar and the guided first steps. */
export interface Timeline {
  spans: { from: string; to: string; label: string; kind: "stage" | "rest" }[];
  points: { at: string; label: string; kind: "deadline" | "reminder" }[];
  tour: { userId: string; say: string; why: string }[];
}

/** A due moment that a bot has processed. */
export interface FiredMoment {
  kind: string;
  key: string;
  dueAt: string;
}

/** The reply of `GET /state`. */
export interface EmulatorState {
  now: string;
  users: EmulatedUser[];
  conversations: EmulatedConversation[];
  robots: EmulatedRobot[];
}
