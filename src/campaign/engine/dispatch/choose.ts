import type { RunningCampaign } from "../../definition/running-campaign.ts";

interface Of {
  campaign: Pick<RunningCampaign, "id" | "closedAt">;
}

/**
 * The campaigns that something without a name may be meant for: those that go on. Where none does, the one closed last:
 * people look things up in it, and nobody is asked which.
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

/** The campaign that a bound group speaks for: the one that goes on, else the one closed last. */
export const ofGroup = <Part extends Of>(bound: readonly Part[]): Part | undefined => choosable(bound)[0];

export const isOpen = ({ campaign }: Of): boolean => campaign.closedAt === undefined;

const closedAt = ({ campaign }: Of): number => campaign.closedAt?.getTime() ?? Number.POSITIVE_INFINITY;
