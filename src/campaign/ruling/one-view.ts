import type { Action, Block, View } from "../../platform/chat/view.ts";
import { besideFields } from "../authority/form.ts";
import { authorityPhrases } from "../authority/phrases.ts";
import { deadlineOf } from "../definition/deadlines.ts";
import { afterNotice, latestNoticeStart, noticePeriod, publicationBy } from "../definition/notice-days.ts";
import { deliverableFor } from "../definition/purposes.ts";
import { type RulingsInForce, readingOf, rulingById } from "../definition/rulings-in-force.ts";
import { deadlineContext, type RunningCampaign } from "../definition/running-campaign.ts";
import { sourceWords } from "../definition/source-words.ts";
import { dayWords } from "../definition/wording.ts";
import type { Context } from "../engine/context.ts";
import { formsOf } from "./answer-value.ts";
import { effectsOf } from "./effects.ts";
import { executionWords, waitsFor } from "./enforcement.ts";
import { answerForm } from "./form.ts";
import { rulingPhrases } from "./phrases.ts";
import { comingOf, pendingOf } from "./rules.ts";
import { answerName, type RecordedAnswer } from "./ruling.ts";

type Fact = { label: string; value: string };
const facts = (list: readonly Fact[]): Block => ({ kind: "facts", facts: list });

interface ShownRuling {
  answers: readonly RecordedAnswer[];
  /** With the way back to the others. */
  onCard?: boolean;
  form?: boolean;
  ask?: boolean;
}

const backAction: Action = {
  ...{ id: "ruling.see", label: rulingPhrases.backToList(), typed: rulingPhrases.word() },
  ...{ look: "default", subject: "" },
};

/** One ruling: question, current reading, pending answer; on a card also the answer form. */
export async function rulingView(
  context: Context,
  id: string,
  { answers, onCard = false, form = false, ask = false }: ShownRuling,
): Promise<View> {
  const { definition } = context.campaign;
  const { line, affects } = rulingById(definition, id);
  const reading = readingOf(definition, id, context.rulings);
  const pending = pendingOf(answers, id);
  const waiting = pending ?? comingOf(answers, id, context.now);
  const forms = formsOf(id, definition);
  return {
    title: rulingPhrases.oneTitle(id),
    tone: waiting || reading.status === "open" ? "near" : "running",
    status: rulingPhrases.status(pending ? "pending" : waiting ? "coming" : reading.status),
    body: [
      facts([
        { label: rulingPhrases.questionLabel(), value: reading.question },
        { label: rulingPhrases.nowLabel(), value: nowWords(reading) },
        {
          label: rulingPhrases.meansLabel(),
          value:
            reading.status === "open"
              ? rulingPhrases.untilAnswered(waitsFor(definition, id))
              : executionWords(context, id),
        },
        { label: rulingPhrases.affectsLabel(), value: affects.text },
        { label: rulingPhrases.linesLabel(), value: sourceWords(definition, line) },
      ]),
      ...(waiting ? [facts(await answerFacts(context, waiting))] : []),
      ...(definition.rulings.some((one) => one.id === id && one.decides === "noticePeriod")
        ? noticeFacts(context)
        : []),
      ...(form && forms ? [{ kind: "text" as const, text: rulingPhrases.formsHint(forms) }] : []),
      ...(ask ? [{ kind: "text" as const, text: rulingPhrases.askAnswer(id, forms) }] : []),
    ],
    ...(form ? { form: answerForm(context, id) } : {}),
    actions: onCard ? [backAction] : [],
  };
}

const nowWords = ({ text, given, status }: ReturnType<typeof readingOf>): string =>
  status === "open" ? text.replace(/。$/u, "") : `${text}${given === undefined ? "" : `（${given}）`}`;

/** Pending answer, for its approver and other readers. */
export async function answerFacts(context: Context, answer: RecordedAnswer): Promise<Fact[]> {
  const { approverName, recorderName, recordedAt, decidedAt, reason } = answer;
  const isDecided = decidedAt !== undefined && answer.state !== "superseded";
  const effects = answer.state === "pending" ? await effectsOf(context, answer) : [];
  const opinion = answer.opinion && (await context.personal.read([answer.opinion])).get(answer.opinion.personal);
  return [
    { label: rulingPhrases.proposedLabel(answer.state === "confirmed"), value: answer.text },
    {
      label: rulingPhrases.meansLabel(),
      value: executionWords(context, answer.ruling, answer.value ?? {}),
    },
    ...effects.map((effect) => ({ label: rulingPhrases.effectsLabel(), value: effect })),
    { label: rulingPhrases.effectiveLabel(), value: effectiveWords(answer) },
    ...(reason ? [{ label: rulingPhrases.reasonLabel(), value: reason }] : []),
    { label: rulingPhrases.approverLabel(context.campaign.definition, approverName), value: approverName },
    { label: rulingPhrases.recordedLabel(), value: rulingPhrases.recorded(recorderName, recordedAt) },
    ...(isDecided
      ? [{ label: rulingPhrases.decidedLabel(), value: rulingPhrases.decided(approverName, decidedAt) }]
      : []),
    ...(answer.state === "confirmed"
      ? [{ label: authorityPhrases.label(), value: authorityWords(context, answer) }]
      : []),
    ...(opinion === undefined ? [] : [{ label: authorityPhrases.opinionField(), value: opinion }]),
  ];
}

