import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { type BackoffBounds, backoff, reconnectBounds } from "./backoff.ts";
import { type Connection, type ConnectionDeps, openConnection } from "./connection.ts";
import { ConnectionRefused } from "./endpoint.ts";
import { usualKeepAlive } from "./keep-alive.ts";

/** `waiting`: between two tries. */
export type StreamState = "connecting" | "connected" | "waiting" | "stopped";

export interface StreamDeps extends Omit<ConnectionDeps, "keepAlive"> {
  onState?: (state: StreamState) => void;
  keepAlive?: ConnectionDeps["keepAlive"];
  bounds?: BackoffBounds;
  random?: () => number;
}

export interface Stream {
  state(): StreamState;
  /** Resolves at the first connection, rejects when stopped before it. */
  start(): Promise<void>;
  /** Final: takes nothing new in, answers what is under way, closes. */
  stop(): Promise<void>;
}

/** Wrong credentials do not become right by themselves. */
const refusedBounds: BackoffBounds = { firstMs: 60_000, longestMs: 600_000 };
/** A connection that lived shorter counts as a failed try, or one that is always cut at once would be hammered. */
const SETTLED_MS = 10_000;

/**
 * Keeps exactly one connection to the platform, two while one takes over from another that announced its end. Tries
 * again for ever, ever more slowly.
 */
export function makeStream(deps: StreamDeps): Stream {
  const { log, random = Math.random, bounds = reconnectBounds } = deps;
  const stopping = new AbortController();
  const first = Promise.withResolvers<void>();
  first.promise.catch(() => {});
  const closing = new Set<Promise<void>>();
  let state: StreamState = "stopped";
  let current: Connection | undefined;
  let running: Promise<void> | undefined;
  let failures = 0;

  function enter(next: StreamState): void {
    if (state === next) return;
    state = next;
    deps.onState?.(next);
  }

  function retire(connection: Connection | undefined): void {
    if (connection === undefined) return;
    const work = connection.close();
    closing.add(work);
    void work.finally(() => closing.delete(work));
  }

  async function rest(waitMs: number): Promise<void> {
    enter("waiting");
    await sleep(waitMs, undefined, { signal: stopping.signal }).catch(() => {});
  }

  async function afterFailure(error: unknown): Promise<void> {
    if (stopping.signal.aborted) return;
    failures += 1;
    const refused = error instanceof ConnectionRefused;
    const waitMs = backoff(failures, random, refused ? refusedBounds : bounds);
    if (refused) log.error({ err: error, waitMs }, "DingTalk refuses the app: check client id and secret");
    else log.warn({ err: error, waitMs, failures }, "no connection to DingTalk");
    await rest(waitMs);
  }

  /** One connection from its opening to the sign that another is needed. */
  async function live(): Promise<void> {
    enter("connecting");
    const connection = await openConnection({ ...deps, keepAlive: deps.keepAlive ?? usualKeepAlive }, stopping.signal);
    if (stopping.signal.aborted) return connection.close();
    const openedAt = performance.now();
    retire(current);
    current = connection;
    enter("connected");
    log.info({}, "connected to DingTalk");
    first.resolve();
    const end = await connection.end;
    if (stopping.signal.aborted) return;
    const settled = performance.now() - openedAt >= SETTLED_MS;
    if (end === "leaving" && (settled || failures === 0)) {
      failures = settled ? 0 : 1;
      return;
    }
    failures = settled ? 1 : failures + 1;
    log.warn({ end }, "the connection to DingTalk ended");
    await rest(backoff(failures, random, bounds));
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) await live().catch(afterFailure);
  }

  return {
    state: () => state,
    start() {
      running ??= run();
      return first.promise;
    },
    async stop() {
      stopping.abort();
      first.reject(new Error("stopped before the first connection"));
      retire(current);
      current = undefined;
      await Promise.all(closing);
      await running;
      enter("stopped");
    },
  };
}
