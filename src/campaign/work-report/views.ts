import { type Action, textView, type View, type ViewForm } from "../../platform/chat/view.ts";
import { countWords } from "../../platform/conversation/count-words.ts";
import { districtName } from "../definition/districts.ts";
import { sourceWords } from "../definition/source-words.ts";
import { dayWordsIn, momentWords } from "../definition/wording.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import type { OfficialCardPart } from "../stage/extension-points.ts";
import { workReportPhrases } from "./phrases.ts";
import type { Received } from "./receive.ts";
import { deadlineOfReport, partsOfReport, reportAsked } from "./rules.ts";
import type { WorkReport } from "./work-report.ts";

const FIRST_LINE = 40;

/** Asks for a file or text. */
export const askView = (context: Context, district: string, known: WorkReport | undefined): View =>
  textView(
    workReportPhrases.askTitle(districtName(context.campaign.definition, district)),
    workReportPhrases.ask(context.campaign.definition, {
      stated: statedDay(context),
      parts: partsOfReport(context.campaign.definition),
      known: known && workReportPhrases.known(known.version, known.handedInAt),
    }),
    { footnote: footnoteOf(context) },
  );

/** Receipt for the sender. */
export function receivedView(context: PersonContext, report: WorkReport, { content, remark }: Received): View {
  return {
    title: workReportPhrases.receivedTitle(districtName(context.campaign.definition, report.district)),
    tone: "done",
    status: workReportPhrases.receivedStatus(report.version),
    body: [
      {
        kind: "facts",
        facts: [
          { label: workReportPhrases.contentLabel(), value: contentWords(content) },
          { label: workReportPhrases.timeLabel(), value: momentWords(report.handedInAt) },
          { label: workReportPhrases.byLabel(), value: context.person.name },
          ...(report.late
            ? [{ label: workReportPhrases.lateLabel(), value: workReportPhrases.late(statedDay(context)) }]
            : []),
          ...(remark === undefined ? [] : [{ label: workReportPhrases.remarkLabel(), value: remark }]),
        ],
      },
    ],
    actions: [],
    footnote: workReportPhrases.receivedFootnote(),
  };
}

const statedDay = ({ campaign, rulings }: Context): string =>
  dayWordsIn(campaign.definition, deadlineOfReport(campaign, rulings).statedOn);

function footnoteOf({ campaign: { definition } }: Context): string {
  const source = sourceWords(definition, reportAsked(definition).line);
  return workReportPhrases.footnote(source, partsOfReport(definition).length);
}

function contentWords(content: Received["content"]): string {
  if (content.kind === "file") return workReportPhrases.file(content.name);
  const [line = ""] = content.text.split("\n");
  const first = line.length > FIRST_LINE ? `${line.slice(0, FIRST_LINE)}……` : line;
  return workReportPhrases.text(countWords(content.text), first);
}

/** Button for the command 工作报告. */
const reportAction = (district: string): Action => ({
  id: "work-report.open",
  label: workReportPhrases.word(),
  typed: workReportPhrases.word(),
  look: "primary",
  subject: district,
});

/** Reports received, for the city's cards. */
export const reportsAction: Action = {
  id: "work-report.open",
  label: workReportPhrases.word(),
  typed: workReportPhrases.word(),
  look: "default",
};

/** A card accepts the text; files are accepted only in the direct chat. */
const reportForm = ({ campaign }: Pick<Context, "campaign">, district: string): ViewForm => ({
  id: "report",
  action: "work-report.hand-in",
  subject: district,
  submitLabel: workReportPhrases.submit(),
  fields: [
    {
      name: "text",
      label: workReportPhrases.field(),
      kind: "textArea",
      required: true,
      placeholder: workReportPhrases.placeholder(partsOfReport(campaign.definition)),
    },
  ],
});

/** Actions to hand in the report, on stage cards and reminders. */
export const reportPart = (context: Context, district: string): OfficialCardPart => ({
  actions: [reportAction(district)],
  ...(context.cards.interactive ? { form: reportForm(context, district) } : {}),
});
