import { addToText } from "./add-to-text.ts";
import type { Pending } from "./answer.ts";
import { answerAll } from "./answer-all.ts";
import { answerAlone, askOption } from "./answer-alone.ts";
import { answerLabelled } from "./answer-labelled.ts";
import { answerNamed, namedFirst } from "./answer-named.ts";
import { affirms } from "./answers/affirms.ts";
import { parseAnswer } from "./answers/parse-answer.ts";
import { showAnswer } from "./answers/show-answer.ts";
import { ticked } from "./answers/ticked.ts";
import { isUnlikeField } from "./answers/unlike-field.ts";
import { askCommand } from "./ask-command.ts";
import { withoutSender } from "./beside-form.ts";
import { briefChange } from "./brief-change.ts";
import { changeWithin } from "./change-within.ts";
import { changedTogether } from "./changed-together.ts";
import { choiceWithFigure } from "./choice-with-figure.ts";
import { choiceWithPerson } from "./choice-with-person.ts";
import { contentPhrases } from "./content-phrases.ts";
import { countWords } from "./count-words.ts";
import { dataInText } from "./data-in-text.ts";
import { withDescription } from "./describes.ts";
import { editNamed } from "./edit-of-value.ts";
import { withoutCellQuotes } from "./excel-cells.ts";
import { type Form, isWords, optionsOf, type Question } from "./field.ts";
import { withFiguresApart } from "./figures-table.ts";
import { type FormCommand, readFormCommand } from "./form-command.ts";
import { type FormState, isAnswered } from "./form-state.ts";
import { withoutHeaderRow } from "./header-row.ts";
import { dropAndMore, dropHeld, heldAfter, withHeldNote, withLostNote, withUnsaved } from "./held.ts";
import { labelNames } from "./label-names.ts";
import { beginsInRow, labelsInRow } from "./labels-in-a-row.ts";
import { meantReading, unclearReading } from "./meant-reading.ts";
import { answer, answerElsewhere, answering, type StepContext } from "./moves.ts";
import { withNameApart } from "./name-at-head.ts";
import { namedElsewhere } from "./named-elsewhere.ts";
import { withNamedLeft } from "./named-left.ts";
import { withFormerAside, withNotices } from "./notice-below.ts";
import { withNounApart } from "./noun-with-name.ts";
import { numberWithEnd } from "./number-end.ts";
import { withOfferedReading } from "./offered-reading.ts";
import { withOnlyReading } from "./only-reading.ts";
import { openQuestion } from "./open-question.ts";
import { otherPerson } from "./other-person.ts";
import type { Step, StepInput } from "./outcome.ts";
import { wholeText } from "./overwritten.ts";
import { readPeople } from "./people-table.ts";
import { personBehindTitle, withoutPossessive } from "./person-behind-title.ts";
import { phoneOfPerson } from "./phone-of-person.ts";
import { retryPhrases, stepPhrases } from "./phrases.ts";
import { cleanLine, compactAnswer } from "./plain.ts";
import { proposalFor } from "./proposal.ts";
import { withQuotedLabel } from "./quoted-line.ts";
import { readText } from "./read-text.ts";
import { recordOffered, saysRecord, withDoubt } from "./record-offered.ts";
import { runCommand } from "./run-command.ts";
import { saidAside } from "./said-aside.ts";
import { saidAs, secondLook } from "./second-look.ts";
import { clearedByLabel, severalChanges } from "./several-changes.ts";
import { severalColumns } from "./several-columns.ts";
import { severalEdits } from "./several-edits.ts";
import { skipRest } from "./skip-rest.ts";
import { spacedLabel } from "./spaced-label.ts";
import { withKnownLabels } from "./traditional-label.ts";
import { saysUndo, undoLast, withUndo } from "./undo.ts";
import { withCorrection } from "./which-field.ts";

/** Processes one message: returns the state to save and what to show next. Pure; never throws. */
export function step(form: Form, before: FormState, said: StepInput): Step {
  const more = said.asText ? undefined : dropAndMore(form, before, said.text);
  const rest = more && stepOnce(form, more.state, { ...said, text: more.rest });
  // All or nothing: with the rest refused, what waits is kept.
  if (more && rest && (rest.outcome.kind === "ask" || rest.outcome.kind === "review")) {
    const notes = [more.note, ...(rest.outcome.notes ?? [])];
    return { ...rest, outcome: { ...rest.outcome, notes } };
  }
  return more ? stepOnce(form, before, { ...said, text: more.rest }) : stepOnce(form, before, said);
}

