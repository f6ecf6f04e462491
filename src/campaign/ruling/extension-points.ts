import type { Action } from "../../platform/chat/view.ts";
import type { RulingsInForce } from "../definition/rulings-in-force.ts";
import type { Decision } from "../definition/schema/decisions.ts";
import { type ExtensionPoint, extensionPoint } from "../engine/extension-point.ts";

/** Actions on the list of rulings that have to do with them. */
export const organizerActions = extensionPoint<Record<string, never>, Action>("ruling.organizer-actions");

/**
 * What an answer to the decision would change for existing cases, in sentences: shown before it is confirmed. The input
 * is the answers in force with this one among them; an empty contribution says that nothing changes. Whoever enforces a
 * decision contributes here, and raises `rulingEffectsChanged` when its cases change.
 */
export const rulingEffects = (decision: Decision): ExtensionPoint<RulingsInForce, readonly string[]> =>
  extensionPoint(`ruling.effects.${decision}`);
