import { setTimeout as sleep } from "node:timers/promises";
import { type BackoffBounds, backoff, reconnectBounds } from "./backoff.ts";
import { type Connection, type ConnectionDeps, openConnection } from "./connection.ts";
import { ConnectionRefusedError } from "./endpoint.ts";
import { defaultKeepAlive } from "./keep-alive.ts";

/** `waiting`: between two attempts. */
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
  /** Cannot be started again. Ignores new frames, waits for responses in progress, and closes. */
  stop(): Promise<void>;
}

/** Longer than usual: somebody has to correct the credentials first. */
const refusedBounds: BackoffBounds = { firstMs: 60_000, longestMs: 600_000 };
/** A shorter connection counts as a failure, so that one that is closed at once does not cause a reconnect storm. */
const STABLE_MS = 10_000;

/**
 * Maintains one connection to the platform, or two while a new one takes over from one that announced its end. Retries
 * forever with exponential backoff.
 */
class Supervisor implements Stream {
  readonly #deps: StreamDeps;
  readonly #stopping = new AbortController();
  readonly #first = Promise.withResolvers<void>();
  readonly #closing = new Set<Promise<void>>();
  #state: StreamState = "stopped";
  #current: Connection | undefined;
  #running: Promise<void> | undefined;
  /** Consecutive attempts without a stable connection. */
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
    this.#setState("stopped");
  }

  async #run(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      try {
        await this.#connectOnce();
      } catch (error) {
        await this.#pauseAfter(error);
      }
    }
  }

  /** Opens a connection and resolves when another one is needed. */
  async #connectOnce(): Promise<void> {
    this.#setState("connecting");
    const keepAlive = this.#deps.keepAlive ?? defaultKeepAlive;
    const connection = await openConnection({ ...this.#deps, keepAlive }, this.#stopping.signal);
    if (this.#stopping.signal.aborted) return connection.close();
    const openedAt = performance.now();
    this.#retire();
    this.#current = connection;
    this.#setState("connected");
    this.#deps.log.info({}, "connected to DingTalk");
    this.#first.resolve();
    const end = await connection.end;
    const stable = performance.now() - openedAt >= STABLE_MS;
    this.#failures = stable ? 0 : this.#failures;
    if (this.#stopping.signal.aborted) return;
    this.#deps.log.info({ end }, "disconnected from DingTalk");
    this.#failures += 1;
    const takesOver = end === "leaving" && this.#failures === 1;
    if (!takesOver) await this.#pause(this.#deps.bounds ?? reconnectBounds);
  }

  /** Closes the current connection in the background, after its responses in progress. */
  #retire(): void {
    if (this.#current === undefined) return;
    const closing = this.#current.close();
    this.#current = undefined;
    this.#closing.add(closing);
    void closing.finally(() => this.#closing.delete(closing));
  }

  async #pauseAfter(error: unknown): Promise<void> {
    if (this.#stopping.signal.aborted) return;
    this.#failures += 1;
    const { log, bounds = reconnectBounds } = this.#deps;
    if (error instanceof ConnectionRefusedError) {
      log.error({ err: error }, "DingTalk refused the connection: check client id and secret");
      return this.#pause(refusedBounds);
    }
    log.warn({ err: error, failures: this.#failures }, "could not connect to DingTalk");
    return this.#pause(bounds);
  }

  async #pause(bounds: BackoffBounds): Promise<void> {
    this.#setState("waiting");
    const waitMs = backoff(this.#failures, this.#deps.random ?? Math.random, bounds);
    await sleep(waitMs, undefined, { signal: this.#stopping.signal }).catch(() => {});
  }

  #setState(next: StreamState): void {
    if (this.#state === next) return;
    this.#state = next;
    this.#deps.onState?.(next);
  }
}

export const makeStream = (deps: StreamDeps): Stream => new Supervisor(deps);
