import { parseAnswer } from "./answers/parse-answer.ts";
import { contentPhrases as phrases } from "./content-phrases.ts";
import type { Question } from "./field.ts";
import type { FormState } from "./form-state.ts";
import { labelNames } from "./label-names.ts";
import { answering, type StepContext } from "./moves.ts";
import { openQuestion } from "./open-question.ts";
import type { Step } from "./outcome.ts";
import { labelledPhrases } from "./phrases.ts";

const LEAD = /^(?:[嗯呃哦啊,，\s]|那|对了|请|麻烦|帮我|把|将|给|在)+/u;
const OF_VALUE = /^(?:的|那个|里面?|再|还|要)*/u;
const ADDS =
  /^(前面|最前面|前头|开头|后面|最后面?|后头|末尾|结尾)(?:再|还|要|得|少了?|漏了?|请)*(?:加上?|补上?|添上?|个)(?:了|个|一个)?[“"「]?(\S{1,20}?)[”"」]?[吧了呢啊。.\s]*$/u;
const TAKES = /^(?:去掉|删[掉除去]?|不要)[“"「]?(\S{1,20}?)[”"」]?(?:[两二三四\d]个字)?[吧了呢啊。.\s]*$/u;
const AT_FRONT = /前|开头/u;
/** 前面加…, 删…: said of what is saved, and no value. */
const IS_EDIT = /^(?:最?(?:前|后)[面头]|开头|末尾|结尾)\S{0,3}[加补添删去改]|^(?:去掉|删[掉除去]?|不要)(?=\S)/u;

/** @returns what the value would be; `undefined` in it where that cannot be read */
function editedText(before: string, said: string): { text: string | undefined } | undefined {
  const words = said.trim().replace(OF_VALUE, "");
  const [, where = "", added] = ADDS.exec(words) ?? [];
  if (added !== undefined && before !== "")
    return { text: AT_FRONT.test(where) ? `${added}${before}` : `${before}${added}` };
  const [, taken] = TAKES.exec(words) ?? [];
  if (taken !== undefined && before.split(taken).length === 2) return { text: before.replace(taken, () => "") };
  return IS_EDIT.test(words) ? { text: undefined } : undefined;
}

interface Edit {
  retry: string;
  readings: readonly string[];
}

/** 后面加一期 as an answer to 小区名称: what it would be is asked about first. Undefined for other words. */
export function editOfValue(
  { state, input }: Pick<StepContext, "state" | "input">,
  question: Question,
  said: string,
): Edit | undefined {
  if (question.kind !== "text" || input.asText) return undefined;
  const edited = editedText(savedOf(state, question), said);
  if (!edited) return undefined;
  const parsed = edited.text === undefined ? undefined : parseAnswer(question, edited.text, answering(input));
  const whole = parsed?.ok ? parsed.shown : undefined;
  return { retry: phrases.edits(said.trim(), question.label, whole), readings: whole === undefined ? [] : [whole] };
}

const savedOf = ({ answers }: FormState, { key }: Question): string => {
  const value = answers[key];
  return typeof value === "string" ? value : "";
};

/** 对了地址前面加个诸暨市吧: an order on the saved value of a field that is named. Undefined for other words. */
export function editNamed(context: StepContext): Step | undefined {
  const { form, state, input } = context;
  const said = input.text.trim().replace(LEAD, "");
  if (said.includes("\n") || [...said].length > LONGEST) return undefined;
  const named = labelNames(form).find(
    ({ name, part, question }) => question.kind === "text" && part !== "start" && said.startsWith(name),
  );
  if (!named || savedOf(state, named.question) === "") return undefined;
  const { question } = named;
  const edit = editOfValue(context, question, said.slice(named.name.length));
  if (!edit || edit.readings.length === 0) return undefined;
  const readings = edit.readings.map((one) => labelledPhrases.line(question.label, one));
  const open = openQuestion(form, state);
  return {
    state,
    outcome: open
      ? { kind: "retry", question: open, sentence: edit.retry, readings }
      : { kind: "review", notes: [edit.retry], readings },
  };
}
/** In characters. */
const LONGEST = 40;
