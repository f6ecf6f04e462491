import type { Link } from "../contract/card.ts";
import type { EmulatedUser, MessageKind } from "../contract/control.ts";

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
  ownerId?: string;
  /** Set for a group made from a template, with the app that made it. */
  template?: { templateId: string; clientId: string; uuid?: string };
}

export type Delivery = "acknowledged" | "pending" | "lost" | "notAddressed";

export interface StoredMessage {
  id: string;
  /** Grows with every change of any message. */
  seq: number;
  /**
   * The key of its list: the conversation, or `ding:<userId>`, `todo:<userId>` and `notice:<userId>`. Stored under
   * this name.
   */
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
  /** In reading order; their ids are added when a person reads the message. */
  links?: Omit<Link, "linkId">[];
  buttonsInRow?: true;
  outTrackId?: string;
  fileId?: string;
  ding?: { id: string; remindType: number; confirmed: boolean };
  todo?: { taskId: string; subject: string; dueAt: string; done: boolean; detailUrl: string };
  readBy: string[];
  recalled?: boolean;
  /** id of the message it answers to */
  quote?: string;
  msgId?: string;
  delivery?: Delivery;
  /** The robot has answered it by its session webhook, acknowledged or not. */
  answered?: true;
  /** Words with which robots reacted to it, e.g. 思考中. */
  emotions?: { from: string; text: string }[];
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
  /** 2: the app speaks of people by unionId, also in callbacks. */
  userIdType?: number;
  /** What chat lists show for it, and whether it may be pinned to the top of a group. */
  spaces?: { group?: string | undefined; robot?: string | undefined; top?: boolean };
  /** Data sources queried when a person reads the card. */
  sources?: { dynamicDataSourceId: string; constParams?: Record<string, string> }[];
  /** `guid`s of the last streaming updates. */
  guids?: string[];
  /** The newest version. */
  version: number;
  /** The first version that is still stored. */
  oldestVersion: number;
  messageIds: string[];
}

/** A card pinned to the top of a group; the page does not show it. */
export interface TopCard {
  outTrackId: string;
  conversationId: string;
}

/** One version of a card: its values from one change to the next. */
export interface CardVersion {
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
  clientId?: string;
  sourceId: string;
  subject: string;
  description?: string;
  creatorId: string;
  dueTime: number;
  /** unionIds */
  executorIds: string[];
  participantIds?: string[];
  /** unionIds of those who are done with their part. */
  doneBy?: string[];
  /** The address that the to-do opens. */
  detailUrl: string;
  /** As given by the app, including what only lists of to-dos show. */
  given?: Record<string, unknown>;
  done: boolean;
  createdAt: number;
  modifiedAt?: number;
  finishedAt?: number;
  messageIds: string[];
}

/** A work notice: one task, a message for each person it reached. */
export interface NoticeTask {
  taskId: number;
  agentId: string;
  clientId: string;
  at: number;
  invalidUserIds: string[];
  invalidDeptIds: number[];
  /** Dropped silently: 143105 daily limit, 143106 duplicate content. */
  forbidden: { code: string; count: number; userid: string }[];
  /** Identifies the content. */
  digest: string;
  sent: { userId: string; messageId: string }[];
}

/** A shortcut above the input of the robot's direct chat. */
export interface RobotPlugin {
  name: string;
  icon: string;
  pcUrl?: string | undefined;
  mobileUrl?: string | undefined;
}

/** An entry in a person's calendar. */
export interface CalendarEvent {
  id: string;
  organizerId: string;
  createdAt: number;
  /** unionIds of those who removed it from their own calendar */
  removedBy: string[];
  /** As the app gave it. */
  fields: Record<string, unknown>;
  attendees: { id: string; isOptional: boolean }[];
  clientToken?: string;
}

export interface MonthUsage {
  apiCalls: number;
  pushes: number;
  byApi: Record<string, number>;
}

export interface Settings {
  /** After this time a message comes again; also the longest wait for an event's answer and before its retries. */
  redeliverAfterMs: number;
  /** Of a message; 0 also ends the retries of events. */
  redeliveries: number;
  strict: boolean;
  cardAnswerMs: number;
  ticketMs: number;
  /** Per API and app. */
  callsPerSecond: number;
  /** Counted calls per month of emulated time before they are refused; 0: unlimited. */
  monthlyApiCalls: number;
  /** Pushes per month before messages are sent without content; 0: unlimited. */
  monthlyPushes: number;
  /** The stream address given to programs: `auto` is `ws`, but `wss` for those known to support nothing else. */
  streamEndpoint: "auto" | "ws" | "wss";
  /** Session webhooks carry this address or DingTalk's; `auto`: the name under which the app asked for its stream. */
  sessionWebhook: "auto" | "local" | "dingtalk";
}

export const defaultSettings: Settings = {
  redeliverAfterMs: 60_000,
  redeliveries: 1,
  strict: true,
  cardAnswerMs: 2_000,
  ticketMs: 90_000,
  callsPerSecond: 20,
  monthlyApiCalls: 0,
  monthlyPushes: 0,
  streamEndpoint: "auto",
  sessionWebhook: "auto",
};

/** Single values of the world, by name. */
export interface Facts {
  corpId?: string;
  /** How chat ids are written; absent in worlds from before. */
  ids?: "base64";
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
  faces: CardVersion;
  files: FileRecord;
  routes: CallbackRoute;
  todos: TodoRecord;
  tops: TopCard;
  notices: NoticeTask;
  plugins: { robotCode: string; list: RobotPlugin[] };
  events: CalendarEvent;
  months: MonthUsage;
}

export type TableName = keyof Rows;
