import type { Warning } from "../contract/instruments.ts";

export interface Warnings {
  add(code: string, message: string): void;
  list(): readonly Warning[];
  clear(): void;
}

const MAX_WARNINGS = 1_000;

export function makeWarnings(): Warnings {
  let last = 0;
  let warnings: Warning[] = [];
  return {
    add: (code, message) => {
      last += 1;
      warnings.push({ id: last, at: new Date().toISOString(), code, message });
      if (warnings.length > MAX_WARNINGS) warnings = warnings.slice(-MAX_WARNINGS);
    },
    list: () => warnings,
    clear: () => {
      warnings = [];
    },
  };
}
