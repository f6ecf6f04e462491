import { applicationSubmitted, applicationWithdrawn, caseStepChanged } from "../application/events.ts";
import { campaignClosed } from "../engine/acceptance.ts";
import { type RedrawRule, redrawOn } from "../engine/feature.ts";
import { peopleChanged } from "../engine/people-changed.ts";
import { recusalChanged, teamChanged } from "../evaluation-team/events.ts";
import { listConfirmed } from "../recommendation/events.ts";
import { rulingsChanged } from "../ruling/events.ts";
import { assignmentsChanged, visitsChanged } from "./events.ts";

/** What changes the cards of the arrangement. */
export const onVisits: readonly RedrawRule[] = [
  redrawOn(visitsChanged),
  redrawOn(assignmentsChanged),
  redrawOn(teamChanged),
  redrawOn(recusalChanged),
  redrawOn(applicationSubmitted),
  redrawOn(applicationWithdrawn),
  redrawOn(caseStepChanged),
  redrawOn(listConfirmed),
  redrawOn(peopleChanged),
  redrawOn(rulingsChanged),
  redrawOn(campaignClosed),
];
