import { event } from "../engine/events.ts";

/** The organizer named the districts whose lists are waited for, or went back to those with an application. */
export const expectedDistrictsNamed = event<Record<string, never>>("ranking.expected-named");

/** A ranking was sent to the campaign group; `digest` names its content. */
export const rankingShared = event<{ digest: string }>("ranking.shared");

/** The answer to `isPublished` changed. Emitted by the part that publishes. */
export const publicationChanged = event<Record<string, never>>("ranking.publication-changed");
