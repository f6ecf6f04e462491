import { isDeepStrictEqual } from "node:util";
import { parseAnswer } from "./answers/parse-answer.ts";
import { showAnswer } from "./answers/show-answer.ts";
import type { Form } from "./field.ts";
import { labelNames } from "./label-names.ts";
import type { LabelledAnswer } from "./labelled-answers.ts";
import { answering, type StepContext } from "./moves.ts";

/** 由百合路8号改为百合路18号, 赵大勇 改为 钱 勇 */
const FROM_TO =
  /^\s*[由从]?(\S{1,40}?)\s*(?:改为|改成|变更为|更正为|更名为|调整为)\s*(\S{2,40}|\p{Script=Han}\s\p{Script=Han}{1,2})$/u;
const STAYS = /[,，\s]*(?:保持|维持)?(?:也|都|均)?(?:不变|没变|没有变|照旧|不改|不用改)[。\s]*$/u;

/** What is meant behind a label: 由甲改为乙 is 乙, and 甲不变 the saved answer. */
export function corrected({ state, input }: StepContext, one: LabelledAnswer): LabelledAnswer {
  const { question } = one;
  const saved = state.answers[question.key];
  const own = /[:：]\s*$/u.test(one.named ?? "") ? one.text.replace(LED, "") : one.text;
  const [, before = "", after] = FROM_TO.exec(own) ?? [];
  const text = after !== undefined && saved === before ? after : own;
  if (question.kind !== "longText" && saved !== undefined && STAYS.test(text)) {
    const rest = text.replace(STAYS, "");
    const parsed = rest === "" ? undefined : parseAnswer(question, rest, answering(input));
    if (parsed?.ok && isDeepStrictEqual(parsed.value, saved)) return { ...one, text: showAnswer(question, saved) };
  }
  return text === one.text ? one : { ...one, text };
}

/** 小区地址：应为滨河路8号: the word is none of the content. 应为民 is a name. */
const LED =
  /^\s*(?:应该?改为|应为|应该是|应该为|应当是|应当为|应是|改为|改成|更正为|修改为|变更为|换成)[\s:：,，]*(?=\S{2})/u;

/** …；联系电话不变: the words behind a value that change nothing; undefined where none are. */
export function unchangedIn(form: Form, { question, text }: LabelledAnswer): string | undefined {
  const [, said = "", name = ""] = (question.kind === "longText" ? UNCHANGED_BELOW : UNCHANGED).exec(text) ?? [];
  const isName = PHONE.test(name) || labelNames(form).some((one) => one.part !== "start" && one.name === name);
  return said !== "" && isName ? said : undefined;
}
const UNCHANGED =
  /[\s，,；;、。]+((?!\s)(\p{Script=Han}{2,12}?)(?:也|都|均)?(?:不变|没变|没有变|照旧|不改|不用改))[。\s]*$/u;
/** 申报材料不变，谢谢。, the last line or sentence of paragraphs. */
const UNCHANGED_BELOW =
  /[\n。；;]+\s*((\p{Script=Han}{2,12}?)(?:也|都|均)?(?:不变|没变|照旧|不改|不用改))(?:[,，。!！\s]*(?:谢谢|多谢|谢了|麻烦了|辛苦了?)[您你了]?)?[。.!！\s]*$/u;
const PHONE = /^(?:联系|办公)?(?:电话|手机|号码|手机号|方式)$/u;

/** The answer without them. */
export function withoutUnchanged(form: Form, one: LabelledAnswer): LabelledAnswer {
  if (unchangedIn(form, one) === undefined) return one;
  return { ...one, text: one.text.replace(one.question.kind === "longText" ? UNCHANGED_BELOW : UNCHANGED, "") };
}
