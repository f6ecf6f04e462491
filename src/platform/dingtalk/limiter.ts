import { setTimeout as sleep } from "node:timers/promises";
import { makeSlotQueue } from "./slot-queue.ts";
import type { Sql } from "./sql.ts";

export interface Limiter {
  /** Resolves when this API may be called. No other caller, in any process, gets the same slot. */
  reserve(api: string): Promise<void>;
}

export interface LimiterOptions {
  /** Calls per second to one API; the platform's standard edition allows 20. Only benchmarks raise it. */
  perSecond?: number;
}

const STANDARD_EDITION = 20;
/** Spacing factor: a call that leaves late must not exceed the limit together with the calls after it. */
const SLACK = 1.02;
/** A call later than this after its slot books another one; the slack covers smaller delays. */
const MAX_LATE_MS = 20;
const MAX_REBOOKINGS = 5;
/** Slots booked by one statement. */
const MAX_BATCH = 20;

/**
 * Books `$2` slots, `$3` milliseconds apart, after the last booked one. A slot more than ten minutes ahead means that
 * the clock was set back.
 */
const BOOK = `
  INSERT INTO api_slot AS slot (api, next_at)
  VALUES ($1, clock_timestamp() + $2::int * $3::float8 * interval '1 millisecond')
  ON CONFLICT (api) DO UPDATE SET next_at =
    (CASE WHEN slot.next_at > clock_timestamp() + interval '10 minutes' THEN clock_timestamp()
          ELSE greatest(slot.next_at, clock_timestamp()) END)
    + $2::int * $3::float8 * interval '1 millisecond'
  RETURNING (extract(epoch FROM next_at - clock_timestamp()) * 1000 - $2::int * $3::float8)::float8 AS wait_ms`;

/** Slots are booked in PostgreSQL, so the limit holds across all processes of an app. */
export function makeLimiter(sql: Sql, options: LimiterOptions = {}): Limiter {
  const spacingMs = (1000 * SLACK) / (options.perSecond ?? STANDARD_EDITION);

  /** @returns the times of the slots on the monotonic clock of this process */
  async function book(api: string, count: number): Promise<number[]> {
    const rows = await sql.query<{ wait_ms: number }>(BOOK, [api, count, spacingMs]);
    const first = performance.now() + Math.max(0, rows[0]?.wait_ms ?? 0);
    return Array.from({ length: count }, (_, index) => first + index * spacingMs);
  }

  const slot = makeSlotQueue(book, MAX_BATCH);
  return {
    async reserve(api) {
      for (let booking = 0; booking <= MAX_REBOOKINGS; booking += 1) {
        const slotAt = await slot(api);
        const waitMs = Math.ceil(slotAt - performance.now());
        if (waitMs > 0) await sleep(waitMs);
        if (performance.now() - slotAt <= MAX_LATE_MS) return;
      }
    },
  };
}
