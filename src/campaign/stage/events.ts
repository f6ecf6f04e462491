import { event } from "../engine/events.ts";

/** A stage opened: its cards went out. */
export const stageOpened = event<{ stage: string }>("stage.opened");

/**
 * A day began on which cards count down or something is over.
 *
 * - `stages`: those whose own end is counted differently
 * - `owing`: districts that still owe a deliverable whose day is counted differently
 */
export const countdownChanged = event<{
  day: string;
  stages: readonly string[];
  owing: readonly { deliverable: string; district: string }[];
}>("stage.countdown");

/** Other rulings move a date or make it binding: every card that names one shows something else. */
export const deadlinesMoved = event<Record<string, never>>("stage.deadlines-moved");

/** Whether a district has handed in a deliverable is answered differently from now on. */
export const receivedChanged = event<{ deliverable: string; district: string }>("stage.received-changed");
