import { answerAll } from "./answer-all.ts";
import { type Form, type Question, questionByKey } from "./field.ts";
import type { FieldChange } from "./field-change.ts";
import { findQuestion } from "./find-question.ts";
import { type FormCommand, readFormCommand } from "./form-command.ts";
import { answerElsewhere, type StepContext } from "./moves.ts";
import { openQuestion } from "./open-question.ts";
import type { Recorded, Step } from "./outcome.ts";
import { labelledPhrases } from "./phrases.ts";
import { runCommand } from "./run-command.ts";
import { withItsChoice } from "./with-choice.ts";

const BREAKS = /[，,；;。\n]+|(?:然后|还有|另外)(?=\S{2,16}?(?:改[为成]|更正为|删掉|清空))/gu;
const SPOKEN = /然后|还有|另外/u;
const CLEARED = /^(?:清空|清除|删掉|删除|去掉)$/u;

/** A change of a field by its name, as said; what follows it up to the next one belongs to it. */
interface Change {
  said: string;
  command: Extract<FormCommand, { kind: "clearField" | "correct" }>;
}

/**
 * 备注清空，物业服务企业名称改为桂花物业: several changes in one message, all or none. Undefined for fewer than two, or
 * where something else stands before them.
 */
export function severalChanges(context: StepContext): Step | undefined {
  const changes = changesIn(context.form, context.input.text);
  if (!changes || changes.length < 2) return undefined;
  const lines = context.input.text.split("\n").filter((line) => line.trim() !== "");
  const isOfLines = lines.length > 1 && lines.every((line) => changeIn(context.form, line) !== undefined);
  const isOwn =
    isOfLines || SPOKEN.test(context.input.text) || changes.some(({ command }) => command.kind === "clearField");
  if (!isOwn) return undefined;
  const { state: before } = context;
  const open = openQuestion(context.form, before);
  const recorded: Recorded[] = [];
  const notes: string[] = [];
  let { state } = context;
  for (const { said, command } of changes) {
    const { name } = command.kind === "clearField" ? command : command.correction;
    const question = typeof name === "string" ? named(context.form, name) : undefined;
    if (!question) return undefined;
    const own = { ...context, state, input: { ...context.input, text: said } };
    const done =
      command.kind === "clearField" || command.correction.adds
        ? runCommand(own, command)
        : corrected(own, question, command.correction);
    const isSaved = done && (command.kind === "clearField" ? isCleared(state, done, question.key) : isTaken(done));
    if (!done || !isSaved) return done && refused(before, done);
    if (done.outcome.kind === "ask" || done.outcome.kind === "review") {
      if (done.outcome.recorded) recorded.push(done.outcome.recorded);
    } else if ("sentence" in done.outcome) notes.push(done.outcome.sentence);
    state = { ...done.state, at: before.at };
  }
  const [one, ...more] = recorded;
  const told = { notes, ...(one ? { recorded: { ...one, more } } : {}) };
  return { state, outcome: open ? { kind: "ask", question: open, ...told } : { kind: "review", ...told } };
}

/** 交付率改成98.9 says which of the two it is as well. */
function corrected(context: StepContext, question: Question, { name, value }: FieldChange): Step {
  const said = { text: value, named: typeof name === "string" ? name : "" };
  const both = withItsChoice(context, question, said);
  return both ? answerAll(context, { answers: both }) : answerElsewhere(context, question, value);
}

const isTaken = ({ outcome: { kind } }: Step): boolean => kind === "ask" || kind === "review";

/** A field that is empty stays so. */
const isCleared = (before: Step["state"], { state }: Step, key: string): boolean =>
  before.answers[key] === undefined || state.answers[key] === undefined;

const named = (form: Form, name: string) => {
  const found = findQuestion(form, name);
  return found.kind === "one" ? questionByKey(form, found.question.key) : undefined;
};

/** One of them could not be done, so none was. */
function refused(before: Step["state"], { outcome }: Step): Step {
  if (!("sentence" in outcome)) return { state: before, outcome };
  return { state: before, outcome: { ...outcome, sentence: labelledPhrases.noneDone(outcome.sentence) } };
}

/** Undefined where the message does not begin with such a change. */
function changesIn(form: Form, text: string): readonly Change[] | undefined {
  const changes: Change[] = [];
  for (const part of partsOf(text)) {
    const command = changeIn(form, part.said);
    const last = changes.at(-1);
    if (command) changes.push({ said: part.said, command });
    else if (last) {
      const said = last.said + part.before + part.said;
      const longer = changeIn(form, said);
      if (!longer) return undefined;
      changes[changes.length - 1] = { said, command: longer };
    } else return undefined;
  }
  return changes;
}

function changeIn(form: Form, said: string): Change["command"] | undefined {
  const [label = "", value = ""] = said.split(/\s*[:：]\s*/u);
  if (CLEARED.test(value.trim()) && named(form, label)) return { kind: "clearField", name: label.trim() };
  const command = readFormCommand(said);
  if (command?.kind === "clearField") return named(form, command.name) ? command : undefined;
  if (command?.kind !== "correct") return undefined;
  const { name } = command.correction;
  return typeof name === "string" && name !== "previous" && named(form, name) ? command : undefined;
}

function partsOf(text: string): { before: string; said: string }[] {
  const parts: { before: string; said: string }[] = [];
  let at = 0;
  let before = "";
  for (const { 0: sign, index } of text.matchAll(BREAKS)) {
    parts.push({ before, said: text.slice(at, index).trim() });
    [before, at] = [sign, index + sign.length];
  }
  parts.push({ before, said: text.slice(at).trim() });
  return parts.filter(({ said }) => said !== "");
}

/** 备注：清空 */
export function clearedByLabel(context: StepContext): Step | undefined {
  const { text } = context.input;
  const changed = readFormCommand(text);
  // 备注改为空
  if (changed?.kind === "clearField" && named(context.form, changed.name) && /空白?\s*$/u.test(text))
    return runCommand(context, changed);
  if (!/[:：\t]\s*(?:清空|清除|删掉|删除|去掉)\s*$/u.test(text)) return undefined;
  const command = changeIn(context.form, text.trim().replace(/\s*\t\s*/u, "："));
  return command?.kind === "clearField" ? runCommand(context, command) : undefined;
}
