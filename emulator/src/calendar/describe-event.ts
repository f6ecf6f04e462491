import { shanghaiIso } from "../clock/shanghai-time.ts";
import type { CalendarEvent } from "../world/records.ts";
import type { World } from "../world/world.ts";

/** An event as this person, by unionId, gets it. */
export function describeEvent(world: World, event: CalendarEvent, viewer: string): object {
  const nameOf = (id: string): string => [...world.users.values()].find(({ unionId }) => unionId === id)?.name ?? "";
  const person = (id: string, responseStatus: string) => ({
    id,
    displayName: nameOf(id),
    responseStatus,
    self: id === viewer,
  });
  const at = shanghaiIso(new Date(event.createdAt));
  return {
    ...event.fields,
    id: event.id,
    organizer: person(event.organizerId, "accepted"),
    attendees: event.attendees.map(({ id, isOptional }) => ({ ...person(id, "needsAction"), isOptional })),
    createTime: at,
    updateTime: at,
  };
}
