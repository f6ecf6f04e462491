import type { Parsed } from "./answer.ts";
import { parseAnswer } from "./answers/parse-answer.ts";
import type { LabelledAnswer } from "./labelled-answers.ts";
import { answering, type StepContext } from "./moves.ts";
import { openQuestion } from "./open-question.ts";

/** Also 有, whose details are asked for next. */
const isDeclared = (parsed: Parsed): boolean => parsed.ok || parsed.pending?.kind === "details";

const NOUN = /^(?:重大|安全|生产|责任)*事故(?:情况)?(?:是|为)?/u;
const NONE = "没有";
/** Not the end of a year: 2022年5月1日, 二〇二二年. */
const YEARS = /(?<![\d〇○零一二三四五六七八九])[近这]?[两二2]年(?:[以之]?[来内])?/gu;
const SAID_AGAIN = /[啊呀哦,，]*[也都从]+(?:没有?|无)(?:发生|出|有)?过?[了的]?$/u;
const NONE_BEHIND = /^(.*?)(?:也|都|是)?(?:没有|无|没)[了的]?$/u;

/** 安全事故没有, 近两年没发生过事故: by the last word of what is declared. */
export function declared({ form, state, input }: StepContext, said: string): LabelledAnswer | undefined {
  const open = openQuestion(form, state);
  if (open?.kind === "declaration" && !state.pending && /^(?:没有|没|无|[,，、\s])+[了的]?$/u.test(said))
    return { question: open, text: NONE };
  const question = form.fields.find(({ kind, label }) => kind === "declaration" && said.includes(label.slice(-2)));
  if (!question) return undefined;
  const bare = said.replace(YEARS, "").replace(/^(?:[这那我]个?们?)?(?:小区)?(?:里|也|都|去年|今年|前年|曾经?)*/u, "");
  const moved = NONE_BEHIND.exec(bare)?.[1];
  const behind = bare.replace(NOUN, "");
  // 没有安全事故啊都没有
  const once = /^(?:没有?|无|未)/u.test(bare) ? bare.replace(SAID_AGAIN, "") : bare;
  const text = [bare, behind, once, ...(moved === undefined ? [] : [`${NONE}${moved}`])].find((one) =>
    isDeclared(parseAnswer(question, one, input)),
  );
  return text === undefined ? undefined : { question, text };
}

/** In characters. */
const [SHORTEST, LONGEST] = [4, 60];
const JOINT = /^(?:[,，、。；;\s]|[嗯呃啊哦]|然后|还有|另外|对了)+/u;

/** …手机13606781234近两年没出过安全责任事故: what is declared behind another value is an answer of its own. */
export function withDeclaredBehind(
  context: StepContext,
  answers: readonly LabelledAnswer[],
): readonly LabelledAnswer[] {
  const last = answers.at(-1);
  if (
    !last ||
    last.question.kind === "longText" ||
    [...last.text].length > LONGEST ||
    /事故/u.test(last.question.label)
  )
    return answers;
  for (let at = 2; at <= last.text.length - SHORTEST; at += 1) {
    const head = last.text.slice(0, at);
    const behind = declared(context, last.text.slice(at).replace(JOINT, ""));
    if (!behind || !parseAnswer(last.question, head, answering(context.input)).ok) continue;
    const isSaid = answers.some(({ question }) => question === behind.question);
    return isSaid ? answers : [...answers.slice(0, -1), { ...last, text: head }, behind];
  }
  return answers;
}
