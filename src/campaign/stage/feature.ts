import { stageById } from "../definition/deadlines.ts";
import type { Context } from "../engine/context.ts";
import { type CardRenderer, type Feature, redrawOn } from "../engine/feature.ts";
import { stageCountdown } from "./countdown.ts";
import { countdownChanged, deadlinesMoved, receivedChanged } from "./events.ts";
import { officialCardPart } from "./official-card.ts";
import { GROUP_CARD, OFFICIAL_CARD, officialSubject, stageOpenings } from "./opening.ts";
import { districtsWith } from "./received.ts";
import { owedInStage, stagesFrom } from "./rules.ts";
import { stageView } from "./views.ts";

const groupRenderer: CardRenderer = {
  kind: GROUP_CARD,
  redrawOn: [redrawOn(countdownChanged, ({ stages }) => stages), redrawOn(deadlinesMoved)],
  render: async (context, { subject }) =>
    stageView(context, stageById(context.campaign.definition, subject), { audience: { kind: "group" } }),
};

const officialRenderer: CardRenderer = {
  kind: OFFICIAL_CARD,
  redrawOn: [
    redrawOn(countdownChanged, ({ stages, owing }, context) => [
      ...new Set([
        ...stages.flatMap((stage) => officialCards(context, stage)),
        ...owing.flatMap((owed) => cardsNaming(context, owed)),
      ]),
    ]),
    redrawOn(deadlinesMoved),
    redrawOn(receivedChanged, (received, context) => cardsNaming(context, received)),
  ],
  async render(context, { subject }) {
    const [stage = "", district = ""] = subject.split("/");
    const parts = await context.contributions(officialCardPart, { stage, district });
    const form = parts.find((part) => part.form)?.form;
    return stageView(context, stageById(context.campaign.definition, stage), {
      audience: { kind: "districtOfficer", district },
      received: await receivedOn(context, { stage, district }),
      actions: parts.flatMap(({ actions }) => actions),
      ...(form ? { form } : {}),
    });
  },
};

/** The cards of one stage, a district each. */
const officialCards = ({ campaign }: Context, stage: string): string[] =>
  campaign.definition.campaign.districts.map(({ id }) => officialSubject(stage, id));

/** The cards that may have a line for the deliverable: those of its stage and of later ones. */
function cardsNaming(
  { campaign: { definition } }: Context,
  { deliverable: id, district }: { deliverable: string; district: string },
): string[] {
  const deliverable = definition.campaign.deliverables.find((one) => one.id === id);
  return deliverable ? stagesFrom(definition, deliverable.stage).map((stage) => officialSubject(stage, district)) : [];
}

/** The deliverables this district has handed in, of those the stage's card names. */
async function receivedOn(
  context: Context,
  { stage, district }: { stage: string; district: string },
): Promise<ReadonlySet<string>> {
  const received = new Set<string>();
  const { campaign, now, rulings } = context;
  const owed = { now, rulings, districts: [district] };
  for (const { deliverable } of owedInStage(campaign, stageById(campaign.definition, stage), owed)) {
    if ((await districtsWith(context, deliverable.id)).has(district)) received.add(deliverable.id);
  }
  return received;
}

/** 阶段: each opens with cards that name what is owed by when. */
export const stageFeature: Feature = {
  renderers: [groupRenderer, officialRenderer],
  dueKinds: [stageOpenings, stageCountdown],
};
