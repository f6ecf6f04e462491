import type { FaultRuleInput } from "../contract/fault-rule.ts";

/** Labels of the faults, on the page and in scenarios, by action. */
export const FAULT_LABELS: Readonly<Record<string, string>> = {
  cut: "连接中断",
  disconnect: "断开连接",
  halfOpen: "半开连接",
  drop: "丢失",
  delay: "延迟",
  loseReply: "应答丢失",
  quota: "额度用尽",
  permission: "没有权限",
  ban: "地址被封",
  duplicate: "推送重复",
  reorder: "推送乱序",
  badFrame: "坏帧",
  throttle: "接口限流",
  "status:503": "接口异常",
  expireToken: "令牌过期",
  revokeToken: "令牌作废",
  unsafeContent: "内容安全拒绝",
  hang: "接口挂起",
  refuse: "拒绝连接",
};

const toBot = { match: { direction: "toBot" }, times: 1 } as const;
const fromBot = { match: { direction: "fromBot" }, times: 1 } as const;

const ORDERS: readonly FaultRuleInput[] = [
  { action: "disconnect" },
  { action: "cut" },
  { ...toBot, action: "duplicate" },
  { ...toBot, action: "delay", ms: 3_000 },
  { ...fromBot, action: "status:503" },
  { ...fromBot, action: "throttle" },
  { ...fromBot, action: "loseReply" },
  { ...fromBot, action: "expireToken" },
];

/** The faults a scenario may use by name. Those on calls and pushes apply once unless 次数 says otherwise. */
export const FAULTS: Readonly<Record<string, FaultRuleInput>> = Object.fromEntries(
  ORDERS.map((order) => [FAULT_LABELS[order.action] ?? order.action, order]),
);

const AT_ONCE = ["disconnect", "cut"];

/** Whether it breaks every open connection immediately. */
export const breaksConnections = (name: string): boolean => AT_ONCE.includes(FAULTS[name]?.action ?? "");

export function faultRuleFor(name: string, times: number | undefined): FaultRuleInput {
  const rule = FAULTS[name] ?? { action: name };
  return times === undefined || breaksConnections(name) ? rule : { ...rule, times };
}
