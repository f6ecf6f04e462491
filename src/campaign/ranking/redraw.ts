import { applicationSubmitted, applicationWithdrawn } from "../application/events.ts";
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

/** Only these answers change what the card shows: each redraw is a paid call. */
export const onRulings = (...ids: readonly string[]): RedrawRule =>
  redrawOn(rulingsChanged, ({ rulings }) => (rulings.some((id) => ids.includes(id)) ? EVERY : []));
