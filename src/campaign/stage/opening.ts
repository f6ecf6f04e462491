import { dayOf } from "../../shared/civil-date.ts";
import { stageById, stageOpening } from "../definition/deadlines.ts";
import { stageWindow } from "../definition/definition.ts";
import { districtsOn } from "../definition/districts.ts";
import { deadlineContext } from "../definition/running-campaign.ts";
import { groupsOf } from "../directory/groups.ts";
import { districtOfficers } from "../directory/member.ts";
import type { Context } from "../engine/context.ts";
import type { DueKind } from "../engine/feature.ts";
import { stageOpened } from "./events.ts";
import { stagePhrases } from "./phrases.ts";

/** Subject: the stage. */
export const GROUP_CARD = "stage.group";
/** Subject: {@link officialSubject}. */
export const OFFICIAL_CARD = "stage.official";

export const officialSubject = (stage: string, district: string): string => `${stage}/${district}`;

/**
 * Opens a stage at 08:30 on its first working day: one card to the campaign group, one to each district official. After
 * downtime or a start in mid-stage, it opens late, until the stage ends.
 */
export const stageOpenings: DueKind = {
  kind: "stage.opening",
  moments: (campaign) =>
    campaign.definition.campaign.stages.map((stage) => ({
      key: stage.id,
      dueAt: stageOpening(deadlineContext(campaign), stage),
    })),
  label: ({ definition }, key) => stagePhrases.opening(stageById(definition, key).name),
  async fire(context, { key }) {
    const { definition } = context.campaign;
    if (stageWindow(definition, stageById(definition, key)).to < dayOf(context.now)) return "stageOver";
    await sendCards(context, key);
    context.emit(stageOpened, { stage: key });
    return "done";
  },
};

async function sendCards({ tx, campaign, people, cards, now }: Context, stage: string): Promise<void> {
  const inForce = new Set(districtsOn(campaign.definition, dayOf(now)).map(({ id }) => id));
  for (const group of await groupsOf(tx, campaign.id, "campaign")) {
    await cards.showOnce(group, { kind: GROUP_CARD, subject: stage });
  }
  for (const { member, district } of districtOfficers(people).filter((one) => inForce.has(one.district))) {
    await cards.showOnce(member.staffId, { kind: OFFICIAL_CARD, subject: officialSubject(stage, district) });
  }
}
