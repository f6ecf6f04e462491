import { stageById } from "../definition/deadlines.ts";
import type { Context } from "../engine/context.ts";
import { EVERY } from "../engine/events.ts";
import { type CardRenderer, type Feature, redrawOn } from "../engine/feature.ts";
import { stageCountdown } from "./countdown.ts";
import { countdownChanged, deadlinesMoved, deliveryChanged, receivedChanged } from "./events.ts";
import { deliveriesOf, endedOf, officialCardPart } from "./extension-points.ts";
import { GROUP_CARD, OFFICIAL_CARD, officialSubject, stageOpenings } from "./opening.ts";
import { stagesFrom } from "./rules.ts";
import { stageView } from "./views.ts";

const groupRenderer: CardRenderer = {
  kind: GROUP_CARD,
  redrawOn: [redrawOn(countdownChanged, ({ stages }) => stages), redrawOn(deadlinesMoved)],
  render: async (context, { subject }) =>
    stageView(context, stageById(context.campaign.definition, subject), {
      audience: { kind: "group" },
      ended: await endedOf(context),
    }),
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
    redrawOn(deliveryChanged, ({ district }, { campaign }) =>
      district === undefined
        ? EVERY
        : campaign.definition.campaign.stages.map(({ id }) => officialSubject(id, district)),
    ),
  ],
  district: async (_, { subject }) => subject.split("/")[1],
  async render(context, { subject }) {
    const [stage = "", district = ""] = subject.split("/");
    const parts = await context.contributions(officialCardPart, { stage, district });
    const form = parts.find((part) => part.form)?.form;
    return stageView(context, stageById(context.campaign.definition, stage), {
      audience: { kind: "districtOfficer", district },
      deliveries: (await context.contributions(deliveriesOf, { district }))[0],
      ended: await endedOf(context),
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

/** 阶段: sends cards at each opening, with deliverables and due dates. */
export const stageFeature: Feature = {
  renderers: [groupRenderer, officialRenderer],
  dueKinds: [stageOpenings, stageCountdown],
};
