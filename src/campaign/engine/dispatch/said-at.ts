/** How far before its receipt the platform's own time of a message is believed: beyond that, one of the clocks is wrong. */
const MOST_BEFORE_MS = 60 * 60_000;

/** When something was said or pressed; all campaign time. */
export interface Said {
  /** When the bot stored it. */
  heardAt?: Date | undefined;
  /** The platform's own time of it; a press has none. */
  sentAt?: Date | undefined;
}

/**
 * The moment by which it is judged whether something was in time: when it was said, not when it is worked on. Who wrote
 * at 23:59 is not late because the bot was busy or away until 00:01.
 */
export function saidAt({ heardAt = FUTURE, sentAt = FUTURE }: Said, now: Date): Date {
  const heard = heardAt < now ? heardAt : now;
  return sentAt < heard && heard.getTime() - sentAt.getTime() <= MOST_BEFORE_MS ? sentAt : heard;
}

const FUTURE = new Date(8.64e15);
