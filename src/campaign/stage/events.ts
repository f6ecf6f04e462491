import { event } from "../engine/events.ts";

/** A stage opened and its cards were sent. */
export const stageOpened = event<{ stage: string }>("stage.opened");

/**
 * The countdown of some cards changed at the start of a day.
 *
 * - `stages`: stages with a changed countdown
 * - `owing`: districts still owing a deliverable with a changed countdown
 */
export const countdownChanged = event<{
  day: string;
  stages: readonly string[];
  owing: readonly { deliverable: string; district: string }[];
}>("stage.countdown");

/** Rulings moved a date or made it binding: cards that show dates change. */
export const deadlinesMoved = event<Record<string, never>>("stage.deadlines-moved");

/** What the cards of a district, or of all, tell of deliverables changed. */
export const deliveryChanged = event<{ district?: string }>("stage.delivery-changed");

/** The district's hand-in state of a deliverable changed. */
export const receivedChanged = event<{ deliverable: string; district: string }>("stage.received-changed");
