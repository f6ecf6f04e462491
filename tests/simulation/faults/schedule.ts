import type { FaultRuleInput } from "dingtalk-emulator/contract/fault-rule.ts";
import type { Draw } from "../../shared/draw.ts";

const CALLS = ["/v1.0/card/instances/createAndDeliver", "/v1.0/card/instances", "/v1.0/robot/oToMessages/batchSend"];
const PUSHES = "/v1.0/im/bot/messages/get";

/** One thing that goes wrong. `which`: the how many-th bot, from 0. */
export type Fault =
  | { kind: "platform"; rules: FaultRuleInput[] }
  | { kind: "kill"; which: number }
  | { kind: "pause"; which: number; ms: number }
  /** The machine's clock, as that bot reads it, is wrong for so long. */
  | { kind: "clock"; which: number; skewMs: number; ms: number }
  | { kind: "database" }
  /** The database can write nothing for so long. */
  | { kind: "fullDisk"; ms: number }
  | { kind: "calm" };

/** What goes wrong when, in milliseconds after the start. */
export interface FaultSchedule {
  bots: number;
  faults: readonly { at: number; fault: Fault }[];
  /** When the first stage opens. */
  opensAt: number;
}

const HOUR = 3_600_000;

/** How long people write, and something goes wrong. */
export const ROUGH_MS = 4_000;

const platform = (...rules: FaultRuleInput[]): Fault => ({ kind: "platform", rules });

function anyFault(draw: Draw, bots: number): Fault {
  const times = 1 + draw.below(4);
  const which = draw.below(bots);
  const call = { api: draw.of(CALLS) };
  const push = { topic: PUSHES, direction: "toBot" as const };
  switch (draw.below(24)) {
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
    case 19:
      return platform({ action: "halfOpen" });
    case 20:
      return { kind: "fullDisk", ms: 200 + draw.below(2_000) };
    case 21:
    case 22:
      return { kind: "clock", which, skewMs: draw.of([-HOUR, HOUR, -90_000, 90_000]), ms: 500 + draw.below(4_000) };
    default:
      return platform({ match: push, action: "badFrame", times: 1 });
  }
}

export function scheduleOf(draw: Draw): FaultSchedule {
  const bots = draw.of([1, 1, 2, 3]);
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
    if (["kill", "pause", "database", "fullDisk"].includes(fault.kind)) return sum + 1;
    if (fault.kind !== "platform") return sum;
    const doubles = ["loseReply", "hang", "cut", "delay", "drop"];
    return sum + fault.rules.reduce((more, { action, times = 1 }) => more + (doubles.includes(action) ? times : 0), 0);
  }, 0);
