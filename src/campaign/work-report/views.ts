import { type Action, textView, type View, type ViewForm } from "../../platform/chat/view.ts";
import { countWords } from "../../platform/conversation/count-words.ts";
import { dayOf } from "../../shared/civil-date.ts";
import { stageById } from "../definition/deadlines.ts";
import { type Definition, stageWindow } from "../definition/definition.ts";
import { districtName } from "../definition/districts.ts";
import { sourceWords } from "../definition/source-words.ts";
import { dayWordsIn, momentWords } from "../definition/wording.ts";
import { memberOf } from "../directory/member.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { onBehalfPhrases } from "../engine/on-behalf-phrases.ts";
import type { OfficialCardPart } from "../stage/extension-points.ts";
import { contentsPhrases } from "./contents/phrases.ts";
import { workReportPhrases } from "./phrases.ts";
import type { Received } from "./receive.ts";
import { asksPromotion, deadlineOfReport, partsOfReport, promptsOf, reportAsked } from "./rules.ts";
import type { WorkReport } from "./work-report.ts";

const FIRST_LINE = 40;

/** Asks for a file or text. */
export const askView = (context: Context, district: string, known: WorkReport | undefined): View =>
  textView(
    workReportPhrases.askTitle(districtName(context.campaign.definition, district)),
    workReportPhrases.ask(context.campaign.definition, {
      stated: statedDay(context, district),
      parts: partsOfReport(context.campaign.definition),
      known: known && workReportPhrases.known(known.version, known.handedInAt),
      early: earlyWords(context),
      onCard: context.cards.interactive,
      prompts: promptsOf(context.campaign.definition),
      promotion: asksPromotion(context.campaign.definition),
    }),
    { footnote: footnoteOf(context) },
  );

/** Before the report's stage, the answer is asked about once more. */
function earlyWords({ campaign: { definition }, now }: Context): string {
  const { from } = stageWindow(definition, stageById(definition, reportAsked(definition).stage));
  return dayOf(now) < from ? workReportPhrases.early(stageName(definition), dayWordsIn(definition, from)) : "";
}

/** Receipt for the sender. */
export function receivedView(
  context: PersonContext,
  report: WorkReport,
  { received: { content, remark }, lacking }: { received: Received; lacking: readonly string[] },
): View {
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
          { label: workReportPhrases.byLabel(), value: senderOf(context) },
          ...(report.late
            ? [
                {
                  label: workReportPhrases.lateLabel(),
                  value: workReportPhrases.late(statedDay(context, report.district)),
                },
              ]
            : []),
          ...(lacking.length === 0
            ? []
            : [{ label: contentsPhrases.lackingLabel(), value: contentsPhrases.lacking(lacking) }]),
          ...(remark === undefined ? [] : [{ label: workReportPhrases.remarkLabel(), value: remark }]),
        ],
      },
    ],
    actions: [
      {
        id: "work-report.take-back",
        label: workReportPhrases.takeBack(),
        typed: workReportPhrases.takeBack(),
        look: "default",
        subject: report.district,
      },
    ],
    footnote:
      (content.kind === "text" && lacking.length > 0 ? workReportPhrases.inParts() : "") +
      workReportPhrases.receivedFootnote(),
  };
}

/** With who answers for it, where it comes from somebody else. */
function senderOf({ person, people, onBehalf }: PersonContext): string {
  if (!onBehalf) return person.name;
  return onBehalfPhrases.by(person.name, memberOf(people, onBehalf.responsible)?.name ?? "");
}

/** What was taken back, and what counts now. */
export function takenBackView(context: Context, taken: WorkReport, inForce: WorkReport | undefined): View {
  const now = inForce
    ? workReportPhrases.inForceAgain(inForce.version, inForce.handedInAt)
    : workReportPhrases.noneInForce();
  return textView(
    workReportPhrases.takenBackTitle(districtName(context.campaign.definition, taken.district)),
    workReportPhrases.takenBack(taken.version) + now,
    { tone: "closed" },
  );
}

/** How a report is named where another may take its place. */
export const heldWords = ({ content, version, handedInAt }: WorkReport): string =>
  content.kind === "file"
    ? workReportPhrases.heldFile(content.name, version, handedInAt)
    : workReportPhrases.heldText(version, handedInAt);

/** Button for a file that was dropped without a word. */
export const takeFileAction: Action = {
  id: "work-report.take-file",
  label: workReportPhrases.asReport(),
  typed: workReportPhrases.asReport(),
  look: "primary",
};

const statedDay = ({ campaign, rulings }: Context, district: string): string =>
  dayWordsIn(campaign.definition, deadlineOfReport(campaign, rulings, district).statedOn);

function footnoteOf({ campaign: { definition } }: Context): string {
  const source = sourceWords(definition, reportAsked(definition).line);
  return workReportPhrases.footnote(source, partsOfReport(definition).length);
}

export function contentWords(content: Received["content"]): string {
  if (content.kind === "file") return workReportPhrases.file(content.name);
  const [line = ""] = content.text.split("\n");
  const first = line.length > FIRST_LINE ? `${line.slice(0, FIRST_LINE)}……` : line;
  return workReportPhrases.text(countWords(content.text), first);
}

/** Button for the command 工作报告. */
const reportAction = (district: string, look: Action["look"]): Action => ({
  id: "work-report.open",
  label: workReportPhrases.word(),
  typed: workReportPhrases.word(),
  look,
  subject: district,
});

/** 分项填写, beside a form that it does not save. */
export const byPartsAction = (district: string): Action => ({
  id: "work-report.by-parts",
  label: contentsPhrases.byPartsLabel(),
  typed: contentsPhrases.byPartsWord(),
  look: "default",
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
export const reportForm = ({ campaign }: Pick<Context, "campaign">, district: string): ViewForm => ({
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

/**
 * What can be done about the report, on stage cards and reminders: once it is in, only 重新报送; in a closed campaign it is
 * read. Beside the form its own button is the primary one.
 */
export function reportPart(context: Context, district: string, { isIn }: { isIn: boolean }): OfficialCardPart {
  const { campaign, cards } = context;
  const open = reportAction(district, isIn || cards.interactive ? "default" : "primary");
  if (campaign.closedAt) return { actions: isIn ? [open] : [] };
  if (isIn) return { actions: [{ ...open, label: workReportPhrases.again() }] };
  return { actions: [open], ...(cards.interactive ? { form: reportForm(context, district) } : {}) };
}

export const stageName = (definition: Definition): string => stageById(definition, reportAsked(definition).stage).name;
