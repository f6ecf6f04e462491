import { type Signal, signal } from "@preact/signals";
import type { FiredMoment, Timeline } from "../../src/contract/control.ts";
import type { ClockReading, ClockStep, Control } from "../api/control.ts";

/** The due moments of the last advance, oldest first. */
export interface AdvanceResult {
  now: string;
  fired: FiredMoment[];
}

export interface ClockStore {
  clock: Signal<ClockReading | undefined>;
  timeline: Signal<Timeline>;
  /** True while the emulator processes due moments. */
  isAdvancing: Signal<boolean>;
  lastAdvance: Signal<AdvanceResult | undefined>;
  load(): Promise<void>;
  advance(step: ClockStep): Promise<void>;
}

/** @param onTrouble called when an advance is refused */
export function makeClockStore(control: Control, onTrouble: (error: unknown) => void): ClockStore {
  const clock = signal<ClockReading | undefined>(undefined);
  const timeline = signal<Timeline>({ spans: [], points: [], tour: [] });
  const isAdvancing = signal(false);
  const lastAdvance = signal<AdvanceResult | undefined>(undefined);

  return {
    clock,
    timeline,
    isAdvancing,
    lastAdvance,
    load: async () => {
      const [reading, line] = await Promise.all([control.clock(), control.timeline()]);
      clock.value = reading;
      timeline.value = line;
    },
    advance: async (step) => {
      if (isAdvancing.value) return;
      isAdvancing.value = true;
      lastAdvance.value = undefined;
      try {
        lastAdvance.value = await control.advance(step);
        clock.value = await control.clock();
      } catch (error) {
        onTrouble(error);
      } finally {
        isAdvancing.value = false;
      }
    },
  };
}
