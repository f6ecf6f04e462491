import type { Warning } from "../contract/instruments.ts";

export interface Warnings {
  add(code: string, message: string): void;
  list(): readonly Warning[];
  clear(): void;
}

const KEPT = 1_000;

export function makeWarnings(): Warnings {
  let last = 0;
  let warnings: Warning[] = [];
  return {
    add: (code, message) => {
      last += 1;
      warnings.push({ id: last, at: new Date().toISOString(), code, message });
      if (warnings.length > KEPT) warnings = warnings.slice(-KEPT);
    },
    list: () => warnings,
    clear: () => {
      warnings = [];
    },
  };
}