function stepOnce(form: Form, before: FormState, said: StepInput): Step {
  const text = said.asText ? said.text : asTyped(form, before, said);
  const meant = meantReading({ form, state: before, input: said }) ?? text;
  const input = { ...said, text: meant, isOffered: before.readings?.includes(meant) === true };
  const { readings: _, contentOf: __, namedBefore: ___, ...now } = before;
  const looked = secondLook({
    ...{ form, before: now, input, readings: before.readings },
    done: withDescription(form, input.text, taken(form, { before, now }, input)),
  });
  const done = withOfferedReading(form, input, withNamedLeft(form, input, withOnlyReading(form, input, looked)));
  const dropped = dropHeld(form, before, input.text) !== undefined;
  // What was typed as it stands is the whole message.
  const earlier = input.asText ? { ...before, offered: undefined } : before;
  const kept = dropped ? done.state : heldAfter(form, earlier, done.state, input);
  const told = withHeldNote(form, before, { state: kept, outcome: done.outcome }, input.nameKey);
  const noted = input.asText || saysRecord(form, input.text) ? told : withLostNote(form, before, told);
  const { state: after, outcome } = withDoubt(
    form,
    before,
    dropped ? done : withCorrection({ form }, before, withUnsaved({ form, input }, before, noted)),
    input.text,
  );
  const listed = withListed(saysUndo(said.text) ? after : withUndo(before, after, saidAs(said.text)));
  const state = input.asText ? listed : withNamed(before, listed);
  const readings = "readings" in outcome ? (outcome.readings ?? []) : [];
  return { state: readings.length > 0 ? { ...state, readings } : state, outcome };
}

/** Behind the number of a line, as a document has it. */
const NUMBER_APART = /(?<=^[ \t]*(?:[\u2460-\u2473]|\d{1,2}[.、．)）]))\u00a0+/gmu;

/** Without what stands around the words of a form that was pasted or forwarded, and corrected as it says below. */
function asTyped(form: Form, state: FormState, { text, nameKey }: StepInput): string {
  const held = withoutHold(form, withoutSender(withoutCellQuotes(text.replace(NUMBER_APART, " "))));
  const said = withoutPossessive(form, withKnownLabels(form, withQuotedLabel(form, withoutHeaderRow(form, held))));
  const rows = withFormerAside(form, withNotices(form, withFiguresApart(form, said)));
  return withNameApart(form, state, withNounApart(form, rows), nameKey);
}

const HOLD = /^(?:等一?下|等等|稍等|等会儿?)[，,、。\s]+(?=\S)/u;
/** 等下 街道三江: the fields behind the word that holds on. */
function withoutHold(form: Form, text: string): string {
  const rest = text.trimStart().replace(HOLD, "");
  const isNamed = labelNames(form).some(({ name, part }) => part !== "start" && rest.startsWith(name));
  return isNamed ? rest : text;
}

/** 内容：… a few messages behind the refusal that named its field may still be meant for that. */
function withNamed(before: FormState, after: FormState): FormState {
  const keys = [...(before.contentOf ?? []), ...(before.namedBefore ?? [])].filter(
    (key) => before.answers[key] === after.answers[key] && key !== before.at,
  );
  return keys.length === 0 || after.contentOf ? after : { ...after, namedBefore: [...new Set(keys)] };
}

/** What was offered last is known by its keys as long as anything waits. */
function withListed({ listed, ...state }: FormState): FormState {
  const last = state.offered ? Object.keys(state.offered) : listed;
  return last && (state.offered ?? state.held) ? { ...state, listed: last } : state;
}

function taken(form: Form, { before, now }: { before: FormState; now: FormState }, input: StepInput): Step {
  if (input.asText) return saidContent({ form, state: now, input }, before) ?? stepWith(form, now, input);
  return (
    dropHeld(form, before, input.text) ??
    undoLast(form, now, input.text) ??
    unclearReading({ form, state: before, input }) ??
    stepWith(form, now, input)
  );
}

/** A name or a body of its kind; of paragraphs a sentence. */
const isOfKind = ({ kind, label }: Question, text: string): boolean =>
  kind === "longText" ? [...text.trim()].length >= SENTENCE : !isUnlikeField(label, cleanLine(text));
/** In characters. */
const SENTENCE = 20;

/** 内容：… behind a refusal that named another field than the open one is that field's; of several it is asked which. */
function saidContent(context: StepContext, { contentOf = [], namedBefore = [] }: FormState): Step | undefined {
  const open = openQuestion(context.form, context.state);
  const isBefore = contentOf.length === 0 && (!open || !isOfKind(open, context.input.text));
  const keys = isBefore ? namedBefore : contentOf;
  const fields = context.form.fields.filter(({ key }) => keys.includes(key));
  const [only, second] = fields;
  // 内容：项目名称：…, the offered button: what has its label is part of the open text.
  if (fields.some(({ label }) => context.input.text.includes(`${label}：`))) return undefined;
  if (only && !second && !isBefore) return answerElsewhere(context, only, context.input.text);
  const question = open ?? only;
  if (!only || !question) return undefined;
  const named = isBefore && open && !fields.includes(open) ? [...fields, open] : fields;
  const readings = named.map(({ label }) => contentPhrases.of(label, context.input.text.trim()));
  return {
    state: context.state,
    outcome: { kind: "retry", question, sentence: stepPhrases.whichReading(readings), readings },
  };
}

