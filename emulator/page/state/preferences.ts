import { type Signal, signal } from "@preact/signals";

export interface Preferences {
  theme: "auto" | "light" | "dark";
  textSize: "standard" | "large" | "largest";
  /** The width of each client: that of a phone, or all available. */
  device: "phone" | "desktop";
  /** Index of the next guided step. */
  tourStep: number;
  tourSkipped: boolean;
  /** The open tool of the panel. */
  tool: string | undefined;
}

const KEY = "jiayuan.emulator.preferences";
const DEFAULTS: Preferences = {
  theme: "auto",
  textSize: "standard",
  device: "desktop",
  tourStep: 0,
  tourSkipped: false,
  tool: undefined,
};

export interface PreferenceStore {
  current: Signal<Preferences>;
  change(part: Partial<Preferences>): void;
}

export function makePreferences(storage: Storage): PreferenceStore {
  const current = signal<Preferences>({ ...DEFAULTS, ...stored(storage) });
  return {
    current,
    change: (part) => {
      current.value = { ...current.value, ...part };
      storage.setItem(KEY, JSON.stringify(current.value));
    },
  };
}

function stored(storage: Storage): Partial<Preferences> {
  try {
    return JSON.parse(storage.getItem(KEY) ?? "{}") as Partial<Preferences>;
  } catch {
    return {};
  }
}
