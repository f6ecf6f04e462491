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
  /** In [0, 1). */
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
class Supervisor implements Stream {
  readonly #deps: StreamDeps;
  readonly #stopping = new AbortController();
  readonly #first = Promise.withResolvers<void>();
  readonly #closing = new Set<Promise<void>>();
  #state: StreamState = "stopped";
  #current: Connection | undefined;
  #running: Promise<void> | undefined;
  /** Tries in a row that brought no lasting connection. */
  #failures = 0;

  constructor(deps: StreamDeps) {
    this.#deps = deps;
    this.#first.promise.catch(() => {});
  }

  state(): StreamState {
    return this.#state;
  }

  start(): Promise<void> {
    this.#running ??= this.#run();
    return this.#first.promise;
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#first.reject(new Error("stopped before the first connection"));
    this.#retire();
    await Promise.all(this.#closing);
    await this.#running;
    this.#enter("stopped");
  }

  async #run(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      try {
        await this.#live();
      } catch (error) {
        await this.#restAfter(error);
      }
    }
  }

  /** One connection from its opening to the sign that another is needed. */
  async #live(): Promise<void> {
    this.#enter("connecting");
    const keepAlive = this.#deps.keepAlive ?? usualKeepAlive;
    const connection = await openConnection({ ...this.#deps, keepAlive }, this.#stopping.signal);
    if (this.#stopping.signal.aborted) return connection.close();
    const openedAt = performance.now();
    this.#retire();
    this.#current = connection;
    this.#enter("connected");
    this.#deps.log.info({}, "connected to DingTalk");
    this.#first.resolve();
    const end = await connection.end;
    const settled = performance.now() - openedAt >= SETTLED_MS;
    this.#failures = settled ? 0 : this.#failures;
    if (this.#stopping.signal.aborted) return;
    this.#deps.log.info({ end }, "the connection to DingTalk ends");
    this.#failures += 1;
    const takesOver = end === "leaving" && this.#failures === 1;
    if (!takesOver) await this.#rest(this.#deps.bounds ?? reconnectBounds);
  }

  /** Lets the connection in use finish what is under way and close, while the next is already there. */
  #retire(): void {
    if (this.#current === undefined) return;
    const closing = this.#current.close();
    this.#current = undefined;
    this.#closing.add(closing);
    void closing.finally(() => this.#closing.delete(closing));
  }

  async #restAfter(error: unknown): Promise<void> {
    if (this.#stopping.signal.aborted) return;
    this.#failures += 1;
    const { log, bounds = reconnectBounds } = this.#deps;
    if (error instanceof ConnectionRefused) {
      log.error({ err: error }, "DingTalk refuses the app: check client id and secret");
      return this.#rest(refusedBounds);
    }
    log.warn({ err: error, failures: this.#failures }, "no connection to DingTalk");
    return this.#rest(bounds);
  }

  async #rest(bounds: BackoffBounds): Promise<void> {
    this.#enter("waiting");
    const waitMs = backoff(this.#failures, this.#deps.random ?? Math.random, bounds);
    await sleep(waitMs, undefined, { signal: this.#stopping.signal }).catch(() => {});
  }

  #enter(next: StreamState): void {
    if (this.#state === next) return;
    this.#state = next;
    this.#deps.onState?.(next);
  }
}

export const makeStream = (deps: StreamDeps): Stream => new Supervisor(deps);
