import type { FiredMoment } from "../contract/control.ts";
import type { Call } from "./call.ts";
import { readMoment } from "./moment.ts";

export interface Span {
  days?: number;
  hours?: number;
  minutes?: number;
}

/** The emulated clock. Every movement resolves once all due moments are processed, and returns them. */
export interface EmulatorClock {
  now(): Promise<string>;
  nextDueAt(): Promise<string | null>;
  /** @param moment `2023-08-21T09:00:00+08:00`, or `2023-08-21 09:00` in Asia/Shanghai */
  advanceTo(moment: string): Promise<FiredMoment[]>;
  advance(span: Span): Promise<FiredMoment[]>;
  /** Advances to the next due moment, if there is one. */
  next(): Promise<FiredMoment[]>;
}

const MINUTE_MS = 60_000;

export function makeClock(call: Call): EmulatorClock {
  const advance = async (step: object) => (await call<{ fired: FiredMoment[] }>("/clock/advance", step)).fired;
  const reading = () => call<{ now: string; nextDueAt: string | null }>("/clock");
  return {
    now: async () => (await reading()).now,
    nextDueAt: async () => (await reading()).nextDueAt,
    advanceTo: async (moment) => advance({ to: readMoment(moment) }),
    advance: (span) => advance({ ms: millisecondsOf(span) }),
    next: () => advance({ next: true }),
  };
}

const millisecondsOf = ({ days = 0, hours = 0, minutes = 0 }: Span): number =>
  ((days * 24 + hours) * 60 + minutes) * MINUTE_MS;
