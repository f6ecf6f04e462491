import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { shanghaiIso } from "../../shared/civil-date.ts";
import type { Clock } from "../../shared/clock.ts";
import type { Log } from "../../shared/log.ts";
import { StartTrouble } from "../../shared/start-trouble.ts";
import { webPhrases } from "./phrases.ts";

/** What a bot that follows an emulated clock can be told. */
export interface Follower {
  /** Moves campaign time, works off everything due, resolves when idle. */
  moveTo(now: Date): Promise<{ nextDueAt: Date | null; fired: { kind: string; key: string; dueAt: Date }[] }>;
  idle(): Promise<{ idle: boolean; nextDueAt: Date | null }>;
  /** False when the data are not a demo's. */
  reset(now: Date): Promise<boolean>;
  timeline(): Promise<unknown>;
}

const REGISTER_EVERY_MS = 5_000;
const BASE = "/_clock";
const moment = z.object({ now: z.iso.datetime({ offset: true }).transform((text) => new Date(text)) });
const isoOrNull = (at: Date | null) => (at ? shanghaiIso(at) : null);

const isLoopback = (request: FastifyRequest): boolean => /^(::ffff:)?127\.|^::1$/.test(request.ip);

/** The control base that the emulator's clock calls; only registered where CLOCK_URL is set, only from this machine. */
export function emulatedClockDoor(follower: Follower): (app: FastifyInstance) => Promise<void> {
  return async (app) => {
    app.addHook("onRequest", async (request, reply) => {
      if (request.url.startsWith(BASE) && !isLoopback(request)) return reply.callNotFound();
      return undefined;
    });
    app.post(`${BASE}/now`, async (request) => {
      const { nextDueAt, fired } = await follower.moveTo(moment.parse(request.body).now);
      const dated = fired.map((one) => ({ ...one, dueAt: shanghaiIso(one.dueAt) }));
      return { nextDueAt: isoOrNull(nextDueAt), fired: dated };
    });
    app.get(`${BASE}/idle`, async () => {
      const { idle, nextDueAt } = await follower.idle();
      return { idle, nextDueAt: isoOrNull(nextDueAt) };
    });
    app.post(`${BASE}/reset`, async (request, reply) => {
      const done = await follower.reset(moment.parse(request.body).now);
      return reply.code(done ? 204 : 409).send(done ? undefined : { error: "the database is not a demo's" });
    });
    app.get(`${BASE}/timeline`, () => follower.timeline());
  };
}

const clockFace = moment.extend({ frozen: z.boolean() });

/**
 * Asks the clock for its time, and whether it stands still until told.
 * @throws {StartTrouble} when it does not answer
 */
export async function readClock(clockUrl: string): Promise<z.infer<typeof clockFace>> {
  try {
    const reply = await fetch(clockUrl, { signal: AbortSignal.timeout(5_000) });
    return clockFace.parse(await reply.json());
  } catch (cause) {
    throw new StartTrouble(webPhrases.clockAway(clockUrl), { cause });
  }
}

/**
 * Registers with the clock, now and again every few seconds, so that it survives a restart of the emulator.
 * @returns a function that stops it
 */
export function followClock(deps: {
  clockUrl: string;
  controlBase: string;
  clock: Clock & { set(now: Date): void };
  log: Log;
  /** Told when the clock has moved without asking, as after its restart. */
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
    void register().catch((error: unknown) => deps.log.debug({ error: String(error) }, "the clock does not answer"));
  tryToRegister();
  const timer = setInterval(tryToRegister, REGISTER_EVERY_MS);
  return () => clearInterval(timer);
}

export const controlBaseOf = (url: string): string => `${url}${BASE}`;
