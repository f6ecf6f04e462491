import { rulingDeciding } from "../definition/purposes.ts";
import type { Decision } from "../definition/schema/decisions.ts";
import { EVERY } from "../engine/events.ts";
import { type RedrawRule, redrawOn } from "../engine/feature.ts";
import { rulingsChanged } from "./events.ts";

/** Redraws only after rulings on these decisions, because each redraw is a billed call. */
export const onDecisions = (...decisions: readonly Decision[]): RedrawRule =>
  redrawOn(rulingsChanged, ({ rulings }, { campaign }) => {
    const shown = decisions.map((decision) => rulingDeciding(campaign.definition, decision)?.id);
    return rulings.some((id) => shown.includes(id)) ? EVERY : [];
  });
