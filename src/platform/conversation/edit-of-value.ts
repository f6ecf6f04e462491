import { parseAnswer } from "./answers/parse-answer.ts";
import { contentPhrases as phrases } from "./content-phrases.ts";
import type { Question } from "./field.ts";
import type { FormState } from "./form-state.ts";
import { labelNames } from "./label-names.ts";
import { answering, type StepContext } from "./moves.ts";
import { openQuestion } from "./open-question.ts";
import type { Step } from "./outcome.ts";
import { heldPhrases, labelledPhrases } from "./phrases.ts";
import { AWAY, editedText as withEdit } from "./text-edits.ts";

const LEAD = /^(?:[嗯呃哦啊,，\s]|那|对了|请|麻烦|帮我|把|将|给|在|修?改[一下\s]+)+/u;
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
    ({ name, part, question }) =>
      (question.kind === "text" || question.kind === "longText") && part !== "start" && said.startsWith(name),
  );
  if (!named || savedOf(state, named.question) === "") return undefined;
  const { question } = named;
  if (question.kind === "longText") return takenFromText(context, question, said.slice(named.name.length));
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

const WHERE = "(?:最?[前后]面|前头|后头|开头|末尾|结尾|里面?|中)?的?";
const WORDS = '[“"「]?(\\S{1,40}?)[”"」]?(?:[这那](?:[几\\d两二三四五六七八九十]+)个字)?';
/** 前面…这几个字去掉 */
const TAKEN = new RegExp(`${WHERE}${WORDS}(?:都|也|就|要)*${AWAY}[,，。\\s]*`, "gu");
/** 不要…那四个字, 去掉前面… */
const TAKES_OUT = new RegExp(`^(?:${AWAY}|不要)${WHERE}${WORDS}[吧。\\s]*$`, "u");
const CLEARS = /^(?:全部|内容|都|也)*(?:不要了?|删[掉除]?|去掉|清空|[,，\s])+[吧了。]*$/u;
const OF_SIGNS = /[这那][几\d两二三四五六七八九十]+个字/u;

/** 备注不要其他没了那四个字: words of a saved text that are to go; what would be left is shown first. */
function takenFromText({ form, state }: StepContext, question: Question, said: string): Step | undefined {
  const words = said.trim().replace(/^(?:的|[,，:：\s])+/u, "");
  if (CLEARS.test(words)) return undefined;
  const out = TAKES_OUT.exec(words)?.[1];
  const all = [...words.matchAll(TAKEN)];
  const isWhole = all.map(([one]) => one).join("") === words.replace(/[吧。\s]+$/u, "");
  const taken = isWhole && all.length > 0 ? all.map(([, one = ""]) => one) : out === undefined ? [] : [out];
  const before = savedOf(state, question);
  const isThere = taken.length > 0 && taken.every((one) => before.split(one).length === 2);
  if (!isThere && !(taken.length > 0 && (isWhole || OF_SIGNS.test(words)))) return undefined;
  const kept = taken.reduce((left, wrong) => withEdit(left, { wrong, right: "" }), before);
  const bare = kept.replace(/^[。，,；;：:、\s]+/u, "");
  const label = labelNames(form).find(
    (one) => one.question === question && new RegExp(`^${one.name}[:：]`, "u").test(bare),
  );
  const text = bare.slice(label ? label.name.length + 1 : 0).replace(/[，,；;：:、\s嗯呃]+$/u, "");
  const open = openQuestion(form, state);
  const isLeft = isThere && text !== "";
  const sentence = isLeft
    ? `${phrases.takenOut(question.label, taken, text)}${phrases.either(phrases.record(question.label), heldPhrases.drop())}`
    : phrases.edits(said.trim(), question.label, undefined);
  const readings = isLeft ? [phrases.record(question.label), heldPhrases.drop()] : [];
  return {
    state: isLeft ? { ...state, offered: { [question.key]: text } } : state,
    outcome: open
      ? { kind: "retry", question: open, sentence, readings }
      : { kind: "review", notes: [sentence], readings },
  };
}
