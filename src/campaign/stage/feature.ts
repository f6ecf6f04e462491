import { stageById } from "../definition/deadlines.ts";
import type { Context } from "../engine/context.ts";
import { type CardRenderer, type Feature, redrawOn } from "../engine/feature.ts";
import { stageCountdown } from "./countdown.ts";
import { countdownChanged, deadlinesMoved, receivedChanged } from "./events.ts";
import { districtsWith, officialCardPart } from "./extension-points.ts";
import { GROUP_CARD, OFFICIAL_CARD, officialSubject, stageOpenings } from "./opening.ts";
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

/** Subjects of the stage's cards, one per district. */
const officialCards = ({ campaign }: Context, stage: string): string[] =>
  campaign.definition.campaign.districts.map(({ id }) => officialSubject(stage, id));

/** Subjects of the cards that can list the deliverable: its stage's and later ones. */
function cardsNaming(
  { campaign: { definition } }: Context,
  { deliverable: id, district }: { deliverable: string; district: string },
): string[] {
  const deliverable = definition.campaign.deliverables.find((one) => one.id === id);
  return deliverable ? stagesFrom(definition, deliverable.stage).map((stage) => officialSubject(stage, district)) : [];
}

/** Deliverables on the stage's card already handed in by the district. */
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

/** 阶段: sends cards at each opening, with deliverables and due dates. */
export const stageFeature: Feature = {
  renderers: [groupRenderer, officialRenderer],
  dueKinds: [stageOpenings, stageCountdown],
};
