import { addDays, type CivilDate, dayOf, momentOf } from "../../../shared/civil-date.ts";
import { type Definition, stageWindow } from "../../definition/definition.ts";

/**
 * Last day on which a withdrawal can be taken back: that of the stage in which it was made; between stages, of the next.
 * @returns undefined after the last stage
 */
export function restorableUntil(definition: Definition, withdrawnOn: CivilDate): CivilDate | undefined {
  return definition.campaign.stages
    .map((stage) => stageWindow(definition, stage).to)
    .find((lastDay) => withdrawnOn <= lastDay);
}

/** Whether a withdrawal of that moment can still be taken back. */
export function isRestorable(definition: Definition, withdrawnAt: Date, now: Date): boolean {
  const until = restorableUntil(definition, dayOf(withdrawnAt));
  return until !== undefined && dayOf(now) <= until;
}

/** The moments at which withdrawals can no longer be taken back: 24:00 of each stage's last day. */
export const lapses = (definition: Definition): { stage: string; at: Date }[] =>
  definition.campaign.stages.map((stage) => ({
    stage: stage.id,
    at: momentOf(addDays(stageWindow(definition, stage).to, 1)),
  }));
