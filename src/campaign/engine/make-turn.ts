import { dialoguesOf } from "../../platform/chat/dialogue.ts";
import type { Transaction } from "../../platform/storage/database.ts";
import { rulingsAt } from "../definition/rulings-in-force.ts";
import type { RunningCampaign } from "../definition/running-campaign.ts";
import type { Turn, TurnParts } from "./feature.ts";

/** Work on this campaign at this moment of campaign time, with the rulings then in force. */
export async function makeTurn(
  tx: Transaction,
  { campaign, now }: { campaign: RunningCampaign; now: Date },
  { readRulings, ...parts }: TurnParts,
): Promise<Turn> {
  const { outbox, cards, drafts, personal, files } = parts;
  const dialogues = dialoguesOf(parts.dialogues, campaign.id);
  const rulingsOverTime = await readRulings(tx, campaign);
  const rulings = rulingsAt(rulingsOverTime, now);
  return { tx, now, campaign, rulings, rulingsOverTime, outbox, cards, dialogues, drafts, personal, files };
}
