import { event } from "../engine/events.ts";

/** An answer was recorded and waits for its approver; `superseded` waited until now. Both are named like `R14@2`. */
export const rulingRecorded = event<{ ruling: string; answer: string; superseded?: string }>("ruling.recorded");

/** An answer was confirmed or declined. Confirmed, it may take effect only later. */
export const rulingDecided = event<{ ruling: string; answer: string; verdict: "confirmed" | "declined" }>(
  "ruling.decided",
);

/**
 * Other answers are in force from now on; the context's rulings are the new ones. `waiting` names the answers to these
 * rulings that still wait for their approver.
 */
export const rulingsChanged = event<{ rulings: readonly string[]; waiting: readonly string[] }>("ruling.in-force");
