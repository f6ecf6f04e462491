import type { FaultRule } from "./fault-rule.ts";

/** The shapes of the instruments that the page and tests share with the server. */

/** One HTTP call with its reply, or one frame; times are the machine's. */
export interface TrafficEntry {
  id: number;
  at: string;
  /** The same moment finer: milliseconds of this emulator's monotonic clock. */
  tick: number;
  way: "fromBot" | "toBot";
  kind: "http" | "frame";
  /** `POST /v1.0/…`, or a frame's topic; `ack` for an acknowledgement. */
  name: string;
  clientId?: string;
  connectionId?: string;
  /** Users it comes from or goes to; of a call everybody it addresses, including the members of a group. */
  userIds?: string[];
  /** Missing for a call that was ended without a reply. */
  status?: number;
  /** How long the call took, or how long the frame waited for its acknowledgement. */
  ms?: number;
  request?: unknown;
  response?: unknown;
  /** The injected fault. */
  fault?: string;
}

/** Something the real platform would take differently, or a client's mistake it would pass over in silence. */
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
