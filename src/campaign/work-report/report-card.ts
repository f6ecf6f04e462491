import { textView, type View } from "../../platform/chat/view.ts";
import { districtName } from "../definition/districts.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { type CardRenderer, redrawOn } from "../engine/feature.ts";
import { deadlinesMoved, stageOpened } from "../stage/events.ts";
import { reportHandedIn, reportTakenBack } from "./events.ts";
import { workReportPhrases as phrases } from "./phrases.ts";
import { reportOf } from "./rules.ts";
import { lastVersion, reportsInForce } from "./store.ts";
import { askView, reportForm, reportPart } from "./views.ts";
import type { WorkReport } from "./work-report.ts";

/** Takes one version of a report, and afterwards says which is in. Subject: `<district>/<version>`. */
const REPORT_CARD = "work-report.version";

/** Asks for the district's next version: with a form, or in words where no card can be shown. */
export async function askForReport(context: PersonContext, district: string): Promise<void> {
  const { tx, campaign, cards } = context;
  if (!cards.interactive) return context.reply(await askedView(context, district));
  const next = (await lastVersion(tx, campaign.id, district)) + 1;
  await cards.show(context.chat, { kind: REPORT_CARD, subject: `${district}/${next}` });
}

const cardsUpTo = ({ district, version }: { district: string; version: number }): string[] =>
  Array.from({ length: version }, (_, before) => `${district}/${before + 1}`);

export const reportRenderer: CardRenderer = {
  kind: REPORT_CARD,
  redrawOn: [
    redrawOn(reportHandedIn, cardsUpTo),
    redrawOn(reportTakenBack, cardsUpTo),
    redrawOn(stageOpened),
    redrawOn(deadlinesMoved),
  ],
  district: async (_, { subject }) => subject.split("/")[0],
  async render(context, { subject }) {
    const { tx, campaign } = context;
    const [district = "", version] = subject.split("/");
    // The adopted definition may have no report.
    if (!reportOf(campaign.definition)) return textView(phrases.word(), phrases.askedNoMore(), { tone: "closed" });
    if (Number(version) <= (await lastVersion(tx, campaign.id, district)) || campaign.closedAt)
      return ownView(context, district, (await reportsInForce(tx, campaign.id)).get(district));
    const asked = await askedView(context, district);
    return { ...asked, form: reportForm(context, district) };
  },
};

const askedView = async (context: Context, district: string): Promise<View> =>
  askView(context, district, (await reportsInForce(context.tx, context.campaign.id)).get(district));

/** What is in of a district's report. */
export function ownView(context: Context, district: string, known: WorkReport | undefined): View {
  const { definition, closedAt } = { ...context.campaign };
  const words = known ? phrases.known(known.version, known.handedInAt) : phrases.noneInForce();
  return {
    title: phrases.askTitle(districtName(definition, district)),
    tone: known && !closedAt ? "done" : "closed",
    status: known ? phrases.listReceived(known.version, known.late) : phrases.listMissing(),
    body: [{ kind: "text", text: words }],
    actions: [...(reportPart(context, district, { isIn: true }).actions ?? [])],
  };
}
