import type { Block, View } from "../../platform/chat/view.ts";
import { readingOf, rulingById } from "../definition/rulings-in-force.ts";
import type { Context } from "../engine/context.ts";
import { formsOf } from "./answer-value.ts";
import { executionWords } from "./enforcement.ts";
import { answerForm } from "./form.ts";
import { rulingPhrases } from "./phrases.ts";
import { comingOf, movesBetween, pendingOf } from "./rules.ts";
import { answerName, type RecordedAnswer } from "./ruling.ts";

type Fact = { label: string; value: string };
const facts = (list: readonly Fact[]): Block => ({ kind: "facts", facts: list });

/** One ruling: question, current reading, pending answer; on a card also the answer form. */
export function rulingView(
  context: Context,
  id: string,
  { answers, form = false, ask = false }: { answers: readonly RecordedAnswer[]; form?: boolean; ask?: boolean },
): View {
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
        ...(reading.status === "open"
          ? []
          : [{ label: rulingPhrases.meansLabel(), value: executionWords(context, id) }]),
        { label: rulingPhrases.affectsLabel(), value: affects.text },
        { label: rulingPhrases.linesLabel(), value: rulingPhrases.lines(definition, line) },
      ]),
      ...(waiting ? [facts(answerFacts(context, waiting))] : []),
      ...(form && forms ? [{ kind: "text" as const, text: rulingPhrases.formsHint(forms) }] : []),
      ...(ask ? [{ kind: "text" as const, text: rulingPhrases.askAnswer(id, forms) }] : []),
    ],
    ...(form ? { form: answerForm(context, id) } : {}),
    actions: [],
  };
}

const nowWords = ({ text, given, status }: ReturnType<typeof readingOf>): string =>
  status === "open" ? rulingPhrases.openReading() : `${text}${given === undefined ? "" : `（${given}）`}`;

/** Pending answer, for its approver and other readers. */
export function answerFacts(context: Context, answer: RecordedAnswer): Fact[] {
  const { approverName, recorderName, recordedAt, decidedAt, reason } = answer;
  const isDecided = decidedAt !== undefined && answer.state !== "superseded";
  return [
    { label: rulingPhrases.proposedLabel(), value: answer.text },
    {
      label: rulingPhrases.meansLabel(),
      value: executionWords(context, answer.ruling, answer.value ?? {}),
    },
    ...(answer.state === "pending" ? movesFacts(context, answer) : []),
    { label: rulingPhrases.effectiveLabel(), value: effectiveWords(answer) },
    ...(reason ? [{ label: rulingPhrases.reasonLabel(), value: reason }] : []),
    { label: rulingPhrases.approverLabel(), value: approverName },
    { label: rulingPhrases.recordedLabel(), value: rulingPhrases.recorded(recorderName, recordedAt) },
    ...(isDecided
      ? [{ label: rulingPhrases.decidedLabel(), value: rulingPhrases.decided(approverName, decidedAt) }]
      : []),
  ];
}

const effectiveWords = ({ effectiveAt, recordedAt, state }: RecordedAnswer): string =>
  rulingPhrases.effective(effectiveAt, state === "confirmed" ? new Date(0) : recordedAt);

/** Deadlines the answer would move, before confirmation. */
function movesFacts({ campaign, rulings }: Context, { ruling, text, value }: RecordedAnswer): Fact[] {
  if (value === undefined) return [];
  const moves = movesBetween(campaign, rulings, new Map([...rulings, [ruling, { text, value }]]));
  return moves.map(({ name, from, to }) => ({
    label: rulingPhrases.movesLabel(),
    value:
      from.statedOn === to.statedOn
        ? rulingPhrases.bindingMoves(name, to.binding)
        : rulingPhrases.moves(name, from.statedOn, to.statedOn),
  }));
}

const tones = { pending: "near", confirmed: "done", declined: "closed", superseded: "closed" } as const;

/** Approver's card: question, answer, effects; two buttons while pending. */
export function confirmView(context: Context, answer: RecordedAnswer): View {
  const { definition } = context.campaign;
  const reading = readingOf(definition, answer.ruling, context.rulings);
  const button = (id: string, label: string, look: "primary" | "default") => ({
    id,
    label,
    typed: `${label} ${answer.ruling}`,
    look,
    subject: answerName(answer),
  });
  return {
    title: rulingPhrases.confirmTitle(answer),
    tone: tones[answer.state],
    status: rulingPhrases.answerStatus(answer.state),
    body: [
      facts([
        { label: rulingPhrases.questionLabel(), value: reading.question },
        ...(answer.state === "pending" ? [{ label: rulingPhrases.nowLabel(), value: nowWords(reading) }] : []),
        ...answerFacts(context, answer),
      ]),
    ],
    actions:
      answer.state === "pending"
        ? [
            button("ruling.confirm", rulingPhrases.confirmLabel(), "primary"),
            button("ruling.decline", rulingPhrases.declineLabel(), "default"),
          ]
        : [],
    ...(answer.state === "pending" ? { footnote: rulingPhrases.confirmFootnote() } : {}),
  };
}
