import { visibleText } from "../../shared/visible-text.ts";

/** A sentence that gives a field another content: 小区地址改为滨河路3号. */
export interface FieldChange {
  /** As people name the field; `previous`: 上一项; undefined: not named (不对，应该是…). */
  name: string | "previous" | undefined;
  /** As written. */
  value: string;
  /** What was said to be wrong: 不是雅苑，是锦绣花园. */
  instead?: string;
  /** The content is added to what is there: 备注加上…. */
  adds?: true;
}

const ERROR = "(?:不对|不是|错了|有误|[写填打说弄]错了?)";
const LEAD = new RegExp(
  `^(?:[\\s,，。.、:：]|[嗯呃唔额哦啊哎]+|[那这]个(?=${ERROR}|\\p{Script=Han}{2})|${ERROR}|对了(?=[,，\\s]*\\p{Script=Han}{2})|还有|更正(?:一下)?|纠正(?:一下)?|修正(?:一下)?|请|麻烦|帮我|帮忙|我要|需要)+`,
  "u",
);
const WRONG = new RegExp(`^[\\s嗯呃唔额哦啊哎,，]*(?:[那这]个)?(?:${ERROR}|更正一下|纠正一下|更正|纠正)`, "u");
const INTO =
  "(?:改为|改成|改回|改到|更正为|更正成|修改为|修改成|变更为|换成|应为|应该是|应该为|应当是|应当为|应是|重新(?:说|写|填)(?:一下|一遍)?[,，]?)";
const NAME = "([^\\s,，。;；:：!！?？]{1,40}?)";
const VALUE = "\\s*[:：]?\\s*(\\S[\\s\\S]*)$";
const BEHIND = new RegExp(`^(?:把|将)?\\s*${NAME}\\s*(?:的内容)?\\s*[,，]?\\s*${INTO}${VALUE}`, "u");
/** 小区名称打错了，是锦绣花园 */
const AFTER_ERROR = new RegExp(`^${NAME}${ERROR}\\s*[,，]?\\s*(?:${INTO}|是|叫)${VALUE}`, "u");
const BEFORE = new RegExp(`^(?:改|修改|更正|变更)(?:一下)?\\s*[:：]?\\s*${NAME}\\s*(?:为|成)${VALUE}`, "u");
const UNNAMED = new RegExp(`^(?:${INTO}|是)${VALUE}`, "u");
/** 地址不是六号是十六号 */
const WITHIN = new RegExp(
  `^${NAME}(?:(?:不对|错了|有误|[写填打说弄听]错了?)[,，\\s]*)?不是\\s*(\\S{1,20}?)\\s*[,，]?\\s*(?:而?是|应该是)${VALUE}`,
  "u",
);
/** 换成锦绣花园 */
const REPLACED = new RegExp(`^(?:换成|改成|改为|应为(?=\\S{4})|更正为)${VALUE}`, "u");
/** 不是雅苑，是锦绣花园 */
const INSTEAD = /^\s*不是\s*(\S[^,，]*?)\s*[,，]?\s*(?:而?是|应该是)\s*(\S[\s\S]*)$/u;
/** 备注加上去年评过优, 备注里再补充一句… */
const ADDED = new RegExp(
  `^(?:把|将|给|在)?\\s*${NAME}\\s*(?:那?里面?|中|最?后面?|最末|末尾|结尾|下面)?(?:再|还要?|要|请)*(?:加上|加[一两][句条段个项点]|添上|添一[句条段个项点]|补上|补一[句条段个项点]|补充(?:上|一[句下条段个项点]|说明)?)[:：,，]?${VALUE}`,
  "u",
);
const PREVIOUS = /^(?:(?:刚才|刚刚|前面|上面)(?:那)?(?:一)?(?:个|项|题|条|的)?|[上前]一?(?:个|项|题|条|步))$/u;
const POINTING = /^(?:刚才|刚刚|前面|上面)(?:[填写说]?的|那个|那一项的?)?/u;
const CLOSING = /[\s。.!！]+$/u;

/** Reads such a sentence; undefined if the text is none. Whether a field has the name is for the caller to find out. */
export function readFieldChange(text: string): FieldChange | undefined {
  const said = visibleText(text).trim().replace(CLOSING, "");
  const [, instead, meant] = INSTEAD.exec(said) ?? [];
  if (meant !== undefined) return { name: undefined, value: unquoted(meant), instead: unquoted(instead ?? "") };
  const rest = said.replace(LEAD, "");
  const [, part = "", wrong, right] = WITHIN.exec(rest) ?? [];
  if (right !== undefined) return { name: nameIn(part), value: unquoted(right), instead: unquoted(wrong ?? "") };
  const [, named = "", value] = BEFORE.exec(rest) ?? AFTER_ERROR.exec(rest) ?? BEHIND.exec(rest) ?? [];
  if (value !== undefined) return { name: PREVIOUS.test(named) ? "previous" : nameIn(named), value: unquoted(value) };
  const [, more = "", added] = ADDED.exec(rest) ?? [];
  if (added !== undefined && !PREVIOUS.test(more)) return { name: nameIn(more), value: unquoted(added), adds: true };
  const [, unnamed] = WRONG.test(said) ? (UNNAMED.exec(rest) ?? []) : (REPLACED.exec(said) ?? []);
  return unnamed === undefined ? undefined : { name: undefined, value: unquoted(unnamed) };
}

/** 那个入住率再改一下 */
const ASKED = /(?:再|要|想|得|还|需要)*(?:改|修改|更正|换)(?:一下|下)?$/u;

/** 李红梅那个电话错了不对不对是… */
const ERRORS = new RegExp(`(?<=.)(?:[嗯呃哦啊]*${ERROR})+$`, "u");

const nameIn = (named: string): string => {
  const name = named
    .replace(ERRORS, "")
    .replace(POINTING, "")
    .replace(/的(?:名字|姓名)$/u, "")
    .replace(/名字$/u, "名称");
  return name.replace(ASKED, "") || name;
};

const QUOTED = /^[“「『"']([^“”「」『』"']+)[”」』"']$/u;

const unquoted = (value: string): string => QUOTED.exec(value)?.[1] ?? value;

/** 香林路七号不对是八号, letter for letter as it was said, where it was said so: it may be quoted. */
export function correctedPart(text: string, wrong: string, value: string): string {
  if (wrong === "") return value;
  const said = visibleText(text).trim().replace(CLOSING, "");
  const own = said.slice(Math.max(0, said.indexOf(wrong)));
  return own.startsWith(wrong) && /不对|错了/u.test(own) ? own : `${wrong}不对是${value}`;
}
