import type { Block, View, ViewField } from "../../platform/chat/view.ts";
import { readingOf, rulingById } from "../definition/rulings-in-force.ts";
import type { Turn } from "../engine/feature.ts";
import { formsOf } from "./answer-value.ts";
import { movesBetween } from "./effect.ts";
import { rulingPhrases } from "./phrases.ts";
import { approversIn } from "./record.ts";
import { comingOf, pendingOf } from "./rules.ts";
import { answerName, type RecordedAnswer } from "./ruling.ts";
import { nameOf } from "./store.ts";
import { valueWords } from "./value-words.ts";

type Fact = { label: string; value: string };
const facts = (list: readonly Fact[]): Block => ({ kind: "facts", facts: list });

/** One ruling: the question, how it is read now, what is proposed, and on a card the form to answer it. */
export function rulingView(
  turn: Turn,
  id: string,
  { answers, form = false, ask = false }: { answers: readonly RecordedAnswer[]; form?: boolean; ask?: boolean },
): View {
  const { definition } = turn.campaign;
  const { line, affects } = rulingById(definition, id);
  const reading = readingOf(definition, id, turn.rulings);
  const pending = pendingOf(answers, id);
  const waiting = pending ?? comingOf(answers, id, turn.now);
  const forms = formsOf(id, definition);
  return {
    title: rulingPhrases.oneTitle(id),
    tone: waiting || reading.status === "open" ? "near" : "running",
    status: rulingPhrases.status(pending ? "pending" : waiting ? "coming" : reading.status),
    body: [
      facts([
        { label: rulingPhrases.questionLabel(), value: reading.question },
        { label: rulingPhrases.nowLabel(), value: nowWords(reading) },
        { label: rulingPhrases.affectsLabel(), value: affects.text },
        { label: rulingPhrases.linesLabel(), value: rulingPhrases.lines(line) },
      ]),
      ...(waiting ? [facts(answerFacts(turn, waiting))] : []),
      ...(form && forms ? [{ kind: "text" as const, text: rulingPhrases.formsHint(forms) }] : []),
      ...(ask ? [{ kind: "text" as const, text: rulingPhrases.askAnswer(id, forms) }] : []),
    ],
    ...(form ? { form: answerForm(turn, id) } : {}),
    actions: [],
  };
}

const nowWords = ({ text, given, status }: ReturnType<typeof readingOf>): string =>
  status === "open" ? rulingPhrases.openReading() : `${text}${given === undefined ? "" : `（${given}）`}`;

/** An answer on its way, for its approver and for whoever looks at the ruling. */
export function answerFacts(turn: Turn, answer: RecordedAnswer): Fact[] {
  const { campaign } = turn;
  const decided =
    answer.decidedAt && answer.state !== "superseded" ? [decidedFact(turn, answer, answer.decidedAt)] : [];
  return [
    { label: rulingPhrases.proposedLabel(), value: answer.text },
    { label: rulingPhrases.meansLabel(), value: valueWords(answer.value) ?? rulingPhrases.meansNothing() },
    ...(answer.state === "pending" ? movesFacts(turn, answer) : []),
    { label: rulingPhrases.effectiveLabel(), value: effectiveWords(answer) },
    ...(answer.reason ? [{ label: rulingPhrases.reasonLabel(), value: answer.reason }] : []),
    { label: rulingPhrases.approverLabel(), value: nameOf(campaign, answer.approver) },
    {
      label: rulingPhrases.recordedLabel(),
      value: rulingPhrases.recorded(nameOf(campaign, answer.recordedBy), answer.recordedAt),
    },
    ...decided,
  ];
}

const effectiveWords = ({ effectiveAt, recordedAt, state }: RecordedAnswer): string =>
  rulingPhrases.effective(effectiveAt, state === "confirmed" ? new Date(0) : recordedAt);

const decidedFact = ({ campaign }: Turn, { approver }: RecordedAnswer, at: Date): Fact => ({
  label: rulingPhrases.decidedLabel(),
  value: rulingPhrases.decided(nameOf(campaign, approver), at),
});

/** What it would move, before it is confirmed. */
function movesFacts({ campaign, rulings }: Turn, { ruling, text, value }: RecordedAnswer): Fact[] {
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

function answerForm(turn: Turn, id: string): NonNullable<View["form"]> {
  const approvers = approversIn(turn);
  const fields: ViewField[] = [
    { name: "answer", label: rulingPhrases.answerField(), kind: "textArea", required: true },
    {
      name: "effectiveOn",
      label: rulingPhrases.effectiveField(),
      kind: "date",
      required: false,
      placeholder: rulingPhrases.effectivePlaceholder(),
    },
    { name: "reason", label: rulingPhrases.reasonField(), kind: "text", required: false },
    {
      name: "approver",
      label: rulingPhrases.approverField(),
      kind: "select",
      required: true,
      ...(approvers[0] ? { value: approvers[0].staffId } : {}),
      options: approvers.map(({ staffId, name }) => ({ value: staffId, text: name })),
    },
  ];
  return { id: "answer", action: "ruling.record", subject: id, submitLabel: rulingPhrases.recordLabel(), fields };
}

const tones = { pending: "near", confirmed: "done", declined: "closed", superseded: "closed" } as const;

/** What the named approver has before them: the question, the answer, what it changes; two buttons while it waits. */
export function confirmView(turn: Turn, answer: RecordedAnswer): View {
  const { definition } = turn.campaign;
  const reading = readingOf(definition, answer.ruling, turn.rulings);
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
        ...answerFacts(turn, answer),
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
