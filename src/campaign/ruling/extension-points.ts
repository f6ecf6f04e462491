import type { Action } from "../../platform/chat/view.ts";
import type { RulingsInForce } from "../definition/rulings-in-force.ts";
import type { Decision } from "../definition/schema/decisions.ts";
import { extensionPoint } from "../engine/extension-point.ts";

/** Actions on the list of rulings, the organizers' first card. */
export const organizerActions = extensionPoint<Record<string, never>, Action>("ruling.organizer-actions");

/** An answer that is not in force yet. */
export interface ProposedAnswer {
  decision: Decision;
  /** Answers in force with this one among them. */
  after: RulingsInForce;
}

/**
 * What the answer would change for existing cases, in sentences: shown before it is confirmed. A part that contributes
 * raises `rulingEffectsChanged` when its cases change.
 */
export const rulingEffects = extensionPoint<ProposedAnswer, readonly string[]>("ruling.effects");
