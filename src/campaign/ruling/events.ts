import type { Decision } from "../definition/schema/decisions.ts";
import { event } from "../engine/events.ts";

/** An answer was recorded and is pending; `superseded` was pending before. Both like `R14@2`. */
export const rulingRecorded = event<{ ruling: string; answer: string; superseded?: string }>("ruling.recorded");

/** An answer was confirmed or declined. A confirmed one can take effect later. */
export const rulingDecided = event<{ ruling: string; answer: string; verdict: "confirmed" | "declined" }>(
  "ruling.decided",
);

/** Existing cases changed so that an answer that waits to one of these decisions would have another effect on them. */
export const rulingEffectsChanged = event<{ decisions: readonly Decision[] }>("ruling.effects-changed");

/** The answers in force changed; the context has the new ones. `waiting`: pending answers to these rulings. */
export const rulingsChanged = event<{ rulings: readonly string[]; waiting: readonly string[] }>("ruling.in-force");
