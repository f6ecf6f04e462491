import type { EmulatedConversation, EmulatedRobot, EmulatedUser } from "../contract.ts";

export interface EmulatorState {
  now: string;
  users: EmulatedUser[];
  conversations: EmulatedConversation[];
  robots: EmulatedRobot[];
}

/** A fault to order; docs/emulator.md lists the actions. */
export interface FaultOrder {
  match?: { api?: string; topic?: string; userId?: string; direction?: "toBot" | "fromBot" };
  action: string;
  times?: number;
  probability?: number;
  ms?: number;
}

export interface TrafficEntry {
  id: number;
  name: string;
  [part: string]: unknown;
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

/** Something the real platform would take differently. */
export interface Warning {
  id: number;
  code: string;
  message: string;
}
