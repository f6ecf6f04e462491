import { parseAnswer } from "./answers/parse-answer.ts";
import { isWords, type Question } from "./field.ts";
import { labelNames } from "./label-names.ts";
import type { StepContext } from "./moves.ts";
import type { Step } from "./outcome.ts";
import { labelledPhrases } from "./phrases.ts";

/** In characters: what is longer is a text of its own. */
const [LONGEST, SHORTEST_LABEL] = [50, 3];
const VERB =
  /^(?:[那个嗯呃，,\s]*(?:(?:好像|大概|应该|可能)?就?是|为(?!民)|选|填|改(?:为|成)|[:：=＝])|[嗯呃]*(?=百分之|\d))[，,\s]*/u;

/**
 * 小区分两期建成业主组织形式是业主委员会, 交付率百分之一百 among paragraphs: a short text that names another field with a
 * value of its own may be that answer, or both. Undefined for other texts.
 */
export function askWithinText({ form, state, input }: StepContext, open: Question, typed: string): Step | undefined {
  const text = typed.trim();
  if (open.kind !== "longText" || [...text].length > LONGEST || /[\n\t。；;]/u.test(text)) return undefined;
  for (const { name, question, part } of labelNames(form)) {
    const at = text.indexOf(name);
    if (question === open || isWords(question) || part === "start" || name.length < SHORTEST_LABEL || at < 0) continue;
    const after = text.slice(at + name.length);
    const verb = VERB.exec(after)?.[0];
    const value = verb === undefined ? "" : after.slice(verb.length);
    if (value === "") continue;
    const own = text.slice(0, at).replace(/[，,、\s]+$/u, "");
    const parsed = parseAnswer(question, value, input);
    // 交付率百分之一百嗯不对填入住率…: what stands before it is none of the paragraphs.
    const isOwn = own !== "" && !/不对|错了/u.test(own);
    const parts = [
      ...(!isOwn ? [] : [labelledPhrases.line(open.label, own)]),
      labelledPhrases.line(question.label, parsed.ok ? parsed.shown : value),
    ];
    const sentence = labelledPhrases.whichOf(text, [question.label, open.label]);
    const readings = [...(parsed.ok ? [parts.join("；")] : []), labelledPhrases.asText(text)];
    return { state, outcome: { kind: "retry", question: open, sentence, readings } };
  }
  return undefined;
}
