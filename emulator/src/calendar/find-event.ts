import { z } from "zod";
import type { Parts } from "../parts.ts";
import { type PlatformCall, platformCall } from "../platform/call.ts";
import { PlatformError } from "../platform/errors.ts";
import type { CalendarEvent } from "../world/records.ts";
import { describeEvent } from "./describe-event.ts";

export const EVENTS = "/v1.0/calendar/users/:userId/calendars/:calendarId/events";

const common = { path: `${EVENTS}/:eventId`, gateway: "api", auth: "token", counted: true } as const;
const params = z.object({ userId: z.string(), calendarId: z.string(), eventId: z.string() });

/** @throws PlatformError for someone not in the organisation, or another calendar than the main one */
export function requireCalendar({ world }: Parts, unionId: string, calendarId: string): void {
  const known = [...world.users.values()].some((user) => user.unionId === unionId && user.active);
  if (!known) throw new PlatformError(400, "permissionDeny", "permissionDeny");
  if (calendarId !== "primary") throw new PlatformError(400, "invalidParameter", "calendarId must be primary");
}

export const findEventCalls = (parts: Parts): PlatformCall[] => [
  platformCall({
    ...common,
    method: "GET",
    params,
    run: ({ params: { userId, calendarId, eventId } }) => {
      requireCalendar(parts, userId, calendarId);
      return describeEvent(parts.world, requireEvent(parts, userId, eventId), userId);
    },
  }),
  platformCall({
    ...common,
    method: "DELETE",
    params,
    run: ({ params: { userId, calendarId, eventId } }) => {
      requireCalendar(parts, userId, calendarId);
      const event = requireEvent(parts, userId, eventId);
      // The organizer ends it for all, anyone else takes it out of their own calendar.
      if (event.organizerId === userId) parts.world.events.remove(eventId);
      else parts.world.events.put(eventId, { ...event, removedBy: [...event.removedBy, userId] });
      return "";
    },
  }),
];

function requireEvent({ world }: Parts, unionId: string, eventId: string): CalendarEvent {
  const event = world.events.get(eventId);
  const isTheirs = event?.organizerId === unionId || event?.attendees.some(({ id }) => id === unionId) === true;
  if (event === undefined || !isTheirs || event.removedBy.includes(unionId)) {
    throw new PlatformError(404, "itemNotFound", "event not found");
  }
  return event;
}
