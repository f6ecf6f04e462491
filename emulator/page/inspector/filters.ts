import type { TrafficEntry } from "../../src/contract/instruments.ts";
import { kindOf, type TrafficKind } from "./kind.ts";
import type { Links } from "./links.ts";
import type { Names } from "./names.ts";
import { isTrouble } from "./outcome.ts";
import { summaryOf } from "./summary.ts";

export interface TrafficFilters {
  /** Comes from or goes to this user; empty: any. */
  userId: string;
  kind: TrafficKind | "all";
  onlyTrouble: boolean;
  /** All of these words occur somewhere in the entry, ignoring case. */
  text: string;
}

export const NO_FILTERS: TrafficFilters = { userId: "", kind: "all", onlyTrouble: false, text: "" };

export function filterTraffic(
  entries: readonly TrafficEntry[],
  filters: TrafficFilters,
  known: { links: Links; names: Names },
): readonly TrafficEntry[] {
  const words = filters.text.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter(
    (entry) =>
      (filters.kind === "all" || kindOf(entry) === filters.kind) &&
      (filters.userId === "" || entry.userIds?.includes(filters.userId) === true) &&
      (!filters.onlyTrouble || isTrouble(entry, known.links)) &&
      (words.length === 0 || holds(entry, words, known)),
  );
}

function holds(entry: TrafficEntry, words: readonly string[], { links, names }: { links: Links; names: Names }) {
  const { title, detail } = summaryOf(entry, names, links);
  const people = (entry.userIds ?? []).map(names.person).join(" ");
  const text = `${title} ${detail} ${people}`.toLowerCase() + contentOf(entry);
  return words.every((word) => text.includes(word));
}

/** An entry never changes, so its text is cached. */
const contents = new WeakMap<TrafficEntry, string>();

function contentOf(entry: TrafficEntry): string {
  const known = contents.get(entry) ?? JSON.stringify(entry).toLowerCase();
  contents.set(entry, known);
  return known;
}
