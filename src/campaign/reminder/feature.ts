import type { View } from "../../platform/chat/view.ts";
import { addDays, momentOf } from "../../shared/civil-date.ts";
import { deadlineOf, deliverableById, stageById } from "../definition/deadlines.ts";
import { stageWindow } from "../definition/definition.ts";
import { deadlineContext } from "../definition/running-campaign.ts";
import { districtOfficers } from "../directory/member.ts";
import type { CardFace, DueKind, Feature, Turn } from "../engine/feature.ts";
import type { DistrictPart } from "../stage/district-part.ts";
import type { HandedIn } from "../stage/handed-in.ts";
import { reminderPhrases } from "./phrases.ts";
import { nearness, remindersOverTime, whySkipped } from "./rules.ts";

/** A deliverable that districts are reminded of. */
export interface Reminded {
  handedIn: HandedIn;
  /** The buttons and the form that hand it in. */
  part: DistrictPart;
}

/** 提醒: one card to each official of a district that still owes; what is handed in is not asked for again. */
export const reminderFeature = (deliverables: readonly Reminded[]): Feature => ({
  faces: deliverables.map(reminderFace),
  dueKinds: deliverables.map(reminders),
});

/** Also the kind of its due moments; the subject of a card is the district. */
export const reminderCard = (deliverable: string): string => `${deliverable}.reminder`;

/** The reminders of a district show that it is in. */
export async function refreshReminders(
  { tx, campaign, cards, now }: Turn,
  { deliverable, district, except }: { deliverable: string; district?: string; except?: string },
): Promise<void> {
  const subjects = {
    campaignId: campaign.id,
    kind: reminderCard(deliverable),
    ...(district === undefined ? {} : { subject: district }),
  };
  await cards.touch(tx, subjects, { now, ...(except === undefined ? {} : { except }) });
}

const reminders = ({ handedIn }: Reminded): DueKind => ({
  kind: reminderCard(handedIn.deliverable),
  moments: (campaign, steps) => remindersOverTime(campaign, handedIn.deliverable, steps),
  label: ({ definition }) => reminderPhrases.due(deliverableById(definition, handedIn.deliverable).name),
  async fire(turn, moment) {
    const { campaign, now, rulingsOverTime } = turn;
    const { definition, startedAt } = campaign;
    const stage = stageById(definition, deliverableById(definition, handedIn.deliverable).stage);
    const stageEndsAt = momentOf(addDays(stageWindow(definition, stage).to, 1));
    const all = remindersOverTime(campaign, handedIn.deliverable, rulingsOverTime);
    const skipped = whySkipped(moment, { now, startedAt, all, stageEndsAt });
    return skipped ?? remind(turn, handedIn);
  },
});

async function remind({ tx, campaign, cards }: Turn, { deliverable, districts }: HandedIn): Promise<string> {
  const received = await districts(tx, campaign.id);
  const owing = districtOfficers(campaign.definition).filter(({ district }) => !received.has(district));
  for (const { member, district } of owing) {
    const chat = { kind: "direct", person: member.staffId } as const;
    await cards.show(tx, chat, { campaignId: campaign.id, kind: reminderCard(deliverable), subject: district });
  }
  return owing.length > 0 ? "done" : "allIn";
}

const reminderFace = ({ handedIn, part }: Reminded): CardFace => ({
  kind: reminderCard(handedIn.deliverable),
  async draw(turn, { subject: district }) {
    const received = await handedIn.districts(turn.tx, turn.campaign.id);
    const deliverable = deliverableById(turn.campaign.definition, handedIn.deliverable);
    const { actions, form } = await part.draw(turn, { stage: deliverable.stage, district });
    const isIn = received.has(district);
    return {
      ...faceText(turn, { deliverable: handedIn.deliverable, district, isIn }),
      actions: isIn ? [] : [...actions],
      ...(form && !isIn ? { form } : {}),
    };
  },
});

function faceText(
  { campaign, rulings, now }: Turn,
  { deliverable: id, district, isIn }: { deliverable: string; district: string; isIn: boolean },
): Omit<View, "actions"> {
  const { name, line, rulings: about } = deliverableById(campaign.definition, id);
  const place = campaign.definition.campaign.districts.find((one) => one.id === district)?.name ?? district;
  const deadline = deadlineOf(deadlineContext(campaign, rulings), id);
  const footnote = reminderPhrases.footnote(line, about);
  if (isIn) {
    return {
      title: reminderPhrases.receivedTitle(name, place),
      tone: "done",
      status: reminderPhrases.received(),
      body: [{ kind: "text", text: reminderPhrases.receivedText(place, name) }],
      footnote,
    };
  }
  const near = nearness(deadline, campaign, now);
  return {
    title: reminderPhrases.title(name, deadline),
    tone: near.kind === "over" ? "overdue" : near.kind === "days" && near.left > 3 ? "running" : "near",
    status: reminderPhrases.status(near),
    body: [{ kind: "text", text: reminderPhrases.missing(place, name, deadline, near) }],
    footnote,
  };
}
