import { type Signal, signal } from "@preact/signals";
import type { Fired } from "../../src/client/clock.ts";
import type { Timeline } from "../../src/contract/control.ts";
import type { ClockReading, Control, Step } from "../api/control.ts";

/** What the last advance set off, oldest first. */
export interface Arrival {
  now: string;
  fired: Fired[];
}

export interface TimeTravel {
  clock: Signal<ClockReading | undefined>;
  timeline: Signal<Timeline>;
  /** True while the emulator works off what falls due. */
  travelling: Signal<boolean>;
  arrival: Signal<Arrival | undefined>;
  load(): Promise<void>;
  advance(step: Step): Promise<void>;
}

/** @param onTrouble gets a sentence when an advance is refused */
export function makeTimeTravel(control: Control, onTrouble: (error: unknown) => void): TimeTravel {
  const clock = signal<ClockReading | undefined>(undefined);
  const timeline = signal<Timeline>({ spans: [], points: [], tour: [] });
  const travelling = signal(false);
  const arrival = signal<Arrival | undefined>(undefined);

  return {
    clock,
    timeline,
    travelling,
    arrival,
    load: async () => {
      const [reading, line] = await Promise.all([control.clock(), control.timeline()]);
      clock.value = reading;
      timeline.value = line;
    },
    advance: async (step) => {
      if (travelling.value) return;
      travelling.value = true;
      arrival.value = undefined;
      try {
        arrival.value = await control.advance(step);
        clock.value = await control.clock();
      } catch (error) {
        onTrouble(error);
      } finally {
        travelling.value = false;
      }
    },
  };
}
