import { type Signal, signal } from "@preact/signals";
import { last } from "../../src/client/last.ts";
import type { Warning } from "../../src/contract/instruments.ts";
import type { Control } from "../api/control.ts";
import { throttled } from "./throttled.ts";

const MIN_INTERVAL_MS = 1_000;

/** Fidelity warnings, including those of unknown calls. */
export interface FidelityStore {
  warnings: Signal<readonly Warning[]>;
  /** Called when traffic was recorded: there may be new warnings. Fetched at most once a second. */
  refresh(): void;
}

export function makeFidelity(control: Pick<Control, "warnings">): FidelityStore {
  const warnings = signal<readonly Warning[]>([]);
  const refresh = throttled(async () => {
    const reply = await control.warnings();
    if (last(reply.warnings)?.id !== last(warnings.value)?.id) warnings.value = reply.warnings;
  }, MIN_INTERVAL_MS);
  return { warnings, refresh };
}
