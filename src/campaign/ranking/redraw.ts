import { applicationSubmitted, applicationWithdrawn } from "../application/events.ts";
import { EVERY } from "../engine/events.ts";
import { type RedrawRule, redrawOn } from "../engine/feature.ts";
import { listConfirmed } from "../recommendation/events.ts";
import { sheetEvents } from "../scoring/events.ts";

/** Events that may change the ranked compounds or the compounds without points. */
export const onStandings: readonly RedrawRule[] = [
  redrawOn(applicationSubmitted),
  redrawOn(applicationWithdrawn),
  ...sheetEvents.map((type) => redrawOn(type, ({ ledger }) => (ledger === "district" ? EVERY : []))),
  redrawOn(listConfirmed),
];
