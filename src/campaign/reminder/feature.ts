import { textView } from "../../platform/chat/view.ts";
import { DRAFT } from "../application/draft.ts";
import { applicationById } from "../application/store.ts";
import { returnChanged } from "../correction/events.ts";
import { districtOfficers } from "../directory/member.ts";
import type { Context } from "../engine/context.ts";
import { draftChanged } from "../engine/draft-changed.ts";
import { type CardRenderer, type Feature, on, redrawOn } from "../engine/feature.ts";
import { scoresGiven } from "../scoring/events.ts";
import { countdownChanged, deadlinesMoved, receivedChanged, stageOpened } from "../stage/events.ts";
import { reportOf } from "../work-report/rules.ts";
import { reportsInForce } from "../work-report/store.ts";
import { agreeByPhone, agreeOwn } from "./agree-commands.ts";
import { agreedDayTable } from "./agreed.ts";
import { personRenderer } from "./card.ts";
import { dayCorrections } from "./day-corrected.ts";
import { otherMornings, rungMoments } from "./moments.ts";
import { cityRenderer, districtRenderer, overdueNotices } from "./overdue.ts";
import { reminderPhrases } from "./phrases.ts";
import { missingView, receivedView } from "./report-view.ts";
import { REMINDER_CARD } from "./send.ts";
import { endTodos } from "./to-do/send.ts";

/** Kind of the card of earlier versions; subject: the district. */
const KIND = "work-report.reminder";

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

/** Answers of a form and points change the card once, when the conversation pauses. */
async function refreshOfficers({ people, cards }: Context, district: string | undefined): Promise<void> {
  const officers = districtOfficers(people, district).map(({ member }) => member.staffId);
  await cards.refreshLater(...officers.map((subject) => ({ kind: REMINDER_CARD, subject })));
}

const endTodosOf = (context: Context, district: string): Promise<void> =>
  endTodos(
    context,
    districtOfficers(context.people, district).map(({ member }) => member.staffId),
  );

/** 提醒, 催办: one card a person and working day for all that is owed; the organizers read on 今日待办 who is overdue. */
export const reminderFeature: Feature = {
  commands: [agreeOwn, agreeByPhone],
  renderers: [personRenderer, reminderRenderer, districtRenderer, cityRenderer],
  dueKinds: [rungMoments, otherMornings, overdueNotices],
  tables: [agreedDayTable],
  extensions: [dayCorrections],
  listeners: [
    on(draftChanged, async (context, { kind, district }) => {
      if (kind === DRAFT) await refreshOfficers(context, district);
    }),
    on(receivedChanged, async (context, { district }) => endTodosOf(context, district)),
    on(returnChanged, async (context, { district }) => endTodosOf(context, district)),
    on(deadlinesMoved, async (context) => endTodos(context)),
    on(scoresGiven, async (context, { caseId }) =>
      refreshOfficers(context, (await applicationById(context.tx, caseId))?.district),
    ),
  ],
};
