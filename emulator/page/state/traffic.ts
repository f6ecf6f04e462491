import { type Signal, signal } from "@preact/signals";
import type { TrafficEntry } from "../../src/contract/instruments.ts";
import type { Control } from "../api/control.ts";
import { NO_FILTERS, type TrafficFilters } from "../inspector/filters.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { throttled } from "./throttled.ts";

/** As many as the emulator stores. */
export const MAX_ENTRIES = 2_000;
const MIN_INTERVAL_MS = 150;

/** The frames and calls that the inspector shows, oldest first. */
export interface TrafficStore {
  entries: Signal<readonly TrafficEntry[]>;
  filters: Signal<TrafficFilters>;
  /** While paused no entries are added; they follow after the pause. */
  paused: Signal<boolean>;
  /** The entry shown in full; it stays open when it is pushed out of the list. */
  opened: Signal<TrafficEntry | undefined>;
  /** Called when traffic was recorded. Fetched only while the inspector is open. */
  refresh(): void;
  /** @returns a function that stops watching */
  watch(): () => void;
  pause(paused: boolean): void;
  /** Empties the view; the emulator keeps its entries. */
  clear(): void;
  /** Called after a reset of the emulator: old entries are void. */
  reset(): void;
}

export function makeTrafficStore(control: Pick<Control, "traffic">): TrafficStore {
  const entries = signal<readonly TrafficEntry[]>([]);
  const paused = signal(false);
  const opened = signal<TrafficEntry | undefined>(undefined);
  let watchers = 0;
  let last = 0;
  /** Number of resets, to discard replies to earlier requests. */
  let resets = 0;

  const fetchNew = oneAtATime(async () => {
    const asked = resets;
    const news = await control.traffic(last);
    if (asked !== resets) return;
    last = news.last;
    if (news.entries.length > 0) entries.value = [...entries.value, ...news.entries].slice(-MAX_ENTRIES);
  });
  const fetchSoon = throttled(async () => {
    if (watchers > 0 && !paused.value) await fetchNew("traffic");
  }, MIN_INTERVAL_MS);

  const refresh = () => {
    if (watchers > 0 && !paused.value) fetchSoon();
  };
  const clear = () => {
    entries.value = [];
    opened.value = undefined;
  };
  return {
    entries,
    filters: signal(NO_FILTERS),
    paused,
    opened,
    refresh,
    watch: () => {
      watchers += 1;
      fetchSoon();
      return () => {
        watchers -= 1;
      };
    },
    pause: (now) => {
      paused.value = now;
      fetchSoon();
    },
    clear,
    reset: () => {
      resets += 1;
      last = 0;
      clear();
      refresh();
    },
  };
}
