import type { FaultRuleInput } from "dingtalk-emulator/contract/fault-rule.ts";
import type { Draw } from "../../shared/draw.ts";

const CALLS = ["/v1.0/card/instances/createAndDeliver", "/v1.0/card/instances", "/v1.0/robot/oToMessages/batchSend"];
const PUSHES = "/v1.0/im/bot/messages/get";

/** One thing that goes wrong. `which`: the first bot, or the second where there are two. */
export type Fault =
  | { kind: "platform"; rules: FaultRuleInput[] }
  | { kind: "kill"; which: 0 | 1 }
  | { kind: "pause"; which: 0 | 1; ms: number }
  | { kind: "database" }
  | { kind: "calm" };

/** What goes wrong when, in milliseconds after the start. */
export interface FaultSchedule {
  bots: 1 | 2;
  faults: readonly { at: number; fault: Fault }[];
  /** When the first stage opens. */
  opensAt: number;
}

/** How long people write, and something goes wrong. */
export const ROUGH_MS = 4_000;

const platform = (...rules: FaultRuleInput[]): Fault => ({ kind: "platform", rules });

function anyFault(draw: Draw, bots: 1 | 2): Fault {
  const times = 1 + draw.below(4);
  const which = bots === 2 && draw.chance(0.5) ? 1 : 0;
  const call = { api: draw.of(CALLS) };
  const push = { topic: PUSHES, direction: "toBot" as const };
  switch (draw.below(20)) {
    case 0:
    case 1:
      return { kind: "kill", which };
    case 2:
    case 3:
      return { kind: "pause", which, ms: 200 + draw.below(draw.of([600, 6_000])) };
    case 4:
      return { kind: "database" };
    case 5:
      return platform({ action: "cut" });
    case 6:
      return platform({ action: "disconnect" });
    case 7:
      return platform({ match: { api: "/connect" }, action: draw.of(["refuse", "hang", "status:503"]), times });
    case 8:
      return platform({ match: push, action: "drop", times });
    case 9:
      return platform({ match: push, action: "duplicate", times });
    case 10:
      return platform({ match: push, action: draw.of(["reorder", "delay"]), ms: 100 + draw.below(900), times });
    case 11:
      return platform({ match: { topic: PUSHES, direction: "fromBot" }, action: "loseReply", times });
    case 12:
      return platform({ match: call, action: "throttle", times });
    case 13:
      return platform({ match: call, action: draw.of(["status:500", "status:502", "status:503"]), times });
    case 14:
      return platform({ match: call, action: "loseReply", times });
    case 15:
      return platform({ match: call, action: draw.of(["cut", "refuse", "drop"]), times });
    case 16:
      return platform({ match: call, action: "delay", ms: 500 + draw.below(3_000), times });
    case 17:
      return platform({ match: call, action: draw.of(["expireToken", "revokeToken"]), times: 1 });
    case 18:
      return platform({ match: call, action: "hang", times: 1 });
    default:
      return platform({ match: push, action: "badFrame", times: 1 });
  }
}

export function scheduleOf(draw: Draw): FaultSchedule {
  const bots = draw.chance(0.5) ? 2 : 1;
  const faults = Array.from({ length: 1 + draw.below(5) }, () => ({
    at: draw.below(ROUGH_MS),
    fault: anyFault(draw, bots),
  }));
  return { bots, faults: faults.sort((one, other) => one.at - other.at), opensAt: draw.below(ROUGH_MS) };
}

export const CALM: FaultSchedule = { bots: 1, faults: [], opensAt: ROUGH_MS / 2 };

/** How often a message may come once more: for a kill, a pause, and a reply that was lost. */
export const excusesIn = ({ faults }: FaultSchedule): number =>
  faults.reduce((sum, { fault }) => {
    if (fault.kind === "kill" || fault.kind === "pause" || fault.kind === "database") return sum + 1;
    if (fault.kind !== "platform") return sum;
    const doubles = ["loseReply", "hang", "cut", "delay", "drop"];
    return sum + fault.rules.reduce((more, { action, times = 1 }) => more + (doubles.includes(action) ? times : 0), 0);
  }, 0);
