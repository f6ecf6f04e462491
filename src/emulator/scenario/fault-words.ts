import type { FaultOrder } from "../client/instruments.ts";

interface FaultWord {
  rule: FaultOrder;
  /** For who writes or watches. */
  what: string;
}

/** The faults a scenario may call by name. Those on calls and pushes strike once unless 次数 says otherwise. */
export const FAULTS: Readonly<Record<string, FaultWord>> = {
  断开连接: { rule: { action: "disconnect" }, what: "平台要求机器人重新连接" },
  连接中断: { rule: { action: "cut" }, what: "连接突然断掉，不打招呼" },
  推送重复: { rule: { match: { direction: "toBot" }, action: "duplicate", times: 1 }, what: "同一条消息推送两次" },
  推送延迟: { rule: { match: { direction: "toBot" }, action: "delay", ms: 3_000, times: 1 }, what: "消息晚3秒到达" },
  接口异常: { rule: { match: { direction: "fromBot" }, action: "status:503", times: 1 }, what: "接口返回503" },
  接口限流: { rule: { match: { direction: "fromBot" }, action: "throttle", times: 1 }, what: "接口调用过快，被拒绝" },
  应答丢失: { rule: { match: { direction: "fromBot" }, action: "loseReply", times: 1 }, what: "接口已办理，答复丢失" },
  令牌失效: { rule: { match: { direction: "fromBot" }, action: "expireToken", times: 1 }, what: "访问令牌提前过期" },
};

const AT_ONCE = ["disconnect", "cut"];

/** It breaks every open connection the moment it is ordered. */
export const strikesAtOnce = (name: string): boolean => AT_ONCE.includes(FAULTS[name]?.rule.action ?? "");

export function faultOrder(name: string, times: number | undefined): FaultOrder {
  const rule = FAULTS[name]?.rule ?? { action: name };
  return times === undefined || strikesAtOnce(name) ? rule : { ...rule, times };
}