const effectiveWords = ({ effectiveAt, recordedAt, state }: RecordedAnswer): string =>
  rulingPhrases.effective(effectiveAt, state === "confirmed" ? new Date(0) : recordedAt);

const authorityWords = ({ now }: Context, { authority }: RecordedAnswer): string =>
  authority ? authorityPhrases.words(authority, now) : rulingPhrases.authorityNone();

/** What is still possible before the list has to be published. */
function noticeFacts({ campaign, rulings }: Context): Block[] {
  const { definition, calendar } = campaign;
  const endsBy = publicationBy(definition, calendar);
  if (endsBy === undefined) return [];
  const ruled = noticePeriod(definition, rulings);
  const periods = ruled ? [ruled] : EXAMPLES;
  const items = periods
    .filter(({ days }) => days > 0)
    .map((period) => {
      const starts = [false, true].map((firstDayCounts) =>
        latestNoticeStart(calendar, ruled ? period : { ...period, firstDayCounts }, endsBy),
      );
      return rulingPhrases.noticeStarts(period, [...new Set(starts)].map(dayWords), dayWords(endsBy));
    });
  return items.length === 0
    ? []
    : [
        { kind: "heading", text: rulingPhrases.noticeStill() },
        { kind: "list", items },
        {
          kind: "text",
          text: rulingPhrases.afterNotice(afterNotice(calendar, endsBy)) + publicationDue(campaign, rulings),
        },
      ];
}

/** How the dates of the time bar and of 公示 go together. */
function publicationDue(campaign: RunningCampaign, rulings: RulingsInForce): string {
  const due = deliverableFor(campaign.definition, "publication");
  if (!due) return "";
  return rulingPhrases.publicationDue(due.name, deadlineOf(deadlineContext(campaign, rulings), due.id));
}

const EXAMPLES = [3, 5, 7].map((days) => ({ days, workingDays: true, firstDayCounts: false }));

/** Commands, also pressed on 待我审批. */
export const CONFIRM = "ruling.confirm";
export const DECLINE = "ruling.decline";

const tones = { pending: "near", confirmed: "done", declined: "closed", superseded: "closed" } as const;

/** Approver's card: question, answer, effects; while pending, a form with what the decision rests on, and 不同意. */
export async function confirmView(context: Context, answer: RecordedAnswer): Promise<View> {
  const { definition } = context.campaign;
  const reading = readingOf(definition, answer.ruling, context.rulings);
  const isPending = answer.state === "pending";
  const withForm = isPending && context.cards.interactive;
  const subject = answerName(answer);
  const typed = (label: string): string => `${label} ${answer.ruling}`;
  const [confirm, decline] = [rulingPhrases.confirmLabel(), rulingPhrases.declineLabel()];
  return {
    title: rulingPhrases.confirmTitle(answer),
    tone: tones[answer.state],
    status: rulingPhrases.answerStatus(answer.state),
    body: [
      facts([
        { label: rulingPhrases.questionLabel(), value: reading.question },
        ...(isPending ? [{ label: rulingPhrases.nowLabel(), value: nowWords(reading) }] : []),
        ...(await answerFacts(context, answer)),
      ]),
    ],
    ...(withForm
      ? { form: { id: "confirm", action: CONFIRM, subject, submitLabel: confirm, fields: besideFields() } }
      : {}),
    actions: isPending
      ? [
          ...(withForm
            ? []
            : [{ id: CONFIRM, label: confirm, typed: typed(confirm), look: "primary" as const, subject }]),
          {
            ...{ id: DECLINE, label: withForm ? rulingPhrases.declineApart() : decline, typed: typed(decline) },
            ...{ look: "default" as const, subject },
          },
        ]
      : [],
    ...(isPending ? { footnote: rulingPhrases.confirmFootnote(answer.ruling) } : {}),
  };
}
