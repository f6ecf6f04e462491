import type { Tone, View } from "../../platform/chat/view.ts";
import { addDays, dayOf, momentOf } from "../../shared/civil-date.ts";
import { deadlineOf, deliverableById, stageById } from "../definition/deadlines.ts";
import { stageWindow } from "../definition/definition.ts";
import { deadlineContext } from "../definition/running-campaign.ts";
import { districtOfficers } from "../directory/member.ts";
import type { Context } from "../engine/context.ts";
import { type CardRenderer, type DueKind, type Feature, redrawOn } from "../engine/feature.ts";
import { countdownChanged, deadlinesMoved, receivedChanged } from "../stage/events.ts";
import { type Nearness, nearnessOf } from "../stage/rules.ts";
import { reportsInForce } from "../work-report/store.ts";
import { districtName, reportPart } from "../work-report/views.ts";
import { WORK_REPORT } from "../work-report/work-report.ts";
import { reminderPhrases } from "./phrases.ts";
import { remindersOverTime, whySkipped } from "./rules.ts";

/** Of the card, whose subject is the district, and of the due moments. */
const KIND = "work-report.reminder";

const reminders: DueKind = {
  kind: KIND,
  moments: (campaign, steps) => remindersOverTime(campaign, WORK_REPORT, steps),
  label: ({ definition }) => reminderPhrases.due(deliverableById(definition, WORK_REPORT).name),
  async fire(context, moment) {
    const { campaign, now, rulingsOverTime } = context;
    const { definition, startedAt } = campaign;
    const stage = stageById(definition, deliverableById(definition, WORK_REPORT).stage);
    const stageEndsAt = momentOf(addDays(stageWindow(definition, stage).to, 1));
    const all = remindersOverTime(campaign, WORK_REPORT, rulingsOverTime);
    return whySkipped(moment, { now, startedAt, all, stageEndsAt }) ?? remind(context);
  },
};

async function remind({ tx, campaign, people, cards }: Context): Promise<string> {
  const received = await reportsInForce(tx, campaign.id);
  const owing = districtOfficers(people).filter(({ district }) => !received.has(district));
  for (const { member, district } of owing) await cards.show(member.staffId, { kind: KIND, subject: district });
  return owing.length > 0 ? "done" : "allIn";
}

const reminderRenderer: CardRenderer = {
  kind: KIND,
  redrawOn: [
    redrawOn(receivedChanged, ({ deliverable, district }) => (deliverable === WORK_REPORT ? district : [])),
    redrawOn(countdownChanged, ({ owing }) =>
      owing.filter(({ deliverable }) => deliverable === WORK_REPORT).map(({ district }) => district),
    ),
    redrawOn(deadlinesMoved),
  ],
  async render(context, { subject: district }) {
    const received = await reportsInForce(context.tx, context.campaign.id);
    return received.has(district) ? receivedView(context, district) : missingView(context, district);
  },
};

function receivedView(context: Context, district: string): View {
  const { name } = deliverableById(context.campaign.definition, WORK_REPORT);
  const place = districtName(context, district);
  return {
    title: reminderPhrases.receivedTitle(name, place),
    tone: "done",
    status: reminderPhrases.received(),
    body: [{ kind: "text", text: reminderPhrases.receivedText(place, name) }],
    actions: [],
    footnote: footnoteOf(context),
  };
}

const TONES = { far: "running", near: "near", lastDay: "near", over: "overdue" } as const satisfies Record<
  Nearness["kind"],
  Tone
>;

function missingView(context: Context, district: string): View {
  const { campaign, rulings, now } = context;
  const { name } = deliverableById(campaign.definition, WORK_REPORT);
  const deadline = deadlineOf(deadlineContext(campaign, rulings), WORK_REPORT);
  const near = nearnessOf(campaign.calendar, dayOf(now), deadline.statedOn);
  const { actions, form } = reportPart(context, district);
  const place = districtName(context, district);
  return {
    title: reminderPhrases.title(name, deadline),
    tone: TONES[near.kind],
    status: reminderPhrases.status(near),
    body: [{ kind: "text", text: reminderPhrases.missing(place, { name, deadline, near }) }],
    actions: [...actions],
    ...(form ? { form } : {}),
    footnote: footnoteOf(context),
  };
}

function footnoteOf({ campaign }: Context): string {
  const { line, rulings } = deliverableById(campaign.definition, WORK_REPORT);
  return reminderPhrases.footnote(line, rulings);
}

/** 提醒: one card to each official of a district that still owes; what is handed in is not asked for again. */
export const reminderFeature: Feature = { renderers: [reminderRenderer], dueKinds: [reminders] };
