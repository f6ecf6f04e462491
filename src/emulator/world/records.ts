import type { EmulatedUser, Link, MessageKind } from "../contract.ts";

/** An internal app with its robot. In `http` mode pushes are posted to `messageUrl` and `eventUrl` instead of a stream. */
export interface App {
  clientId: string;
  clientSecret: string;
  robotCode: string;
  name: string;
  mode: "stream" | "http";
  messageUrl?: string;
  eventUrl?: string;
  eventToken?: string;
  eventAesKey?: string;
}

export interface Group {
  conversationId: string;
  title: string;
  memberIds: string[];
  robotCodes: string[];
}

export type Delivery = "acknowledged" | "pending" | "lost" | "notAddressed";

export interface StoredMessage {
  id: string;
  /** Grows with every change of any message. */
  seq: number;
  /** Where it lies: the conversation, or `ding:<userId>` and `todo:<userId>`. */
  box: string;
  conversationId: string;
  /** Emulated time, ms. */
  at: number;
  from: string;
  fromRobot: boolean;
  robotCode?: string;
  kind: MessageKind;
  title?: string;
  text?: string;
  /** In reading order; their ids are made when a person looks. */
  links?: Omit<Link, "linkId">[];
  outTrackId?: string;
  fileId?: string;
  ding?: { id: string; remindType: number; confirmed: boolean };
  todo?: { taskId: string; subject: string; dueAt: string; done: boolean; detailUrl: string };
  readBy: string[];
  recalled?: boolean;
  msgId?: string;
  delivery?: Delivery;
  processQueryKey?: string;
  /** userIds; everyone in the conversation where absent. */
  visibleTo?: string[];
}

export interface CardRecord {
  outTrackId: string;
  templateId: string;
  clientId: string;
  callbackType: "STREAM" | "HTTP" | undefined;
  callbackRouteKey: string | undefined;
  /** The newest face. */
  version: number;
  /** The first face still kept. */
  oldestVersion: number;
  messageIds: string[];
}

/** What a card showed from one change to the next. */
export interface Face {
  outTrackId: string;
  version: number;
  at: number;
  /** `created`, `updated` or `callback`. */
  cause: string;
  data: Record<string, string>;
  /** By userId; overlays `data` for that person. */
  privateData: Record<string, Record<string, string>>;
}

export interface FileRecord {
  fileId: string;
  fileName: string;
  size: number;
  contentType: string;
  /** Set for what an app uploaded. */
  mediaId?: string;
}

export interface TemplateRecord {
  templateId: string;
  export: unknown;
}

export interface CallbackRoute {
  clientId: string;
  callbackRouteKey: string;
  callbackUrl: string;
  apiSecret?: string;
}

export interface TodoRecord {
  taskId: string;
  sourceId: string;
  subject: string;
  creatorId: string;
  dueTime: number;
  /** unionIds */
  executorIds: string[];
  detailUrl: string;
  done: boolean;
  createdAt: number;
  messageIds: string[];
}

export interface MonthUsage {
  apiCalls: number;
  pushes: number;
  byApi: Record<string, number>;
}

export interface Settings {
  redeliverAfterMs: number;
  redeliveries: number;
  strict: boolean;
  cardAnswerMs: number;
  ticketMs: number;
  /** Of one API by one app, before it is throttled. */
  callsPerSecond: number;
  /** What programs are told to open: `auto` is `ws`, but `wss` for those known to take nothing else. */
  streamEndpoint: "auto" | "ws" | "wss";
}

export const defaultSettings: Settings = {
  redeliverAfterMs: 60_000,
  redeliveries: 1,
  strict: true,
  cardAnswerMs: 2_000,
  ticketMs: 90_000,
  callsPerSecond: 20,
  streamEndpoint: "auto",
};

/** Single facts of the world, by name. */
export interface Facts {
  corpId?: string;
  clock?: { frozen: boolean; now: number };
  settings?: Settings;
}

export interface Rows {
  facts: Facts;
  apps: App;
  users: EmulatedUser;
  groups: Group;
  templates: TemplateRecord;
  messages: StoredMessage;
  cards: CardRecord;
  faces: Face;
  files: FileRecord;
  routes: CallbackRoute;
  todos: TodoRecord;
  months: MonthUsage;
}

export type TableName = keyof Rows;
