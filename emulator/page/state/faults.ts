import { type Signal, signal } from "@preact/signals";
import type { FaultRule } from "../../src/contract/fault-rule.ts";
import type { ActiveFault } from "../../src/contract/instruments.ts";
import type { Control } from "../api/control.ts";
import { throttled } from "./throttled.ts";

const MIN_INTERVAL_MS = 200;

/** The active faults, injected by this page or any other client. */
export interface FaultStore {
  active: Signal<readonly ActiveFault[]>;
  /** Called when a rule was added, removed or used. */
  refresh(): void;
  inject(rule: FaultRule): Promise<void>;
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
    inject: async (rule) => {
      await control.injectFault(rule);
      await load();
    },
    clear: async () => {
      await control.clearFaults();
      await load();
    },
  };
}
