import { visibleText } from "../../shared/visible-text.ts";
import { isNoText } from "./answers/not-content.ts";
import { beginsAsName } from "./answers/surnames.ts";
import { isCourtesy, isOfForward, isSignature } from "./beside-form.ts";
import { readFormCommand } from "./form-command.ts";

/** 发件人：…, at the head of a forwarded mail */
const HEADER =
  /^\s*(?:(?:发件人|收件人|抄送|主题|发送时间|From|To|Cc|Subject|Sent)\s*[:：].*|[-—\s]*(?:原始邮件|转发的?邮件|Original Message|Forwarded message)[-—\s]*)$/iu;
/** 发自我的iPhone */
const SENT_FROM = /^\s*(?:发自|来自|sent from)\s*(?:我的|my)?\s*\S.{0,20}$/iu;
const RULE = /^\s*[-—–_=*]{2,}\s*$/u;
const CONTACT =
  /^\s*(?:地址|(?:联系|办公)?电话|手机|联系方式|传真|邮编|(?:电子)?邮箱|网址|微信|QQ|tel|mobile|fax|e-?mail)\s*[:：]\s*\S.{0,60}$/iu;
const NUMBER = /^\s*[+\d][\d\s()（）\-－转]{6,24}$/u;
const DAY = /^\s*\d{4}(?:年|[-/.])\d{1,2}(?:月|[-/.])\d{1,2}日?\s*$/u;
const OFFICE =
  /^\s*\p{Script=Han}{2,24}(?:[局办处科室]|中心|街道|社区|公司|委员会|物业)(?:[\s、]*\p{Script=Han}{2,4})?\s*$/u;
const PERSON = /^\s*(\p{Script=Han}{2,3})\s*$/u;

const isPerson = (line: string): boolean => {
  const [, name = ""] = PERSON.exec(line) ?? [];
  return name !== "" && beginsAsName(name);
};
/** Alone they may be content: what tells them apart is that they stand below it. */
const SIGNED: readonly ((line: string) => boolean)[] = [
  ...[CONTACT, NUMBER, DAY, OFFICE].map((pattern) => (line: string) => pattern.test(line)),
  isPerson,
];
const isEnd = (line: string): boolean =>
  SENT_FROM.test(line) ||
  RULE.test(line) ||
  isCourtesy(line) ||
  isSignature(line) ||
  isOfForward(line) ||
  SIGNED.some((is) => is(line));

/** …，嗯就这些 */
const ENDS = /[，,。；;\s]((?:[嗯呃哦好了那]{0,6})就(?:这些|这么多|这样)(?:内容)?[了吧的]{0,3})[。.\s]{0,4}$/u;

/**
 * Paragraphs without what a mail or a chat puts around them: its head, who signs it, with office and numbers, and a word
 * for the bot on a line of its own. Lines of nothing else leave an empty text.
 */
export function withoutFurniture(typed: string): { text: string; left: readonly string[] } {
  const all = visibleText(typed).split("\n");
  const head = all.filter((line) => HEADER.test(line));
  const lines = all.filter((line) => !head.includes(line));
  const foot: string[] = [];
  while (lines.length > 0) {
    const last = lines.at(-1) ?? "";
    const above = lines.slice(0, -1).some((line) => line.trim() !== "");
    if (last.trim() !== "" && !SENT_FROM.test(last) && !RULE.test(last) && !(above && isFoot(last))) break;
    if (last.trim() !== "") foot.unshift(last.trim());
    lines.pop();
  }
  const text = lines.join("\n").trim();
  const tail = ENDS.exec(text)?.[1];
  const left = [...head.map((line) => line.trim()), ...(tail === undefined ? [] : [tail]), ...foot];
  return { text: tail === undefined ? text : text.replace(ENDS, "").trim(), left };
}

/** 提交, below the paragraphs */
const isFoot = (line: string): boolean =>
  isEnd(line) || isNoText(line) || OWN_WORDS.includes(readFormCommand(line)?.kind ?? "");
const OWN_WORDS: readonly string[] = ["submit", "leave", "skip", "back", "clear"];
