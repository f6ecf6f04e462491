import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Clock } from "../clock/emulated-clock.ts";
import { shanghaiDay } from "../clock/shanghai-time.ts";
import type { Warnings } from "../instruments/warnings.ts";
import { platformCall } from "../platform/call.ts";
import { PlatformError } from "../platform/errors.ts";
import { refuseOrWarn } from "../platform/refuse-or-warn.ts";
import type { CalendarEvent } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { describeEvent } from "./describe-event.ts";
import { EVENTS, requireCalendar } from "./find-event.ts";

interface Deps {
  world: World;
  clock: Clock;
  warnings: Warnings;
}

const MAX_PER_DAY = 100;
const MAX_LENGTH = { summary: 2_048, description: 5_000 };
const MAX_ATTENDEES = 500;
const DAY_MS = 24 * 60 * 60 * 1_000;

const moment = z.object({ date: z.string().optional(), dateTime: z.string().optional() }).loose();

const eventSchema = z.looseObject({
  summary: z.string().default(""),
  description: z.string().optional(),
  start: moment.optional(),
  end: moment.optional(),
  attendees: z.array(z.object({ id: z.string(), isOptional: z.boolean().default(false) })).default([]),
});

/** A calendar event, stored but not shown on the page. The same `x-client-token` within a day creates it once. */
export const createEvent = (deps: Deps) =>
  platformCall({
    method: "POST",
    path: EVENTS,
    gateway: "api",
    auth: "token",
    counted: true,
    params: z.object({ userId: z.string(), calendarId: z.string() }),
    body: eventSchema,
    run: ({ params: { userId, calendarId }, body, request }) => {
      requireCalendar(deps, userId, calendarId);
      const clientToken = request.headers["x-client-token"];
      const token = typeof clientToken === "string" ? clientToken : undefined;
      const now = deps.clock.now().getTime();
      const own = [...deps.world.events.values()].filter(({ organizerId }) => organizerId === userId);
      const known = own.find((one) => token !== undefined && one.clientToken === token && now - one.createdAt < DAY_MS);
      if (known !== undefined) return describeEvent(deps.world, known, userId);
      checkEvent(deps, body);
      checkDay(deps, own, now);
      const { attendees, ...fields } = body;
      const event: CalendarEvent = {
        id: randomBytes(21).toString("base64url"),
        organizerId: userId,
        createdAt: now,
        removedBy: [],
        fields,
        attendees,
        ...(token === undefined ? {} : { clientToken: token }),
      };
      deps.world.events.put(event.id, event);
      return describeEvent(deps.world, event, userId);
    },
  });

const invalid = (message: string): PlatformError => new PlatformError(400, "invalidParameter", message);

function checkEvent(
  deps: Pick<Deps, "world" | "warnings">,
  { summary, description = "", start, end, attendees }: z.output<typeof eventSchema>,
) {
  if (summary.trim() === "") throw invalid("Event summary cannot be blank");
  if (start?.date === undefined && start?.dateTime === undefined) throw invalid("Event start time not set.");
  if (end?.date === undefined && end?.dateTime === undefined) throw invalid("Event end time not set.");
  if (summary.length > MAX_LENGTH.summary) {
    refuseOrWarn(deps, invalid("summary is too long"), `日程标题超过 ${MAX_LENGTH.summary} 个字符`);
  }
  if (description.length > MAX_LENGTH.description) {
    refuseOrWarn(deps, invalid("description is too long"), `日程描述超过 ${MAX_LENGTH.description} 个字符`);
  }
  if (attendees.length > MAX_ATTENDEES) {
    refuseOrWarn(deps, invalid("too many attendees"), `日程参与人超过 ${MAX_ATTENDEES} 人`);
  }
}

function checkDay(deps: Pick<Deps, "world" | "warnings">, own: readonly CalendarEvent[], now: number): void {
  if (
    own.filter(({ createdAt }) => shanghaiDay(new Date(createdAt)) === shanghaiDay(new Date(now))).length < MAX_PER_DAY
  )
    return;
  const error = new PlatformError(400, "flowLimit", "current user can not create events exceed 100 per day");
  refuseOrWarn(deps, error, `一个用户一天的日程超过 ${MAX_PER_DAY} 个`);
}
