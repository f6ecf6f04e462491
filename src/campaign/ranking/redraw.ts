import { applicationSubmitted, applicationWithdrawn } from "../application/events.ts";
import { rulingDeciding } from "../definition/purposes.ts";
import type { Decision } from "../definition/schema/decisions.ts";
import { EVERY } from "../engine/events.ts";
import { type RedrawRule, redrawOn } from "../engine/feature.ts";
import { listConfirmed } from "../recommendation/events.ts";
import { rulingsChanged } from "../ruling/events.ts";
import { sheetEvents } from "../scoring/events.ts";

/** Events that may change the ranked compounds or the compounds without points. */
export const onStandings: readonly RedrawRule[] = [
  redrawOn(applicationSubmitted),
  redrawOn(applicationWithdrawn),
  ...sheetEvents.map((type) => redrawOn(type, ({ ledger }) => (ledger === "district" ? EVERY : []))),
  redrawOn(listConfirmed),
];

/** Redraws only after rulings on these decisions, because each redraw is a billed call. */
export const onDecisions = (...decisions: readonly Decision[]): RedrawRule =>
  redrawOn(rulingsChanged, ({ rulings }, { campaign }) => {
    const shown = decisions.map((decision) => rulingDeciding(campaign.definition, decision)?.id);
    return rulings.some((id) => shown.includes(id)) ? EVERY : [];
  });
