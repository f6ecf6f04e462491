import { z } from "zod";
import { type PlatformCall, platformCall } from "../platform/call.ts";
import { PlatformError } from "../platform/errors.ts";
import type { CalendarEvent } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { describeEvent } from "./describe-event.ts";
import { EVENTS, requireCalendar } from "./find-event.ts";

interface Deps {
  world: World;
}

const MOST = 100;
const most = z.coerce.number().int().min(1).max(MOST).default(MOST);

const querySchema = z.object({
  timeMin: z.iso.datetime({ offset: true }).optional(),
  timeMax: z.iso.datetime({ offset: true }).optional(),
  maxResults: most,
  maxAttendees: most,
  nextToken: z.coerce.number().int().nonnegative().default(0),
});
type Query = z.output<typeof querySchema>;

/**
 * What stands in a person's calendar, by its beginning. Recurring events are listed once, deleted ones never; there is
 * no token for changes since the last call.
 */
export const listEventCalls = (deps: Deps): PlatformCall[] => [
  // Bounds the beginning of an event.
  listCall(deps, EVENTS, ({ from }, { min, max }) => from >= min && from <= max),
  // Everything that touches the time between the bounds.
  listCall(deps, EVENTS.replace(/events$/, "eventsview"), ({ from, to }, { min, max }) => to >= min && from < max),
];

interface Span {
  from: number;
  to: number;
}

const listCall = (
  { world }: Deps,
  path: string,
  isWanted: (event: Span, bounds: { min: number; max: number }) => boolean,
) =>
  platformCall({
    method: "GET",
    path,
    gateway: "api",
    auth: "token",
    counted: true,
    params: z.object({ userId: z.string(), calendarId: z.string() }),
    query: querySchema,
    run: ({ params: { userId, calendarId }, query }) => {
      requireCalendar({ world }, userId, calendarId);
      const bounds = boundsOf(query);
      const found = [...world.events.values()]
        .filter((event) => isIn(event, userId) && isWanted(spanOf(event), bounds))
        .sort((one, other) => spanOf(one).from - spanOf(other).from || (one.id < other.id ? -1 : 1));
      const { nextToken: start, maxResults, maxAttendees } = query;
      const end = start + maxResults;
      const page = found.slice(start, end).map((event) => {
        const attendees = event.attendees.slice(0, maxAttendees);
        return describeEvent(world, { ...event, attendees }, userId);
      });
      return { events: page, ...(end < found.length ? { nextToken: String(end) } : {}) };
    },
  });

function boundsOf({ timeMin, timeMax }: Query): { min: number; max: number } {
  const [min, max] = [Date.parse(timeMin ?? ""), Date.parse(timeMax ?? "")];
  // More than a year apart is not allowed; how it is refused is assumed.
  if (max - min > 366 * 24 * 60 * 60 * 1_000)
    throw new PlatformError(400, "invalidParameter", "time range is too long");
  return { min: Number.isNaN(min) ? -Infinity : min, max: Number.isNaN(max) ? Infinity : max };
}

const isIn = ({ organizerId, attendees, removedBy }: CalendarEvent, unionId: string): boolean =>
  (organizerId === unionId || attendees.some(({ id }) => id === unionId)) && !removedBy.includes(unionId);

const moment = z.object({ dateTime: z.string().optional(), date: z.string().optional() });
const fieldsSchema = z.object({ start: moment, end: moment });

/** All-day events are days in Shanghai. */
function spanOf({ fields, createdAt }: CalendarEvent): Span {
  const { data } = fieldsSchema.safeParse(fields);
  const at = ({ dateTime, date }: z.output<typeof moment>) => Date.parse(dateTime ?? `${date}T00:00:00+08:00`);
  return data === undefined ? { from: createdAt, to: createdAt } : { from: at(data.start), to: at(data.end) };
}
