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
/**
 * Spacing factor: a call that leaves late must not exceed the limit together with the calls after it. How late a slot is
 * known differs between processes by the way to the database and back, tens of milliseconds on a busy machine.
 */
const SLACK = 1.05;
/** A call later than this after its slot books another one; the slack covers smaller delays. */
const MAX_LATE_MS = 10;
const MAX_REBOOKINGS = 5;
/** Slots booked by one statement. */
const MAX_BATCH = 20;
/** No more calls than allowed leave this process within so long: a second, and some for their way. */
const WINDOW_MS = 1_005;
/** Two bookings follow each other if there is no more between them: PostgreSQL counts in microseconds. */
const TOUCHING_MS = 0.01;

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
  RETURNING (extract(epoch FROM next_at - clock_timestamp()) * 1000 - $2::int * $3::float8)::float8 AS wait_ms,
    (extract(epoch FROM next_at) * 1000)::float8 AS end_ms`;

interface Slot {
  /** On the monotonic clock of this process. */
  at: number;
  /** All slots of the second before are this process's, too. */
  isAlone: boolean;
}

/** What this process knows of its calls to one API. */
interface Own {
  /** Slots booked one after the other, without one of another process between them. */
  inARow: number;
  /** End of the last booking, of PostgreSQL's clock. */
  endMs: number;
  /** When the last calls left, as many as a second allows; the oldest first. */
  departed: number[];
}

/**
 * Slots are booked in PostgreSQL, so the limit holds across all processes of an app. A call that is late for its slot
 * books another one; but where this process has booked the whole second by itself, its own departures tell whether the
 * second is full, and no slot is lost.
 */
export function makeLimiter(sql: Sql, options: LimiterOptions = {}): Limiter {
  const perSecond = options.perSecond ?? STANDARD_EDITION;
  const spacingMs = (1000 * SLACK) / perSecond;
  const known = new Map<string, Own>();

  function ownOf(api: string): Own {
    const own = known.get(api) ?? { inARow: 0, endMs: 0, departed: [] };
    known.set(api, own);
    return own;
  }

  async function book(api: string, count: number): Promise<Slot[]> {
    const [row] = await sql.query<{ wait_ms: number; end_ms: number }>(BOOK, [api, count, spacingMs]);
    const first = performance.now() + Math.max(0, row?.wait_ms ?? 0);
    const own = ownOf(api);
    const endMs = row?.end_ms ?? 0;
    const before = Math.abs(endMs - count * spacingMs - own.endMs) < TOUCHING_MS ? own.inARow : 0;
    Object.assign(own, { inARow: before + count, endMs });
    return Array.from({ length: count }, (_, index) => ({
      at: first + index * spacingMs,
      isAlone: before + index >= perSecond,
    }));
  }

  /** Waits until one more call does not exceed the limit within a second. */
  async function leave({ departed }: Own): Promise<void> {
    for (;;) {
      const oldest = departed.length < perSecond ? undefined : departed[0];
      const waitMs = oldest === undefined ? 0 : oldest + WINDOW_MS - performance.now();
      if (waitMs <= 0) break;
      await sleep(Math.ceil(waitMs));
    }
    departed.push(performance.now());
    if (departed.length > perSecond) departed.shift();
  }

  const slot = makeSlotQueue(book, MAX_BATCH);
  return {
    async reserve(api) {
      for (let booking = 0; booking <= MAX_REBOOKINGS; booking += 1) {
        const { at, isAlone } = await slot(api);
        const waitMs = Math.ceil(at - performance.now());
        if (waitMs > 0) await sleep(waitMs);
        if (isAlone || performance.now() - at <= MAX_LATE_MS) break;
      }
      await leave(ownOf(api));
    },
  };
}