function stepWith(form: Form, before: FormState, input: StepInput): Step {
  const done = readStep(form, before, input);
  const { offered: _, ...state } = before;
  return input.asText || input.isOffered ? done : namedElsewhere({ form, state, input }, done);
}

function readStep(form: Form, before: FormState, input: StepInput): Step {
  const rest = input.asText ? undefined : recordOffered({ form, state: before, input });
  if (rest) return rest;
  const { offered: _, ...now } = before;
  const state = begunAnew(form, now, input.text);
  const context = { form, state, input };
  const question = openQuestion(form, state);
  if (input.asText) return question ? answer(context, question) : { state, outcome: { kind: "notUnderstood" } };
  const whole =
    wholeText(context) ?? askCommand(context) ?? numberWithEnd(context) ?? (question && askOption(context, question));
  if (whole) return whole;
  const box = question && optionsOf(question).length > 0 ? ticked(optionsOf(question), input.text) : undefined;
  if (question && box) return answer(context, question, box.text);
  const person = otherPerson(context, (text) => readStep(form, before, { ...input, text }));
  if (person) return person;
  const read =
    personBehindTitle(context) ??
    skipRest(context) ??
    readText(context) ??
    severalEdits(context) ??
    addToText(context) ??
    editNamed(context) ??
    changeWithin(context);
  if (read) return read;
  const changed = changedTogether(context) ?? saidAside(context) ?? clearedByLabel(context) ?? severalChanges(context);
  if (changed) return changed;
  const people = readPeople(form, input.text);
  if (people) return answerAll(context, people);
  const number = phoneOfPerson(context);
  if (number) return number;
  const data = question && dataInText(context, question);
  if (data) return data;
  const inRow =
    labelsInRow(context) ??
    (question &&
      (choiceWithFigure(context, question) ?? choiceWithPerson(context, question) ?? beginsInRow(context, question)));
  if (inRow) return inRow;
  const several = (question && severalColumns(context, question)) ?? answerLabelled(context, question);
  if (several) return several;
  const spaced = question && spacedLabel(context, question);
  if (question && spaced) return "own" in spaced ? answerAlone(context, question, spaced.own) : spaced;
  const command = readFormCommand(input.text) ?? takesProposal(context, question);
  const run = command && runCommand(context, command);
  // 改 街道百官 社区江东: two fields are named.
  const done = run?.outcome.kind === "whichField" && !question ? (briefChange(context) ?? run) : run;
  if (done) return done;
  // 是, 好 at the review agree, and 提交 alone submits.
  if (!question && affirms(input.text))
    return { state, outcome: { kind: "review", notes: [stepPhrases.notYetSubmitted()] } };
  if (!question) return briefChange(context) ?? answerNamed(context) ?? { state, outcome: { kind: "notUnderstood" } };
  const parsed = isWords(question) ? undefined : parseAnswer(question, input.text, answering(input));
  const named = parsed === undefined ? namedFirst(context, question) : parsed.ok ? undefined : answerNamed(context);
  // 就是物业公司报的: an option and more, and no answer to the field that it names.
  const isOwn = named?.outcome.kind === "retry" && parsed?.ok === false && parsed.readings !== undefined;
  return (isOwn ? undefined : named) ?? answerAlone(context, question, input.text);
}

/** 近两年内重大安全责任事故：没有 where a detail of 有 is asked for: the label begins the answer anew. */
function begunAnew(form: Form, { pending, ...state }: FormState, typed: string): FormState {
  const own = pending && form.fields.find(({ key, kind }) => key === pending.key && kind === "declaration");
  const isAnew = own && typed.trim().startsWith(own.label) && /^\s*[:：]/u.test(typed.trim().slice(own.label.length));
  return pending && !isAnew ? { ...state, pending } : state;
}

/** 对, ok at a proposed answer takes it where nothing is saved: there only one thing is meant. 嗯 alone hesitates. */
function takesProposal({ form, state, input }: StepContext, question: Question | undefined): FormCommand | undefined {
  const isOpen = question !== undefined && isWords(question) && !isAnswered(state, question);
  const takes = isOpen && affirms(input.text) && !/^嗯+$/u.test(compactAnswer(input.text));
  return takes && proposalFor(form, state, question) !== undefined ? { kind: "accept", proposed: false } : undefined;
}

/** Continues a form, possibly days later, with the question that was open. */
export function resume(form: Form, state: FormState, when: Omit<StepInput, "text">): Step {
  const question = openQuestion(form, state);
  if (!question) return { state, outcome: { kind: "review" } };
  if (state.pending?.key !== question.key) return { state, outcome: { kind: "ask", question } };
  return { state, outcome: { kind: "more", question, sentence: stillMissing(question, state.pending, when) } };
}

function stillMissing(question: Question, pending: Pending, when: Omit<StepInput, "text">): string {
  if (pending.kind === "attachedPage")
    return retryPhrases.attachedPage(countWords(pending.text), question.maxCharacters ?? 0);
  const parsed = parseAnswer(question, "", { ...when, pending });
  return parsed.ok ? showAnswer(question, parsed.value) : parsed.retry;
}
