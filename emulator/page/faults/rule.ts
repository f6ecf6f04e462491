import type { FaultRule } from "../../src/contract/fault-rule.ts";
import type { ActiveFault } from "../../src/contract/instruments.ts";
import { callLabel } from "../inspector/call-labels.ts";
import { CARD_TOPIC, MESSAGE_TOPIC } from "../inspector/kind.ts";
import type { Names } from "../inspector/names.ts";
import { type FaultKind, type FaultPoint, faultLabel } from "./menu.ts";

/** What a person chose in the menu. */
export interface FaultDraft {
  place: FaultPoint;
  /** Topic or path; `*` for all. */
  target: string;
  /** Empty: anybody. */
  userId: string;
  /** 0: for ever. */
  times: number;
  /** Whether the number of times is entered freely. */
  several: boolean;
  /** Percent. */
  probability: number;
  ms: number | undefined;
}

export const draftFor = (kind: FaultKind): FaultDraft => ({
  place: FAULT_POINTS.find((place) => kind.places[place] !== undefined) ?? "push",
  target: "*",
  userId: "",
  times: 1,
  several: false,
  probability: 100,
  ms: kind.ms,
});

export const FAULT_POINTS: readonly FaultPoint[] = ["now", "push", "call"];

export const FAULT_POINT_LABELS: Record<FaultPoint, string> = {
  now: "立即，全部连接",
  push: "推送时（平台→机器人）",
  call: "调用时（机器人→平台）",
};

/** Labels by topic. */
export const PUSH_TARGETS: Record<string, string> = {
  "*": "全部推送",
  [MESSAGE_TOPIC]: "机器人消息",
  [CARD_TOPIC]: "卡片回调",
};

const CALL_TARGET_NAMES = [
  "POST /v1.0/robot/oToMessages/batchSend",
  "POST /v1.0/robot/groupMessages/send",
  "POST /robot/sendBySession",
  "POST /v1.0/card/instances/createAndDeliver",
  "PUT /v1.0/card/instances",
  "POST /v1.0/robot/messageFiles/download",
  "POST /media/upload",
  "POST /v1.0/robot/ding/send",
];

const labelled = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, callLabel(name) ?? name]));

/** Labels by name, as in the traffic; a trailing `*` matches a prefix. */
export const CALL_TARGETS: Readonly<Record<string, string>> = {
  "*": "全部接口",
  ...labelled(CALL_TARGET_NAMES),
  "/v1.0/todo/*": "待办",
  ...labelled(["POST /v1.0/oauth2/accessToken", "POST /v1.0/gateway/connections/open"]),
};

/** A rule for acknowledgements or pushes names a topic, so that it matches no call, and vice versa. */
export function ruleOf(kind: FaultKind, draft: FaultDraft): FaultRule {
  const { action } = kind;
  if (draft.place === "now") return { match: {}, action };
  const where = draft.place === "push" ? { topic: draft.target } : { api: draft.target };
  const direction = draft.place === "push" && action !== "loseReply" ? "toBot" : "fromBot";
  return {
    match: { ...where, direction, ...(draft.userId === "" ? {} : { userId: draft.userId }) },
    action,
    ...(draft.times === 0 ? {} : { times: draft.times }),
    ...(draft.probability === 100 ? {} : { probability: draft.probability / 100 }),
    ...(draft.ms === undefined ? {} : { ms: draft.ms }),
  };
}

/** An active rule as its label, and where and how often it still applies. */
export function describeFault({ rule, left }: ActiveFault, names: Names): { label: string; detail: string } {
  const { match, probability, ms } = rule;
  const parts = [
    placeOf(match),
    match.userId === undefined ? "" : names.person(match.userId),
    left === null ? "一直" : `剩${left}次`,
    probability === undefined ? "" : `概率${Math.round(probability * 100)}%`,
    ms === undefined ? "" : `${ms}毫秒`,
  ];
  return { label: faultLabel(rule.action), detail: parts.filter((part) => part !== "").join(" · ") };
}

function placeOf({ topic, api, direction }: FaultRule["match"]): string {
  if (topic !== undefined) return PUSH_TARGETS[topic] ?? topic;
  if (api !== undefined) return CALL_TARGETS[api] ?? callLabel(api) ?? api;
  return direction === undefined ? "推送与调用" : direction === "toBot" ? "全部推送" : "调用与应答";
}
