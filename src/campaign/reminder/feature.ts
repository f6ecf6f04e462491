import { type Block, type Tone, textView, type View } from "../../platform/chat/view.ts";
import { addDays, dayOf, momentOf } from "../../shared/civil-date.ts";
import { stageById, stageOpening } from "../definition/deadlines.ts";
import { stageWindow } from "../definition/definition.ts";
import { districtName, districtsOn } from "../definition/districts.ts";
import { deadlineContext } from "../definition/running-campaign.ts";
import { sourceWords } from "../definition/source-words.ts";
import { dayWordsIn, duePhraseOf, dueWordsOf } from "../definition/wording.ts";
import { districtOfficers } from "../directory/member.ts";
import type { Context } from "../engine/context.ts";
import { type CardRenderer, type DueKind, type Feature, redrawOn } from "../engine/feature.ts";
import { countdownChanged, deadlinesMoved, receivedChanged, stageOpened } from "../stage/events.ts";
import { isSoftOver, type Nearness, nearnessOf } from "../stage/rules.ts";
import { workReportPhrases } from "../work-report/phrases.ts";
import { deadlineOfReport, reportAsked, reportOf } from "../work-report/rules.ts";
import { reportsInForce } from "../work-report/store.ts";
import { reportPart } from "../work-report/views.ts";
import { cityRenderer, districtRenderer, overdueNotices } from "./overdue.ts";
import { reminderPhrases } from "./phrases.ts";
import { remindersOverTime, whySkipped } from "./rules.ts";

/** Kind of the card (subject: the district) and of the due moments. */
const KIND = "work-report.reminder";

const reminders: DueKind = {
  kind: KIND,
  moments(campaign, steps) {
    const report = reportOf(campaign.definition);
    return report ? remindersOverTime(campaign, report.id, steps) : [];
  },
  label: ({ definition }) => reminderPhrases.due(reportAsked(definition).name),
  async fire(context, moment) {
    const { campaign, now, rulingsOverTime } = context;
    const { definition, startedAt } = campaign;
    const report = reportOf(definition);
    if (!report) return "notAsked";
    const stage = stageById(definition, report.stage);
    const stageEndsAt = momentOf(addDays(stageWindow(definition, stage).to, 1));
    const all = remindersOverTime(campaign, report.id, rulingsOverTime);
    const stageOpensAt = stageOpening(deadlineContext(campaign), stage);
    return whySkipped(moment, { now, startedAt, all, stageOpensAt, stageEndsAt }) ?? remind(context);
  },
};

async function remind({ tx, campaign, people, cards, now }: Context): Promise<string> {
  const received = await reportsInForce(tx, campaign.id);
  const inForce = new Set(districtsOn(campaign.definition, dayOf(now)).map(({ id }) => id));
  const owing = districtOfficers(people).filter(({ district }) => inForce.has(district) && !received.has(district));
  for (const { member, district } of owing) await cards.show(member.staffId, { kind: KIND, subject: district });
  return owing.length > 0 ? "done" : "allIn";
}

const isReport = ({ campaign }: Context, deliverable: string): boolean =>
  reportOf(campaign.definition)?.id === deliverable;

const reminderRenderer: CardRenderer = {
  kind: KIND,
  district: async (_, { subject }) => subject,
  redrawOn: [
    redrawOn(receivedChanged, ({ deliverable, district }, context) => (isReport(context, deliverable) ? district : [])),
    redrawOn(countdownChanged, ({ owing }, context) =>
      owing.filter(({ deliverable }) => isReport(context, deliverable)).map(({ district }) => district),
    ),
    redrawOn(stageOpened),
    redrawOn(deadlinesMoved),
  ],
  async render(context, { subject: district }) {
    // The adopted definition may have no report.
    if (!reportOf(context.campaign.definition))
      return textView(reminderPhrases.gone(), reminderPhrases.goneText(), { tone: "closed" });
    const received = await reportsInForce(context.tx, context.campaign.id);
    return received.has(district) ? receivedView(context, district) : missingView(context, district);
  },
};

function receivedView(context: Context, district: string): View {
  const { name } = reportAsked(context.campaign.definition);
  const place = districtName(context.campaign.definition, district);
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
  const { name } = reportAsked(campaign.definition);
  const deadline = deadlineOfReport(campaign, rulings, district);
  const by = duePhraseOf(campaign.definition, deadline);
  const today = dayOf(now);
  const near = nearnessOf(campaign.calendar, today, deadline.statedOn);
  const { actions, form } = reportPart(context, district, { isIn: false });
  const place = districtName(context.campaign.definition, district);
  return {
    title: reminderPhrases.title(name, by),
    tone: TONES[near.kind],
    status: reminderPhrases.status(near),
    body: [
      {
        kind: "text",
        text: reminderPhrases.missing(place, {
          name,
          by: dueWordsOf(campaign.definition, deadline),
          deadline,
          near,
          isSoftOver: isSoftOver(deadline, today),
        }),
      },
      ...beforeStage(context),
    ],
    actions: [...actions],
    ...(form ? { form } : {}),
    footnote: footnoteOf(context),
  };
}

/** Until the report's stage opens, what comes is asked about once more. */
function beforeStage({ campaign, now }: Context): Block[] {
  const { definition } = campaign;
  const stage = stageById(definition, reportAsked(definition).stage);
  if (now >= stageOpening(deadlineContext(campaign), stage)) return [];
  const from = dayWordsIn(definition, stageWindow(definition, stage).from);
  return [{ kind: "text", text: workReportPhrases.askedBefore(from) }];
}

function footnoteOf({ campaign }: Context): string {
  const { line, rulings } = reportAsked(campaign.definition);
  return reminderPhrases.footnote(sourceWords(campaign.definition, line), rulings);
}

/** 提醒: a card to each official of a district that still owes the report, and once to those who are overdue. */
export const reminderFeature: Feature = {
  renderers: [reminderRenderer, districtRenderer, cityRenderer],
  dueKinds: [reminders, overdueNotices],
};
