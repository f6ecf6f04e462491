import { namesOf } from "../../../page/inspector/names.ts";
import type { TrafficEntry } from "../../../src/contract/instruments.ts";

const person = (userId: string, name: string) => ({
  userId,
  name,
  mobile: "",
  title: "",
  unionId: `union-${userId}`,
  active: true,
});

export const GROUP = "cidGROUP==";
export const names = namesOf({
  users: [person("keqiao-1", "柯桥区经办人1"), person("yuecheng-1", "越城区经办人1"), person("maxiaohan", "马小涵")],
  conversations: [
    { conversationId: GROUP, title: "美好家园活动群", type: "group", memberIds: ["keqiao-1"], robotCodes: [] },
  ],
});

let last = 0;
function entry(part: Omit<TrafficEntry, "id" | "at" | "tick">): TrafficEntry {
  last += 1;
  return { id: last, at: "2026-11-25T06:10:05.090Z", tick: last, ...part };
}

const frame = (messageId: string, topic: string, data: object, headers = {}) => ({
  specVersion: "1.0",
  type: "CALLBACK",
  headers: { messageId, topic, ...headers },
  data: JSON.stringify(data),
});

/** A robot message; in the group where `content` says so by its leading space. */
export function message(messageId: string, content: string, more: object = {}): TrafficEntry {
  const name = "/v1.0/im/bot/messages/get";
  const inGroup = content.startsWith(" ");
  const data = {
    senderStaffId: "keqiao-1",
    senderNick: "柯桥区经办人1",
    conversationId: inGroup ? GROUP : "cidDIRECT=",
    conversationType: inGroup ? "2" : "1",
    ...(inGroup ? { conversationTitle: "美好家园活动群" } : {}),
    msgtype: "text",
    text: { content },
    ...more,
  };
  return entry({ way: "toBot", kind: "frame", name, userIds: ["keqiao-1"], request: frame(messageId, name, data) });
}

export function press(messageId: string, params: object): TrafficEntry {
  const name = "/v1.0/card/instances/callback";
  const content = JSON.stringify({ cardPrivateData: { actionIds: ["submit"], params } });
  const data = { outTrackId: "card-1", userId: "keqiao-1", content, value: content };
  return entry({ way: "toBot", kind: "frame", name, userIds: ["keqiao-1"], request: frame(messageId, name, data) });
}

export function event(eventType: string, data: object): TrafficEntry {
  return entry({ way: "toBot", kind: "frame", name: "*", request: frame("e", "*", data, { eventType }) });
}

export function ack(messageId: string, part: Partial<TrafficEntry> & { code?: number; data?: string } = {}) {
  const { code = 200, data = "null", ...rest } = part;
  const request = { code, headers: { messageId }, message: "OK", data };
  return entry({ way: "fromBot", kind: "frame", name: "ack", ms: 12, request, ...rest });
}

export function call(name: string, body: unknown, part: Partial<TrafficEntry> & { url?: string } = {}): TrafficEntry {
  const { url = name.split(" ")[1] ?? "", ...rest } = part;
  return entry({ way: "fromBot", kind: "http", name, status: 200, ms: 3, request: { url, body }, ...rest });
}

/** A push as it goes to a bot's address. */
export function posted(push: TrafficEntry, part: Partial<TrafficEntry> = {}): TrafficEntry {
  const { data } = Object(push.request);
  const request = { url: "http://127.0.0.1:8080/robot", body: JSON.parse(String(data)) };
  return { ...push, kind: "http", name: `POST ${push.name}`, status: 200, ms: 4, request, ...part };
}

export function postedEvent(eventType: string, data: object): TrafficEntry {
  const request = { url: "http://127.0.0.1:8080/event", body: { ...data, EventType: eventType } };
  return entry({ way: "toBot", kind: "http", name: `POST ${eventType}`, status: 200, ms: 4, request });
}
