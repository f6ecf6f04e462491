import { type Action, textView, type View, type ViewForm } from "../../platform/chat/view.ts";
import { countWords } from "../../platform/conversation/count-words.ts";
import { dayWords, momentWords } from "../definition/wording.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import type { OfficialCardPart } from "../stage/official-card.ts";
import { workReportPhrases } from "./phrases.ts";
import type { Received } from "./receive.ts";
import { deadlineOfReport } from "./rules.ts";
import { WORK_REPORT, type WorkReport } from "./work-report.ts";

const FIRST_LINE = 40;

export const districtName = ({ campaign }: Pick<Context, "campaign">, id: string): string =>
  campaign.definition.campaign.districts.find((district) => district.id === id)?.name ?? id;

/** The open question: send a file or the text. */
export const askView = (context: Context, district: string, known: WorkReport | undefined): View =>
  textView(
    workReportPhrases.askTitle(districtName(context, district)),
    workReportPhrases.ask(statedDay(context), known && workReportPhrases.known(known.version, known.handedInAt)),
    { footnote: workReportPhrases.footnote() },
  );

/** What was received, for whoever sent it. */
export function receivedView(context: PersonContext, report: WorkReport, { content, remark }: Received): View {
  return {
    title: workReportPhrases.receivedTitle(districtName(context, report.district)),
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

const statedDay = ({ campaign, rulings }: Context): string => dayWords(deadlineOfReport(campaign, rulings).statedOn);

function contentWords(content: Received["content"]): string {
  if (content.kind === "file") return workReportPhrases.file(content.name);
  const [line = ""] = content.text.split("\n");
  const first = line.length > FIRST_LINE ? `${line.slice(0, FIRST_LINE)}……` : line;
  return workReportPhrases.text(countWords(content.text), first);
}

/** 工作报告 as a button, the same words typed. */
const reportAction = (district: string): Action => ({
  id: "work-report.open",
  label: workReportPhrases.word(),
  typed: workReportPhrases.word(),
  look: "primary",
  subject: district,
});

/** What has come, for cards of the city's people. */
export const reportsAction: Action = {
  id: "work-report.open",
  label: workReportPhrases.word(),
  typed: workReportPhrases.word(),
  look: "default",
};

/** The text itself may be given on a card; a file only in the direct chat. */
const reportForm = (district: string): ViewForm => ({
  id: WORK_REPORT,
  action: "work-report.hand-in",
  subject: district,
  submitLabel: workReportPhrases.submit(),
  fields: [
    {
      name: "text",
      label: workReportPhrases.field(),
      kind: "textArea",
      required: true,
      placeholder: workReportPhrases.placeholder(),
    },
  ],
});

/** What hands it in: on the card of its stage, and on its reminders. */
export const reportPart = ({ cards }: Context, district: string): OfficialCardPart => ({
  actions: [reportAction(district)],
  ...(cards.interactive ? { form: reportForm(district) } : {}),
});
