import type { FaultRule } from "./fault-rule.ts";

/** Shapes of the instruments, shared by the server, the page and tests. */

/** One HTTP call with its reply, or one frame; times are the machine's. */
export interface TrafficEntry {
  id: number;
  at: string;
  /** The same moment with higher resolution: milliseconds of the emulator's monotonic clock. */
  tick: number;
  way: "fromBot" | "toBot";
  kind: "http" | "frame";
  /** `POST /v1.0/…`, or a frame's topic; `ack` for an acknowledgement. */
  name: string;
  clientId?: string;
  connectionId?: string;
  /** Users it comes from or goes to; of a call everybody it addresses, including the members of a group. */
  userIds?: string[];
  /** Undefined for a call that ended without a reply. */
  status?: number;
  /** How long the call took, or how long the frame waited for its acknowledgement. */
  ms?: number;
  request?: unknown;
  response?: unknown;
  /** The injected fault. */
  fault?: string;
}

/** Something the real platform would treat differently, or an error of a client that it would ignore silently. */
export interface Warning {
  id: number;
  /** Machine time. */
  at: string;
  code: string;
  message: string;
}

/** A rule that is still active. */
export interface ActiveFault {
  rule: FaultRule;
  /** How often it may still apply; null: without limit. */
  left: number | null;
}

export interface MonthOfUsage {
  apiCalls: number;
  pushes: number;
  byApi: Record<string, number>;
}

export interface Usage extends MonthOfUsage {
  /** By month of emulated time, `2023-09`. */
  months: Record<string, MonthOfUsage>;
}
