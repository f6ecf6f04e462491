import { z } from "zod";
import { type PlatformCall, platformCall } from "../platform/call.ts";
import { PlatformError } from "../platform/errors.ts";
import type { CalendarEvent } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { describeEvent } from "./describe-event.ts";

interface Deps {
  world: World;
}

export const EVENTS = "/v1.0/calendar/users/:userId/calendars/:calendarId/events";

const common = { path: `${EVENTS}/:eventId`, gateway: "api", auth: "token", counted: true } as const;
const params = z.object({ userId: z.string(), calendarId: z.string(), eventId: z.string() });

/** @throws PlatformError for someone not in the organisation, or another calendar than the main one */
export function requireCalendar({ world }: Deps, unionId: string, calendarId: string): void {
  const known = [...world.users.values()].some((user) => user.unionId === unionId && user.active);
  if (!known) throw new PlatformError(400, "permissionDeny", "permissionDeny");
  if (calendarId !== "primary") throw new PlatformError(400, "invalidParameter", "calendarId must be primary");
}

export const findEventCalls = (deps: Deps): PlatformCall[] => [
  platformCall({
    ...common,
    method: "GET",
    params,
    run: ({ params: { userId, calendarId, eventId } }) => {
      requireCalendar(deps, userId, calendarId);
      return describeEvent(deps.world, requireEvent(deps, userId, eventId), userId);
    },
  }),
  platformCall({
    ...common,
    method: "DELETE",
    params,
    run: ({ params: { userId, calendarId, eventId } }) => {
      requireCalendar(deps, userId, calendarId);
      const event = requireEvent(deps, userId, eventId);
      // The organizer deletes it for everybody, an attendee only from their own calendar.
      if (event.organizerId === userId) deps.world.events.remove(eventId);
      else deps.world.events.put(eventId, { ...event, removedBy: [...event.removedBy, userId] });
      return "";
    },
  }),
];

function requireEvent({ world }: Deps, unionId: string, eventId: string): CalendarEvent {
  const event = world.events.get(eventId);
  const isTheirs = event?.organizerId === unionId || event?.attendees.some(({ id }) => id === unionId) === true;
  if (event === undefined || !isTheirs || event.removedBy.includes(unionId)) {
    throw new PlatformError(404, "itemNotFound", "event not found");
  }
  return event;
}
