import { contentPhrases as phrases } from "./content-phrases.ts";
import type { Form, Question } from "./field.ts";
import type { FormState } from "./form-state.ts";
import { labelNames } from "./label-names.ts";
import type { StepContext } from "./moves.ts";
import { openQuestion } from "./open-question.ts";
import type { Step } from "./outcome.ts";
import { compactAnswer } from "./plain.ts";

const LEAD = /^(?:请|麻烦|帮我|给我|我们?|想|要|把|将|再|发|查看|看看|看一?下|看)*/u;
const WHOLE =
  /^的?(?:全文|原文|全部内容|完整内容|整段|全部文字)(?:都|也)?(?:请|麻烦|帮我)*(?:给我|发我|发给我|发来|发出来|让我)*(?:看看|看一?下|看|发一?下|显示|一下)*(?:吧|了|呢|啊)*$/u;
const SEND = /^(?:的?内容)?(?:请|麻烦)?(?:发(?:给)?我|给我|让我)(?:看看|看一?下|看|一下|一份)*(?:吧|呢|啊)*$/u;
/** Within a block that a message shows whole. In characters. */
const MOST_TOGETHER = 1500;

/** 申报材料 全文, 把备注全文发我看看: the saved text is shown whole, and nothing is changed. Undefined for other words. */
export function readText(context: StepContext): Step | undefined {
  const { form, state, input } = context;
  const said = compactAnswer(input.text);
  const question = said.length > MOST_SAID ? undefined : askedFor(form, state, said);
  if (!question) return undefined;
  const saved = state.answers[question.key];
  const text = typeof saved === "string" ? saved : "";
  const notes =
    text === "" ? [phrases.notGiven(question.label)] : [phrases.whole(question.label, text), ...partsOf(text)];
  const open = openQuestion(form, state);
  return { state, outcome: open ? { kind: "ask", question: open, notes } : { kind: "review", notes } };
}
/** In characters. */
const MOST_SAID = 24;

/** The field of paragraphs that is named; without a name the one that is open, or was answered last of them. */
function askedFor(form: Form, state: FormState, said: string): Question | undefined {
  const bare = said.replaceAll(/[:：\s]/gu, "").replace(LEAD, "");
  // 全文 申报材料
  const plain = bare.replace(/^(全文|原文)的?(?=\p{Script=Han}{2})(.+)$/u, "$2$1");
  const named = labelNames(form).find(
    ({ name, question, part }) =>
      question.kind === "longText" &&
      part !== "start" &&
      plain.startsWith(name) &&
      isAsked(plain.slice(name.length), said),
  );
  if (named) return named.question;
  if (!WHOLE.test(plain) && !SEND.test(said)) return undefined;
  const open = openQuestion(form, state);
  if (open?.kind === "longText") return open;
  return form.fields.find(({ kind, key }) => kind === "longText" && state.answers[key] !== undefined);
}

const isAsked = (rest: string, said: string): boolean =>
  WHOLE.test(rest) || SEND.test(rest) || (rest === "" && /全文|原文/u.test(said));

/** Cut at the ends of lines where it is long. */
export function partsOf(text: string): string[] {
  const parts: string[] = [];
  for (const line of text.split("\n")) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + line.length < MOST_TOGETHER) parts[parts.length - 1] = `${last}\n${line}`;
    else
      for (let at = 0; at === 0 || at < line.length; at += MOST_TOGETHER)
        parts.push(line.slice(at, at + MOST_TOGETHER));
  }
  return parts;
}
