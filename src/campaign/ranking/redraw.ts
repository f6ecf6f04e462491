import { applicationSubmitted, applicationWithdrawn } from "../application/events.ts";
import { type RedrawRule, redrawOn } from "../engine/feature.ts";
import { recusalChanged, teamChanged } from "../evaluation-team/events.ts";
import { listConfirmed } from "../recommendation/events.ts";
import { referenceListApplied } from "../reference-list/events.ts";
import { onDecisions } from "../ruling/on-decisions.ts";
import { sheetEvents } from "../scoring/events.ts";
import { assignmentsChanged } from "../site-visit/events.ts";
import { cityFiguresChanged } from "../verification/events.ts";

/** Events that may change the ranked compounds or the compounds without points. */
export const onStandings: readonly RedrawRule[] = [
  redrawOn(applicationSubmitted),
  redrawOn(applicationWithdrawn),
  ...sheetEvents.map((type) => redrawOn(type)),
  redrawOn(cityFiguresChanged),
  redrawOn(recusalChanged),
  redrawOn(assignmentsChanged),
  redrawOn(teamChanged),
  redrawOn(listConfirmed),
  // The figure behind the satisfaction row.
  redrawOn(referenceListApplied),
  // What 核验 found keeps out by this decision.
  onDecisions("excludingRequirements"),
];
