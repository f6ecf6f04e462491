import { type Signal, signal } from "@preact/signals";
import type { FaultRule } from "../../src/contract/fault-rule.ts";
import type { ActiveFault } from "../../src/contract/instruments.ts";
import type { Control } from "../api/control.ts";
import { throttled } from "./throttled.ts";

const MIN_INTERVAL_MS = 200;

/** What is ordered of the weather, by this page or by anybody else. */
export interface FaultStore {
  active: Signal<readonly ActiveFault[]>;
  /** A rule came, went or struck. */
  refresh(): void;
  add(rule: FaultRule): Promise<void>;
  clear(): Promise<void>;
}

export function makeFaultStore(control: Control): FaultStore {
  const active = signal<readonly ActiveFault[]>([]);
  async function load(): Promise<void> {
    active.value = (await control.faults()).faults;
  }
  return {
    active,
    refresh: throttled(load, MIN_INTERVAL_MS),
    add: async (rule) => {
      await control.orderFault(rule);
      await load();
    },
    clear: async () => {
      await control.clearFaults();
      await load();
    },
  };
}
