import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import type { FiredMoment } from "../contract/control.ts";
import { ControlError } from "../control-api/control-error.ts";

const nextDueAt = z.iso.datetime({ offset: true }).nullable().default(null);

const idleSchema = z.object({ idle: z.boolean(), nextDueAt });
const firedSchema = z.object({
  nextDueAt,
  fired: z.array(z.object({ kind: z.string(), key: z.string(), dueAt: z.string() })).default([]),
});

/** The bots that follow this clock, by the address of their control base. */
export interface Subscribers {
  register(url: string): void;
  count(): number;
  /** Whether as many as expected are registered. */
  isComplete(): boolean;
  /** Waits for them. @throws ControlError 503 after a minute */
  waitForExpected(): Promise<void>;
  /** Announces the time to every bot; resolves when all have processed what was due. */
  announceTime(now: string): Promise<FiredMoment[]>;
  /**
   * Whether all are idle, and the earliest moment any of them waits for.
   * @param wait a bot may wait a second until it is idle; one that does not know the preference answers at once
   */
  queryIdle(wait?: boolean): Promise<{ idle: boolean; nextDueAt: string | null }>;
  reset(now: string): Promise<void>;
  /** The campaign's timeline from the first bot; undefined without a bot or when it does not answer. */
  timeline(): Promise<unknown>;
}

const EXPECT_TIMEOUT_MS = 60_000;
const WORK_TIMEOUT_MS = 300_000;
const QUERY_TIMEOUT_MS = 10_000;

class SubscriberGoneError extends Error {
  override readonly name = "SubscriberGoneError";
}

export function makeSubscribers({ expected, onChange }: { expected: number; onChange: () => void }): Subscribers {
  const urls = new Set<string>();
  const drop = (url: string): void => {
    urls.delete(url);
    onChange();
  };
  const callAll = async <T>(call: (url: string) => Promise<T>): Promise<T[]> => {
    const answers = await Promise.all([...urls].map((url) => callOrDrop(url, call, drop)));
    return answers.flat();
  };
  return {
    register: (url) => {
      if (urls.has(url)) return;
      urls.add(url);
      onChange();
    },
    count: () => urls.size,
    isComplete: () => urls.size >= expected,
    waitForExpected: async () => {
      const until = performance.now() + EXPECT_TIMEOUT_MS;
      while (urls.size < expected) {
        if (performance.now() > until)
          throw new ControlError(503, "botMissing", `只有 ${urls.size} 个机器人在跟随时钟`);
        await pause(50);
      }
    },
    announceTime: async (now) => {
      const answers = await callAll(async (url) => firedSchema.parse(await call(url, "/now", { body: { now } })));
      return answers.flatMap(({ fired }) => fired);
    },
    queryIdle: async (wait = false) => {
      const answers = await callAll((url) => queryIdleOf(url, wait));
      const dues = answers.map((answer) => answer.nextDueAt).filter((due) => due !== null);
      dues.sort((one, other) => Date.parse(one) - Date.parse(other));
      return { idle: answers.every(({ idle }) => idle), nextDueAt: dues[0] ?? null };
    },
    reset: async (now) => {
      await callAll((url) => call(url, "/reset", { body: { now } }));
    },
    timeline: async () => {
      const [url] = urls;
      return url === undefined
        ? undefined
        : await call(url, "/timeline", { timeoutMs: QUERY_TIMEOUT_MS }).catch(() => undefined);
    },
  };
}

/** A bot that refuses the connection is dropped until it registers again; then there is no answer. */
async function callOrDrop<T>(
  url: string,
  call: (url: string) => Promise<T>,
  drop: (url: string) => void,
): Promise<T[]> {
  try {
    return [await call(url)];
  } catch (error) {
    if (!(error instanceof SubscriberGoneError)) throw error;
    drop(url);
    return [];
  }
}

/** A bot too busy to answer is not idle. */
async function queryIdleOf(url: string, wait: boolean): Promise<z.output<typeof idleSchema>> {
  try {
    return idleSchema.parse(
      await call(url, "/idle", { timeoutMs: QUERY_TIMEOUT_MS, ...(wait ? { prefer: "wait=1" } : {}) }),
    );
  } catch (error) {
    if (error instanceof ControlError && error.code === "botSilent") return { idle: false, nextDueAt: null };
    throw error;
  }
}

interface CallOptions {
  body?: object;
  /** Header `Prefer` (RFC 7240). */
  prefer?: string;
  timeoutMs?: number;
}

/**
 * @throws SubscriberGoneError when the connection is refused; ControlError 504 when no answer arrives in time, 502
 * for an unsuccessful answer
 */
async function call(
  url: string,
  path: string,
  { body, prefer, timeoutMs = WORK_TIMEOUT_MS }: CallOptions,
): Promise<unknown> {
  const reply = await fetch(`${url}${path}`, {
    headers: {
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(prefer === undefined ? {} : { prefer }),
    },
    ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(timeoutMs),
  }).catch((error: unknown) => {
    if (error instanceof DOMException) throw new ControlError(504, "botSilent", `机器人 ${url} 未在限时内应答 ${path}`);
    throw new SubscriberGoneError(`no bot at ${url}`, { cause: error });
  });
  const text = await reply.text();
  if (reply.status === 409)
    throw new ControlError(409, "botRefused", `机器人 ${url} 拒绝 ${path}：${text.slice(0, 200)}`);
  if (!reply.ok)
    throw new ControlError(502, "botFailed", `机器人 ${url} 的 ${path} 失败：${reply.status} ${text.slice(0, 200)}`);
  return text === "" ? undefined : JSON.parse(text);
}
