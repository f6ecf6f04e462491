import { redact } from "./redact.ts";

/** One HTTP call with its reply, or one frame; times are the machine's. */
export interface TrafficEntry {
  id: number;
  at: string;
  /** The same moment finer: milliseconds of this emulator's monotonic clock. */
  tick: number;
  way: "fromBot" | "toBot";
  kind: "http" | "frame";
  /** `POST /v1.0/…`, or a frame's topic; `ack` for an acknowledgement. */
  name: string;
  clientId?: string;
  connectionId?: string;
  status?: number;
  /** How long the call took, or how long the frame waited for its acknowledgement. */
  ms?: number;
  request?: unknown;
  response?: unknown;
}

/** The last calls and frames, oldest first. */
export interface Traffic {
  record(entry: Omit<TrafficEntry, "id" | "at" | "tick">): void;
  /** Redacted: no token, secret, ticket or webhook session leaves. */
  after(id: number): TrafficEntry[];
  last(): number;
  clear(): void;
}

const KEPT = 2_000;

export function makeTraffic(heard: (id: number) => void): Traffic {
  let last = 0;
  let entries: TrafficEntry[] = [];
  return {
    record: (entry) => {
      last += 1;
      entries.push({ id: last, at: new Date().toISOString(), tick: performance.now(), ...entry });
      if (entries.length >= 2 * KEPT) entries = entries.slice(-KEPT);
      heard(last);
    },
    after: (id) =>
      entries
        .slice(-KEPT)
        .filter((entry) => entry.id > id)
        .map(redact),
    last: () => last,
    clear: () => {
      entries = [];
    },
  };
}
