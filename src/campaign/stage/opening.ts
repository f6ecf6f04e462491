import { dayOf } from "../../shared/civil-date.ts";
import { stageById, stageOpening } from "../definition/deadlines.ts";
import { stageWindow } from "../definition/definition.ts";
import { deadlineContext } from "../definition/running-campaign.ts";
import { groupsOf } from "../directory/groups.ts";
import { districtOfficers } from "../directory/member.ts";
import type { DueKind, Turn } from "../engine/feature.ts";
import type { OnStageOpening } from "./district-part.ts";
import { stagePhrases } from "./phrases.ts";

export const GROUP_CARD = "stage.group";
export const OFFICIAL_CARD = "stage.official";

/**
 * A stage opens at 08:30 on the first working day at or after its start: one card to the campaign group, one to each
 * district official. Found late (the bot was down, or first started in mid-stage) it opens as long as the stage runs.
 */
export const stageOpenings = (onOpening: readonly OnStageOpening[]): DueKind => ({
  kind: "stage.opening",
  moments: (campaign) =>
    campaign.definition.campaign.stages.map((stage) => ({
      key: stage.id,
      dueAt: stageOpening(deadlineContext(campaign), stage),
    })),
  label: ({ definition }, key) => stagePhrases.opening(stageById(definition, key).name),
  async fire(turn, { key }) {
    const stage = stageById(turn.campaign.definition, key);
    if (stageWindow(turn.campaign.definition, stage).to < dayOf(turn.now)) return "stageOver";
    await announce(turn, key);
    for (const also of onOpening) await also(turn, key);
    return "done";
  },
});

async function announce({ tx, campaign, cards }: Turn, stage: string): Promise<void> {
  for (const group of await groupsOf(tx, campaign.id, "campaign")) {
    await cards.showOnce(tx, group, { campaignId: campaign.id, kind: GROUP_CARD, subject: stage });
  }
  for (const { member, district } of districtOfficers(campaign.definition)) {
    const chat = { kind: "direct", person: member.staffId } as const;
    await cards.showOnce(tx, chat, { campaignId: campaign.id, kind: OFFICIAL_CARD, subject: `${stage}/${district}` });
  }
}
