import { dayOf } from "../../../shared/civil-date.ts";
import { stageWindow } from "../../definition/definition.ts";
import type { RunningCampaign } from "../../definition/running-campaign.ts";

interface Of {
  campaign: Pick<RunningCampaign, "id" | "closedAt">;
}

/**
 * Candidates for a message without a campaign name: open campaigns; if none, the last one closed, for lookups without
 * asking.
 */
export function choosable<Part extends Of>(parts: readonly Part[]): readonly Part[] {
  const open = parts.filter(isOpen);
  if (open.length > 0) return open;
  const last = parts.reduce<Part | undefined>(
    (latest, part) => (latest && closedAt(latest) >= closedAt(part) ? latest : part),
    undefined,
  );
  return last ? [last] : [];
}

/** Those whose first stage has begun; if none has, all. */
export function begun<Part extends { campaign: Pick<RunningCampaign, "definition"> }>(
  parts: readonly Part[],
  now: Date,
): readonly Part[] {
  const running = parts.filter(({ campaign: { definition } }) =>
    definition.campaign.stages.some((stage) => stageWindow(definition, stage).from <= dayOf(now)),
  );
  return running.length > 0 ? running : parts;
}

/** Campaign of a bound group: the open one, else the last one closed. */
export const ofGroup = <Part extends Of>(bound: readonly Part[]): Part | undefined => choosable(bound)[0];

export const isOpen = ({ campaign }: Of): boolean => campaign.closedAt === undefined;

const closedAt = ({ campaign }: Of): number => campaign.closedAt?.getTime() ?? Number.POSITIVE_INFINITY;
