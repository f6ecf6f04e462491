import type { EmulatedConversation, EmulatedRobot, EmulatedUser } from "../contract.ts";
import type { FaultRule } from "../instruments/contract.ts";

export interface EmulatorState {
  now: string;
  users: EmulatedUser[];
  conversations: EmulatedConversation[];
  robots: EmulatedRobot[];
}

export type { TrafficEntry, Warning } from "../instruments/contract.ts";

/** A fault to order; docs/emulator.md lists the actions. */
export type FaultOrder = Omit<FaultRule, "match"> & Partial<Pick<FaultRule, "match">>;

export interface MonthOfUsage {
  apiCalls: number;
  pushes: number;
  byApi: Record<string, number>;
}

export interface Usage extends MonthOfUsage {
  /** By month of emulated time, `2023-09`. */
  months: Record<string, MonthOfUsage>;
}
