import { beginsAsName } from "./answers/surnames.ts";
import { apartPhrases } from "./elsewhere-phrases.ts";
import type { Form } from "./field.ts";
import { answer, type StepContext } from "./moves.ts";
import { openQuestion } from "./open-question.ts";
import type { Step } from "./outcome.ts";
import { labelledPhrases } from "./phrases.ts";
import { compactAnswer } from "./plain.ts";

const TITLE = /(?:主任|书记|负责人|联系人)$/u;
/** 那个业委会主任叫 and a name of three signs, and nothing else. */
const NAMED =
  /^(?:[嗯呃额哦啊]|那个|就是)*(?<title>\p{Script=Han}{2,10}?)(?<verb>就?叫做?|就?是|姓名是?|为|[:：])?(?<name>\p{Script=Han}{3})$/u;
/** What begins so is said, and no name: 待选举, 还没选, 由社区代. */
const SAID =
  /^[还没未待无暂由不正在改删谁先后再填写有也都就这那其他她它我你您同看问找发选打给让跟和与请如见略免等空缺兼代推换新老原现前已另尚刚今明昨去来说讲叫是为业社物街居党村区县市省主副本上下一两三二四五六七八九十第每各某几多少大小]/u;
const NOT_OF_NAME = /[没未不无选举定缺职兼代管会部处室员长记任们的了吗呢吧]/u;

/**
 * 业委会主任叫扬文娟 at 业委会主任: a name is one whatever its surname, where nothing else is said; without 叫 it is shown
 * before it is recorded. Undefined for other words, and for a surname that is known.
 */
export function personBehindTitle({ form, state, input }: StepContext): Step | undefined {
  const open = openQuestion(form, state);
  const { title, verb = "", name = "" } = NAMED.exec(compactAnswer(input.text))?.groups ?? {};
  if (open?.kind !== "text" || !TITLE.test(open.label) || title !== open.label) return undefined;
  if (beginsAsName(name) || SAID.test(name) || NOT_OF_NAME.test(name)) return undefined;
  if (/[叫名:：]/u.test(verb)) return answer({ form, state, input: { ...input, asText: true } }, open, name);
  const reading = labelledPhrases.asText(name);
  return {
    state,
    outcome: { kind: "retry", question: open, sentence: apartPhrases.onlyAsIs(reading), readings: [reading] },
  };
}

/** 党支部书记章慧芳的电话: whose number it is stands behind the title. */
export function withoutPossessive(form: Form, text: string): string {
  if (!text.includes("电话") && !text.includes("手机")) return text;
  const titles = form.fields
    .filter(({ kind, label }) => kind === "text" && TITLE.test(label))
    .map(({ label }) => label);
  if (titles.length === 0) return text;
  return text.replaceAll(
    new RegExp(`(?<=(?:${titles.join("|")})[:：\\s]?\\p{Script=Han}{2,3})的(?=(?:联系)?(?:电话|手机))`, "gu"),
    "",
  );
}
