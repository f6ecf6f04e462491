import { applicationSubmitted, applicationWithdrawn } from "../application/events.ts";
import { rulingDeciding } from "../definition/purposes.ts";
import type { Decision } from "../definition/schema/decisions.ts";
import { EVERY } from "../engine/events.ts";
import { type RedrawRule, redrawOn } from "../engine/feature.ts";
import { listConfirmed } from "../recommendation/events.ts";
import { rulingsChanged } from "../ruling/events.ts";
import { sheetFinalized } from "../scoring/events.ts";

/** Everything after which the scored compounds, or those without points, may be others. */
export const onStandings: readonly RedrawRule[] = [
  redrawOn(applicationSubmitted),
  redrawOn(applicationWithdrawn),
  redrawOn(sheetFinalized, ({ ledger }) => (ledger === "district" ? EVERY : [])),
  redrawOn(listConfirmed),
];

/** Only answers that decide these change what the card shows: each redraw is a paid call. */
export const onDecisions = (...decisions: readonly Decision[]): RedrawRule =>
  redrawOn(rulingsChanged, ({ rulings }, { campaign }) => {
    const shown = decisions.map((decision) => rulingDeciding(campaign.definition, decision)?.id);
    return rulings.some((id) => shown.includes(id)) ? EVERY : [];
  });
