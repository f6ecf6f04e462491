import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import type { Sql } from "./sql.ts";

export interface Limiter {
  /** Resolves when this API may be called; nobody else, in any process, has the same slot. */
  reserve(api: string): Promise<void>;
}

export interface LimiterOptions {
  /** Calls a second of one API; the platform's standard edition allows 20. Only benches raise it. */
  perSecond?: number;
}

const STANDARD_EDITION = 20;
/** Slots lie this much further apart than the limit asks: a call that leaves late must not meet those after it. */
const SLACK = 1.02;
/** Booking is repeated rather than let a call leave this share of a second late. */
const LATE_SHARE = 0.02;
const REBOOKINGS = 5;
/** Callers of one process that book with one statement. */
const BATCH = 20;

/**
 * Books `$2` slots, `$3` milliseconds apart, after the last one booked by anyone. A slot further ahead than ten minutes
 * can only come from a clock that was set back.
 */
const BOOK = `
  INSERT INTO api_slot AS slot (api, next_at)
  VALUES ($1, clock_timestamp() + $2::int * $3::float8 * interval '1 millisecond')
  ON CONFLICT (api) DO UPDATE SET next_at =
    (CASE WHEN slot.next_at > clock_timestamp() + interval '10 minutes' THEN clock_timestamp()
          ELSE greatest(slot.next_at, clock_timestamp()) END)
    + $2::int * $3::float8 * interval '1 millisecond'
  RETURNING (extract(epoch FROM next_at - clock_timestamp()) * 1000 - $2::int * $3::float8)::float8 AS wait_ms`;

interface Waiting {
  /** The moment of the slot on this process's monotonic clock. */
  grant: (slotAt: number) => void;
  fail: (error: unknown) => void;
}

/** Slots are booked in PostgreSQL, so the limit holds for all processes of an app together. */
export function makeLimiter(sql: Sql, options: LimiterOptions = {}): Limiter {
  const perSecond = options.perSecond ?? STANDARD_EDITION;
  const spacingMs = (1000 * SLACK) / perSecond;
  const lateMs = 1000 * LATE_SHARE;
  const queues = new Map<string, Waiting[]>();

  async function book(api: string, batch: readonly Waiting[]): Promise<void> {
    try {
      const rows = await sql.query<{ wait_ms: number }>(BOOK, [api, batch.length, spacingMs]);
      const first = performance.now() + Math.max(0, Number(rows[0]?.wait_ms ?? 0));
      for (const [index, waiting] of batch.entries()) waiting.grant(first + index * spacingMs);
    } catch (error) {
      for (const waiting of batch) waiting.fail(error);
    }
  }

  /** Works off one API's queue, a batch at a time, until it is empty. */
  async function work(api: string, queue: Waiting[]): Promise<void> {
    while (queue.length > 0) await book(api, queue.splice(0, BATCH));
    queues.delete(api);
  }

  function slot(api: string): Promise<number> {
    return new Promise((grant, fail) => {
      const queue = queues.get(api);
      if (queue !== undefined) {
        queue.push({ grant, fail });
        return;
      }
      const fresh = [{ grant, fail }];
      queues.set(api, fresh);
      void work(api, fresh);
    });
  }

  return {
    async reserve(api) {
      for (let booking = 0; booking <= REBOOKINGS; booking += 1) {
        const slotAt = await slot(api);
        const waitMs = Math.ceil(slotAt - performance.now());
        if (waitMs > 0) await sleep(waitMs);
        if (performance.now() - slotAt <= lateMs) return;
      }
    },
  };
}
