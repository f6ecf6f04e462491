import { type Signal, signal } from "@preact/signals";
import type { Control, FidelityWarning } from "../api/control.ts";

const SPACING_MS = 1_000;

/** What the real platform would take differently, calls the emulator does not know among it. */
export interface FidelityStore {
  warnings: Signal<readonly FidelityWarning[]>;
  /** Something went over the wire: there may be more to warn of. Looked up at most once a second. */
  heard(): void;
}

export function makeFidelity(control: Control): FidelityStore {
  const warnings = signal<readonly FidelityWarning[]>([]);
  let ordered = false;
  let lookedUpAt = 0;

  async function lookUp(): Promise<void> {
    ordered = false;
    lookedUpAt = Date.now();
    const reply = await control.warnings();
    if (reply.warnings.length !== warnings.value.length) warnings.value = reply.warnings;
  }
  return {
    warnings,
    heard: () => {
      if (ordered) return;
      ordered = true;
      setTimeout(() => void lookUp().catch(() => undefined), Math.max(0, lookedUpAt + SPACING_MS - Date.now()));
    },
  };
}
