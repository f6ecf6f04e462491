import { event } from "../engine/events.ts";

/** A change of the expected districts has been proposed, or decided. */
export const expectedDistrictsNamed = event<Record<string, never>>("ranking.expected-named");

/** A ranking has been sent to the campaign group. `digest` identifies its content. */
export const rankingShared = event<{ digest: string }>("ranking.shared");

/** The result of `isPublished` has changed. Emitted by the publishing feature. */
export const publicationChanged = event<Record<string, never>>("ranking.publication-changed");
