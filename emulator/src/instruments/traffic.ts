import type { TrafficEntry } from "../contract/instruments.ts";
import { redact } from "./redact.ts";

/** The last calls and frames, oldest first; of what is larger than 64 KB only the size. */
export interface Traffic {
  record(entry: Omit<TrafficEntry, "id" | "at" | "tick">): void;
  /** Redacted: no token, secret, ticket or webhook session leaves. */
  after(id: number): TrafficEntry[];
  last(): number;
  clear(): void;
}

const MAX_ENTRIES = 2_000;

export function makeTraffic(onRecord: (id: number) => void): Traffic {
  let last = 0;
  let entries: TrafficEntry[] = [];
  return {
    record: (entry) => {
      last += 1;
      const sides = { request: limitSize(entry.request), response: limitSize(entry.response) };
      entries.push({ id: last, at: new Date().toISOString(), tick: performance.now(), ...entry, ...sides });
      if (entries.length >= 2 * MAX_ENTRIES) entries = entries.slice(-MAX_ENTRIES);
      onRecord(last);
    },
    after: (id) =>
      entries
        .slice(-MAX_ENTRIES)
        .filter((entry) => entry.id > id)
        .map(redact),
    last: () => last,
    clear: () => {
      entries = [];
    },
  };
}

const MAX_BYTES = 64 * 1024;

const sizeOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value) ?? "");

/**
 * The same value, or its size when it is larger than 64 KB as JSON; of a request or a frame only the body or data is
 * replaced.
 */
function limitSize(value: unknown): unknown {
  const bytes = sizeOf(value);
  if (bytes <= MAX_BYTES) return value;
  if (typeof value !== "object" || value === null) return { bytes };
  const { body, data, ...rest }: { body?: unknown; data?: unknown } = value;
  const inner = body ?? data;
  if (inner === undefined || sizeOf(rest) > MAX_BYTES) return { bytes };
  return { ...rest, [body === undefined ? "data" : "body"]: { bytes: sizeOf(inner) } };
}
