import { type Signal, signal } from "@preact/signals";
import type { FaultRule } from "../../src/contract/fault-rule.ts";
import type { ActiveFault } from "../../src/contract/instruments.ts";
import type { Control } from "../api/control.ts";
import { spaced } from "./throttled.ts";

const SPACING_MS = 200;

/** What is ordered of the weather, by this page or by anybody else. */
export interface FaultStore {
  inForce: Signal<readonly ActiveFault[]>;
  /** A rule came, went or struck. */
  heard(): void;
  order(rule: FaultRule): Promise<void>;
  clear(): Promise<void>;
}

export function makeFaultStore(control: Control): FaultStore {
  const inForce = signal<readonly ActiveFault[]>([]);
  async function load(): Promise<void> {
    inForce.value = (await control.faults()).faults;
  }
  return {
    inForce,
    heard: spaced(load, SPACING_MS),
    order: async (rule) => {
      await control.orderFault(rule);
      await load();
    },
    clear: async () => {
      await control.clearFaults();
      await load();
    },
  };
}
