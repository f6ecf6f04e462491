import { visibleText } from "../../shared/visible-text.ts";
import { answerAll } from "./answer-all.ts";
import type { Form, Question } from "./field.ts";
import { labelNames } from "./label-names.ts";
import type { StepContext } from "./moves.ts";
import { openQuestion } from "./open-question.ts";
import type { Step } from "./outcome.ts";
import { labelledPhrases, stepPhrases } from "./phrases.ts";
import { compactAnswer } from "./plain.ts";

const NAME = "[^\\s,，、。;；:：]{2,16}?";
const AND = "\\s*(?:和|与|及|跟|还有|[、,，])\\s*";
const LEAD = "(?:[嗯呃唔额]+[,，\\s]*)?(?:请|麻烦|帮我|我要|我想|需要|那个)*(?:把|将)?\\s*";
const INTO =
  "(?:(?:都|也|全部?|一起|一并|一块)*(?:要|需要|得)?(?:改|更正|修改|更改|变更|换)(?:一下|下|为|成|了)?|(?:分别|依次)(?:改|换|更正)?(?:为|成|是))";
/** 地址和电话都改一下：滨河路3号，13812345678 */
const TOGETHER = new RegExp(`^\\s*${LEAD}(${NAME}(?:${AND}${NAME})+?)\\s*的?${INTO}[:：,，\\s]*(\\S[\\s\\S]*)$`, "u");
const BETWEEN: readonly RegExp[] = [/\s*[;；\n]+\s*/u, /\s*[，,]\s*/u, /\s*、\s*/u, /\s+/u];
/** In characters: more is a text of its own. */
const LONGEST = 120;
const MOST = 4;

/**
 * Fields named together and their contents behind them, in the same order. A name that several fields have is asked
 * about with each of them. Undefined for other words.
 */
export function changedTogether(context: StepContext): Step | undefined {
  const { form, state, input } = context;
  const text = visibleText(input.text).trim();
  const [, written = "", behind = ""] = [...text].length > LONGEST ? [] : (TOGETHER.exec(text) ?? []);
  const names = written.split(new RegExp(AND, "u")).map(compactAnswer);
  const fields = names.map((name) => fieldsNamed(form, name));
  if (written === "" || fields.some((some) => some.length === 0)) return undefined;
  const values = valuesIn(behind.replace(/[。\s]+$/u, ""), names);
  const open = openQuestion(form, state);
  const labels = fields.flatMap((some) => some.map(({ label }) => label));
  if (!values) {
    const sentence = labelledPhrases.severalTogether(labels.slice(0, MOST));
    const question = open ?? fields[0]?.[0];
    return question && { state, outcome: { kind: "retry", question, sentence } };
  }
  const readings = combined(fields).map((questions) =>
    questions.map((question, at) => ({ question, text: values[at] ?? "" })),
  );
  const [only, second] = readings;
  if (only && !second) return answerAll(context, { answers: only });
  const typed = readings
    .slice(0, MOST)
    .map((answers) => answers.map((one) => labelledPhrases.line(one.question.label, one.text)).join("；"));
  const question = open ?? fields[0]?.[0];
  return (
    question && {
      state,
      outcome: { kind: "retry", question, sentence: stepPhrases.whichReading(typed), readings: typed },
    }
  );
}

/** The one field of the name; else all whose labels end in it. */
function fieldsNamed(form: Form, name: string): readonly Question[] {
  const one = labelNames(form).find((named) => named.name === name && named.part !== "start");
  if (one) return [one.question];
  return form.fields.filter(({ label }) => compactAnswer(label).endsWith(name));
}

/** One content for each name, without the name said before it again; undefined where there are more, or fewer. */
function valuesIn(text: string, names: readonly string[]): readonly string[] | undefined {
  for (const mark of BETWEEN) {
    const values = text.split(mark).filter((value) => value !== "");
    if (values.length !== names.length) continue;
    return values.map((value, at) => {
      const name = names[at] ?? "";
      const rest = value.startsWith(name)
        ? value.slice(name.length).replace(/^\s*(?:[:：]|改为|改成|就?是|为)?\s*/u, "")
        : "";
      return rest === "" ? value : rest;
    });
  }
  return undefined;
}

/** Each choice of one question for each name, none twice. */
const combined = (fields: readonly (readonly Question[])[]): Question[][] =>
  fields
    .reduce<Question[][]>((all, some) => all.flatMap((before) => some.map((one) => [...before, one])), [[]])
    .filter((questions) => new Set(questions).size === questions.length);

/** 孙八改为孙巴, who is named in two fields: each of them, or all. */
export function whichOfSame({ form, state }: StepContext, same: readonly Question[], value: string): Step | undefined {
  const open = openQuestion(form, state) ?? same[0];
  const each = same.map(({ label }) => labelledPhrases.line(label, value));
  const readings = [each.join("；"), ...each];
  const sentence = stepPhrases.whichChange(
    value,
    same.map(({ label }) => label),
  );
  return open && { state, outcome: { kind: "retry", question: open, sentence, readings } };
}
