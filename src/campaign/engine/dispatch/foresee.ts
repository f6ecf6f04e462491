import type { Transaction } from "../../../platform/storage/database.ts";
import type { StaffId } from "../../../shared/brand.ts";
import { openOf } from "../campaigns.ts";
import type { Services } from "../make-context.ts";

/** Begins the reads of nearly every turn. @param whose open question: who wrote in their direct chat, or pressed */
export function foresee(tx: Transaction, services: Services, whose: StaffId | undefined): void {
  const { campaigns, dialogues, readRulings, registry } = services;
  const [campaign, ...others] = openOf(campaigns);
  const reads = [
    campaigns.foresee(tx),
    // Of several campaigns it is not known yet which is meant.
    ...(campaign && others.length === 0
      ? [readRulings(tx, campaign), ...registry.foresees.map((foresees) => foresees(tx, campaign.id))]
      : []),
    ...(whose === undefined ? [] : [dialogues.current(tx, whose)]),
  ];
  // Whoever needs it meets the failure.
  for (const read of reads) read.catch(() => undefined);
}
