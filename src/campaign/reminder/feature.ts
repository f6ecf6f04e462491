import { textView } from "../../platform/chat/view.ts";
import type { Context } from "../engine/context.ts";
import { type CardRenderer, type Feature, redrawOn } from "../engine/feature.ts";
import { countdownChanged, deadlinesMoved, receivedChanged, stageOpened } from "../stage/events.ts";
import { reportOf } from "../work-report/rules.ts";
import { reportsInForce } from "../work-report/store.ts";
import { agreeByPhone, agreeOwn } from "./agree-commands.ts";
import { agreedDayTable } from "./agreed.ts";
import { personRenderer } from "./card.ts";
import { otherMornings, rungMoments } from "./moments.ts";
import { cityRenderer, districtRenderer, overdueNotices } from "./overdue.ts";
import { reminderPhrases } from "./phrases.ts";
import { missingView, receivedView } from "./report-view.ts";

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

/** 提醒, 催办: one card a person and working day for all that is owed; the organizers are told once who is overdue. */
export const reminderFeature: Feature = {
  commands: [agreeOwn, agreeByPhone],
  renderers: [personRenderer, reminderRenderer, districtRenderer, cityRenderer],
  dueKinds: [rungMoments, otherMornings, overdueNotices],
  tables: [agreedDayTable],
};
