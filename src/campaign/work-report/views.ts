import type { Action, View, ViewForm } from "../../platform/chat/view.ts";
import { countWords } from "../../platform/conversation/count-words.ts";
import { dayWords, momentWords } from "../definition/wording.ts";
import type { Turn } from "../engine/feature.ts";
import type { DistrictPart } from "../stage/district-part.ts";
import { deadlineOfReport } from "./hand-in.ts";
import { workReportPhrases } from "./phrases.ts";
import type { Received } from "./receive.ts";
import { WORK_REPORT, type WorkReport } from "./work-report.ts";

const FIRST_LINE = 40;

export const districtName = ({ campaign }: Pick<Turn, "campaign">, id: string): string =>
  campaign.definition.campaign.districts.find((district) => district.id === id)?.name ?? id;

/** The open question: send a file or the text. */
export const askView = (turn: Turn, district: string, known: WorkReport | undefined): View => ({
  title: workReportPhrases.askTitle(districtName(turn, district)),
  tone: "running",
  body: [
    {
      kind: "text",
      text: workReportPhrases.ask(
        dayWords(deadlineOfReport(turn).statedOn),
        known && workReportPhrases.known(known.version, known.handedInAt),
      ),
    },
  ],
  actions: [],
  footnote: workReportPhrases.footnote(),
});

/** What was received, for whoever sent it. */
export function receivedView(turn: Turn, report: WorkReport, { content, remark }: Received): View {
  const by = turn.campaign.definition.roster.people.find(({ id }) => id === report.handedInBy)?.name;
  return {
    title: workReportPhrases.receivedTitle(districtName(turn, report.district)),
    tone: "done",
    status: workReportPhrases.receivedStatus(report.version),
    body: [
      {
        kind: "facts",
        facts: [
          { label: workReportPhrases.contentLabel(), value: contentWords(content) },
          { label: workReportPhrases.timeLabel(), value: momentWords(report.handedInAt) },
          ...(by === undefined ? [] : [{ label: workReportPhrases.byLabel(), value: by }]),
          ...(report.late ? [{ label: workReportPhrases.lateLabel(), value: lateWords(turn) }] : []),
          ...(remark === undefined ? [] : [{ label: workReportPhrases.remarkLabel(), value: remark }]),
        ],
      },
    ],
    actions: [],
    footnote: workReportPhrases.receivedFootnote(),
  };
}

const lateWords = (turn: Turn): string => workReportPhrases.late(dayWords(deadlineOfReport(turn).statedOn));

function contentWords(content: Received["content"]): string {
  if (content.kind === "file") return workReportPhrases.file(content.name);
  const [line = ""] = content.text.split("\n");
  const first = line.length > FIRST_LINE ? `${line.slice(0, FIRST_LINE)}……` : line;
  return workReportPhrases.text(countWords(content.text), first);
}

/** 工作报告 as a button, the same words typed. */
export const reportAction = (district: string): Action => ({
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
export const reportForm = (district: string): ViewForm => ({
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

/** On the card of the stage the report belongs to, and on its reminders. */
export const workReportPart: DistrictPart = {
  async draw({ campaign, cards }, { stage, district }) {
    const deliverable = campaign.definition.campaign.deliverables.find(({ id }) => id === WORK_REPORT);
    if (deliverable?.stage !== stage) return { actions: [] };
    return { actions: [reportAction(district)], ...(cards.interactive ? { form: reportForm(district) } : {}) };
  },
};
