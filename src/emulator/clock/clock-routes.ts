import { z } from "zod";
import { shanghaiIso } from "../../shared/civil-date.ts";
import { ControlError } from "../control/control-error.ts";
import { type ControlRoute, controlRoute } from "../control/control-route.ts";
import { advance, checkForward, settleOrFail, type TimeKeeper } from "./advance.ts";
import { inTurn } from "./in-turn.ts";
import { settle } from "./settle.ts";

const moment = z.iso.datetime({ offset: true });
const clockReply = z.object({ now: z.string(), frozen: z.boolean(), nextDueAt: z.string().nullable() });
const firedReply = z.array(z.object({ kind: z.string(), key: z.string(), dueAt: z.string() }));

const advanceBody = z.union([
  z.object({ to: moment }),
  z.object({ ms: z.int().nonnegative() }),
  z.object({ next: z.literal(true) }),
]);

const DEFAULT_IDLE_MS = 30_000;

/** @param announced hears of every new time */
export function clockRoutes(keeper: TimeKeeper, announced: () => void): ControlRoute[] {
  const { clock, subscribers } = keeper;
  const turn = inTurn();
  const reading = async () => ({
    now: shanghaiIso(clock.now()),
    frozen: clock.frozen(),
    nextDueAt: (await subscribers.ask()).nextDueAt,
  });
  const moved = <T>(result: T): T => {
    announced();
    return result;
  };
  return [
    controlRoute({
      method: "GET",
      path: "/clock",
      summary: "The emulated time and the next moment a bot waits for.",
      reply: clockReply,
      run: reading,
    }),
    controlRoute({
      method: "POST",
      path: "/clock",
      summary: "Sets the time, not backwards; due moments on the way are worked off together.",
      body: z.object({ now: moment }),
      reply: clockReply,
      run: ({ body }) =>
        turn(async () => {
          checkForward(clock, new Date(body.now));
          await subscribers.expectAll();
          clock.set(new Date(body.now));
          await subscribers.tellNow(shanghaiIso(clock.now()));
          await settleOrFail(keeper);
          return moved(await reading());
        }),
    }),
    controlRoute({
      method: "POST",
      path: "/clock/advance",
      summary: "Goes forward, visiting every due moment in order; answers when everything is idle.",
      body: advanceBody,
      reply: z.object({ now: z.string(), fired: firedReply }),
      run: ({ body }) =>
        turn(async () => {
          if (!clock.frozen()) checkForward(clock, clock.now());
          await subscribers.expectAll();
          return moved(await advance(keeper, await targetOf(keeper, body)));
        }),
    }),
    controlRoute({
      method: "POST",
      path: "/clock/subscribers",
      summary: "A bot follows this clock from now on; again every few seconds.",
      body: z.object({ url: z.url() }),
      reply: z.object({ now: z.string() }),
      run: ({ body }) => {
        subscribers.register(body.url.replace(/\/$/, ""));
        return { now: shanghaiIso(clock.now()) };
      },
    }),
    controlRoute({
      method: "POST",
      path: "/idle",
      summary: "Answers when emulator and bots have nothing in hand.",
      body: z.object({ timeoutMs: z.int().positive().default(DEFAULT_IDLE_MS) }),
      reply: z.object({ idle: z.literal(true) }),
      run: async ({ body }) => {
        await subscribers.expectAll();
        const settled = await settle(keeper, body.timeoutMs);
        if (settled === undefined) throw new ControlError(408, "notIdle", "限定时间内未空闲");
        return { idle: true };
      },
    }),
    timelineRoute(keeper),
  ];
}

async function targetOf(keeper: TimeKeeper, body: z.output<typeof advanceBody>): Promise<Date> {
  if ("to" in body) return new Date(body.to);
  if ("ms" in body) return new Date(keeper.clock.now().getTime() + body.ms);
  const { nextDueAt } = await settleOrFail(keeper);
  const now = keeper.clock.now();
  return nextDueAt === null ? now : new Date(Math.max(Date.parse(nextDueAt), now.getTime()));
}

const timelineRoute = ({ subscribers }: TimeKeeper): ControlRoute =>
  controlRoute({
    method: "GET",
    path: "/timeline",
    summary: "The campaign's course as the first bot tells it, for the time bar and the guided first steps.",
    run: async () => (await subscribers.timeline()) ?? { spans: [], points: [], tour: [] },
  });
