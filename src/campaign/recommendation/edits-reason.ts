import type { Action } from "../../platform/chat/view.ts";
import { openQuestion } from "../../platform/conversation/open-question.ts";
import { besidePhrases } from "./beside-phrases.ts";
import { namesOf } from "./reasons.ts";
import type { Asked, Beside } from "./said-of-several.ts";

const LED = "^(?:[嗯呃额哦啊，,\\s]|请|把|将|刚才|前面)*(?:的)?(?:推荐)?(?:理由|原因)";
const BESIDE = "(?:里面?|中间?|的|最?后面?|前面|末尾|再|也|都|要|得|写|填|有点|还|是|没)*";
/** 理由错了, 理由要改, 理由重写 */
const NO_CONTENT = new RegExp(`${LED}${BESIDE}(?:错了?|不对|有误|重新?[写填]|改)(?:一下|一遍|掉|过)?[了吧啊。]*$`, "u");
/** 理由最后加一句物业到位 */
const ADDS = new RegExp(`${LED}${BESIDE}(?:(?:加|补|添)(?:上|一)?[句段]|(?:加|补)上|(?:删|去)掉|删除)`, "u");
/** 理由95%改成96% */
const CHANGES = new RegExp(
  `${LED}(?<within>[里中]面?)?的?(?<change>[^，,。:：]{1,12}(?:改成|改为|更正为)[^，,。]{1,12})$`,
  "u",
);

/** 康隆家园的理由错了, 理由最后加一句…: an order on a reason, and none of it. Undefined: another text. */
export function editsReason(list: Asked, text: string): Beside | undefined {
  const { reasons, candidates } = list;
  if (!reasons) return undefined;
  const { form, state } = reasons;
  const ids = candidates.map(({ application }) => application.id);
  const said = text.trim();
  const name = namesOf(candidates, ids).find((one) => said.includes(one));
  const rest = name === undefined ? said : said.replace(name, "");
  const { change, within } = CHANGES.exec(rest)?.groups ?? {};
  if (change === undefined && !NO_CONTENT.test(rest) && !ADDS.test(rest)) return undefined;
  const own = name === undefined ? undefined : form.fields.find(({ label }) => label.startsWith(name));
  const question = own ?? openQuestion(form, state) ?? form.fields[0];
  if (!question) return undefined;
  const isGiven = state.answers[question.key] !== undefined;
  // 理由里的95%改成96%: done where it is given.
  if (isGiven && within !== undefined) return undefined;
  const typed = `${question.label}里${change ?? ""}`;
  const offers: Action[] = isGiven && change !== undefined ? [{ id: "", label: typed, typed, look: "primary" }] : [];
  return { said: besidePhrases.editsReason(said, question.label, isGiven), offers };
}
