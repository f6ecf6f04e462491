import type { TrafficEntry } from "../../src/contract/instruments.ts";
import { callLabel, callText } from "./call-labels.ts";
import { isRecord, textAt, textsAt, unfold, valueAt } from "./json.ts";
import { CARD_TOPIC, eventTypeOf, isPingAnswer, kindOf, MESSAGE_TOPIC, pushPayload, topicOf } from "./kind.ts";
import type { Links } from "./links.ts";
import { type Names, peopleIn } from "./names.ts";

/** One entry in short form. */
export interface Summary {
  title: string;
  detail: string;
}

const MAX_LENGTH = 60;

export function summaryOf(entry: TrafficEntry, names: Names, links: Links): Summary {
  const kind = kindOf(entry);
  const summary = kind === "call" ? callSummary(entry, names) : frameSummary(entry, names, links);
  return { ...summary, title: shortened(summary.title) };
}

function frameSummary(entry: TrafficEntry, names: Names, links: Links): Summary {
  if (kindOf(entry) === "push") return pushSummary(entry, names);
  if (isPingAnswer(entry)) return { title: "应答：心跳", detail: "系统" };
  const frame = links.frameOf(entry);
  const about = frame === undefined ? textAt(entry.request, "headers", "messageId") : pushSummary(frame, names).title;
  return { title: `应答：${about}`, detail: frame === undefined ? "" : pushSummary(frame, names).detail };
}

function pushSummary(entry: TrafficEntry, names: Names): Summary {
  const data = pushPayload(entry);
  const topic = topicOf(entry);
  if (topic === MESSAGE_TOPIC) {
    const chat = textAt(data, "conversationType") === "2" ? textAt(data, "conversationTitle") : "单聊";
    return { title: `${textAt(data, "senderNick")}：${messageText(data)}`, detail: `机器人消息 · ${chat}` };
  }
  if (topic === CARD_TOPIC) {
    const press = valueAt(data, "content", "cardPrivateData");
    const verb = isRecord(valueAt(press, "params", "form")) ? "提交" : "点击";
    const who = names.person(textAt(data, "userId"));
    return {
      title: `${who} ${verb} ${textsAt(press, "actionIds").join("、")}`,
      detail: `卡片回调 · ${textAt(data, "outTrackId")}`,
    };
  }
  const event = eventTypeOf(entry);
  return event === "" ? { title: topic, detail: "系统" } : eventSummary(event, data, names);
}

const EVENT_WORDS: Record<string, string> = {
  robot_msg_read: "已读",
  robot_msg_recall: "消息撤回",
  user_add_org: "人员加入",
  user_modify_org: "人员变更",
  user_leave_org: "人员离开",
  chat_add_member: "群成员加入",
  chat_remove_member: "群成员离开",
  chat_update_title: "群名变更",
  chat_update_owner: "群主变更",
  chat_disband: "群解散",
  org_dept_create: "部门新建",
  org_dept_remove: "部门删除",
  todo_task_create: "待办新建",
  todo_task_update: "待办更新",
  todo_task_delete: "待办删除",
  check_url: "验证事件地址",
};

function eventSummary(event: string, data: unknown, names: Names): Summary {
  const who = peopleIn([textAt(data, "userId"), ...textsAt(data, "userId")].filter(Boolean), names);
  const about = who || names.chat(textAt(data, "openConversationId"));
  const words = EVENT_WORDS[event] ?? event;
  return { title: about === "" ? words : `${words}：${about}`, detail: `事件 · ${event}` };
}

const KIND_OF_FILE: Record<string, string> = { picture: "图片", file: "文件", audio: "语音", video: "视频" };

/** The text the person wrote, or a label of what they sent instead. */
function messageText(data: unknown): string {
  const type = textAt(data, "msgtype");
  if (type === "text") return textAt(data, "text", "content").trim();
  if (type === "richText") return richWords(valueAt(data, "content", "richText"));
  const words = textAt(data, "content", "fileName") || textAt(data, "content", "recognition");
  return `〔${KIND_OF_FILE[type] ?? "无内容"}〕${words}`;
}

const richWords = (parts: unknown): string =>
  (Array.isArray(parts) ? parts : []).map((part) => textAt(part, "text") || "〔图片〕").join("");

function callSummary({ name, request, userIds = [] }: TrafficEntry, names: Names): Summary {
  const body = unfold(valueAt(request, "body"));
  const group = textAt(body, "openConversationId") || /IM_GROUP\.([^;]+)/.exec(textAt(body, "openSpaceId"))?.[1];
  const to = group ? names.chat(group) : peopleIn(userIds, names);
  const words = callText(body);
  const label = callLabel(name) ?? name;
  return {
    title: words === "" ? label : `${label}：${words}`,
    detail: [to, callLabel(name) === undefined ? "" : name].filter((part) => part !== "").join(" · "),
  };
}

const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, " ");
  return line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH)}…` : line;
};
