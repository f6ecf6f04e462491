import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { shanghaiIso } from "../../shared/civil-date.ts";
import type { Clock } from "../../shared/clock.ts";
import type { Log } from "../../shared/log.ts";
import { StartError } from "../../shared/start-error.ts";
import { webPhrases } from "./phrases.ts";

/** The bot under an emulated clock. */
export interface ClockFollower {
  /** Sets campaign time, runs everything that is due, and resolves when the bot is idle. */
  moveTo(now: Date): Promise<{ nextDueAt: Date | null; fired: { kind: string; key: string; dueAt: Date }[] }>;
  /** @param waitMs how long to wait for the bot to become idle before answering that it is not */
  idle(waitMs?: number): Promise<{ idle: boolean; nextDueAt: Date | null }>;
  /** Deletes all data. @returns false, without effect, unless the database belongs to a demo */
  reset(now: Date): Promise<boolean>;
  timeline(): Promise<unknown>;
}

const REGISTER_EVERY_MS = 5_000;
const BASE = "/_clock";
const moment = z.object({ now: z.iso.datetime({ offset: true }).transform((text) => new Date(text)) });
const MAX_WAIT_S = 5;

/** `Prefer: wait=1` (RFC 7240): how long the caller would rather wait for the answer. */
function preferredWaitMs({ headers: { prefer } }: FastifyRequest): number {
  const [, seconds = "0"] = /^wait=(\d+)$/.exec(typeof prefer === "string" ? prefer : "") ?? [];
  return Math.min(Number(seconds), MAX_WAIT_S) * 1_000;
}

const isoOrNull = (at: Date | null) => (at ? shanghaiIso(at) : null);

/**
 * Whether the emulator or another program on this machine calls. A web page in a local browser names its origin, or by a
 * rebound name another host; what a proxy passes on comes from elsewhere.
 */
function isLocal({
  ip,
  headers: { host = "", origin, forwarded, "x-forwarded-for": passedOn },
}: FastifyRequest): boolean {
  if (origin !== undefined || forwarded !== undefined || passedOn !== undefined) return false;
  return LOOPBACK.test(ip) && LOCAL_HOST.test(host);
}
const LOOPBACK = /^(::ffff:)?127\.|^::1$/;
const LOCAL_HOST = /^(127(\.\d{1,3}){3}|localhost|\[::1\])(:\d+)?$/;

/** Routes called by the emulator's clock. Only registered where CLOCK_URL is set, and only for the local machine. */
export function emulatedClockRoutes(follower: ClockFollower): (app: FastifyInstance) => Promise<void> {
  return async (app) => {
    app.addHook("onRequest", async (request, reply) => {
      if (request.url.startsWith(BASE) && !isLocal(request)) return reply.callNotFound();
      return undefined;
    });
    app.post(`${BASE}/now`, async (request) => {
      const { nextDueAt, fired } = await follower.moveTo(moment.parse(request.body).now);
      const dated = fired.map((one) => ({ ...one, dueAt: shanghaiIso(one.dueAt) }));
      return { nextDueAt: isoOrNull(nextDueAt), fired: dated };
    });
    app.get(`${BASE}/idle`, async (request) => {
      const { idle, nextDueAt } = await follower.idle(preferredWaitMs(request));
      return { idle, nextDueAt: isoOrNull(nextDueAt) };
    });
    app.post(`${BASE}/reset`, async (request, reply) => {
      const done = await follower.reset(moment.parse(request.body).now);
      return reply.code(done ? 204 : 409).send(done ? undefined : { error: "the database does not belong to a demo" });
    });
    app.get(`${BASE}/timeline`, () => follower.timeline());
  };
}

const clockState = moment.extend({ frozen: z.boolean() });

/**
 * Reads the time of the clock, and whether it is frozen.
 * @throws {StartError} when it does not respond
 */
export async function readClock(clockUrl: string): Promise<z.infer<typeof clockState>> {
  try {
    const reply = await fetch(clockUrl, { signal: AbortSignal.timeout(5_000) });
    return clockState.parse(await reply.json());
  } catch (cause) {
    throw new StartError(webPhrases.clockAway(clockUrl), { cause });
  }
}

/**
 * Subscribes to the clock, and again every few seconds in case the emulator was restarted.
 * @returns a function that ends this
 */
export function followClock(deps: {
  clockUrl: string;
  controlBase: string;
  clock: Clock & { set(now: Date): void };
  log: Log;
  /** Called when the clock advanced without calling the bot, e.g. after its restart. */
  onMoved(now: Date): void;
}): () => void {
  async function register(): Promise<void> {
    const reply = await fetch(`${deps.clockUrl}/subscribers`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ url: deps.controlBase }),
      signal: AbortSignal.timeout(5_000),
    });
    const { now } = moment.parse(await reply.json());
    if (now > deps.clock.now()) deps.onMoved(now);
  }
  const tryToRegister = () =>
    void register().catch((error: unknown) => deps.log.debug({ error: String(error) }, "the clock does not respond"));
  tryToRegister();
  const timer = setInterval(tryToRegister, REGISTER_EVERY_MS);
  return () => clearInterval(timer);
}

export const controlBaseOf = (url: string): string => `${url}${BASE}`;
