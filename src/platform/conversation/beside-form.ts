import { compactAnswer } from "./plain.ts";

const WHO =
  "[\\p{Script=Han}A-Za-z·]{1,10}(?:[-－_][\\p{Script=Han}]{1,6})?(?: \\p{Script=Han}{2,4})?(?:[(（][^()（）\\n]{1,12}[)）])?";
const DAY = "(?:(?:\\d{4}[-/.年])?\\d{1,2}[-/.月]\\d{1,2}[日号]?|昨天|今天|前天|(?:周|星期)[一二三四五六日天])";
const TIME = "(?:(?:上午|下午|中午|晚上|早上|凌晨)? ?\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?)";
const WHEN = `(?:${DAY}[ ，,]*)?${TIME}`;
/** 王主任（社区） 8/21 08:41 */
const SENDER = new RegExp(`^\\s*${WHO}[:：]?\\s+${WHEN}[:：]?\\s*$`, "u");
/** 张科 8/21 10:12：党支部书记… */
const SENT = new RegExp(`^[ \\t]*${WHO}[:：]?[ \\t]+${WHEN}(?:：[ \\t]*(?=\\S)|:[ \\t]*(?=[^\\s\\d]))`, "u");
/** 2023/8/27 16:20 王丽娜：数据截止日期改为… */
const SENT_AT = new RegExp(
  `^[ \\t]*${DAY}[ ，,\\t]+${TIME}[ \\t]+${WHO}(?:：[ \\t]*(?=\\S)|:[ \\t]*(?=[^\\s\\d]))`,
  "u",
);
const FORWARDED =
  /^[ \t]*(?:[【[［(（〔]语音(?:转文字|消息)?[】\]］)）〕]|[【[［(（〔](?:转发|转|微信转发|群消息)[】\]］)）〕]|(?:转发|转|fwd?|fw)\s*[:：])[ \t]*/iu;
/** [图片] */
const STICKER = /^\s*(?:\[\p{Script=Han}{1,4}\]\s*)+$/u;
/** ————— 2023-8-21 ————— */
const DATE_LINE = /^\s*[-—–_]{2,}\s*\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[\s\-—–_]*$/u;
/** - - - - - -, between a quotation and what is said to it */
const RULE = /^[\s\-—–_=─]{3,}$/u;

/** 柯桥物业群的聊天记录, [聊天记录] */
const CHAT_TITLE = /^\s*(?:\S{0,20}的聊天记录|[[【(（]聊天记录[\]】)）])\s*$/u;

/** Who wrote what is forwarded, and when; pictures and rules, which say nothing. */
export const isOfForward = (line: string): boolean =>
  [SENDER, STICKER, RULE, DATE_LINE, CHAT_TITLE].some(
    (pattern) => line.trim() !== "" && (pattern.test(line) || pattern.test(line.replace(FORWARDED, ""))),
  );

/** 发件人：…, 主题：…, and 日期：… with the time of day: the head of a mail */
const MAIL_HEAD =
  /^\s*(?:(?:发件人|收件人|抄送人?|密送|主题|发送时间|发送日期|from|to|cc|subject|sent)\s*[:：].*|(?:日期|时间|date)\s*[:：].*\d{1,2}[:：]\d{2}.*)$/iu;

/** Such a line is no row of a form. */
export const isMailHead = (line: string): boolean => MAIL_HEAD.test(line);

/** The text without 【转发】 and without the sender and the time at the beginning of lines. */
export const withoutSenders = (text: string): string =>
  text
    .split("\n")
    .map((line) => withoutSender(line))
    .join("\n");

/** The same at the beginning of the whole message. */
export const withoutSender = (text: string): string =>
  text.replace(FORWARDED, "").replace(SENT, "").replace(SENT_AT, "");

/** In characters. */
const LONGEST = 26;
const ASKS = /联系|再补|请|麻烦|烦|谢|辛苦|查收|如下|以上|上述|改成|更正|补充|参考|收到|转发|写错|填错/u;
const COURTESIES =
  /附件[\d一二三四]|逐[条项]|(?:打|评|得)分|自评|初评|如有(?:问题|疑问|不妥|遗漏)|请?(?:随时|及时)?(?:与|和|跟)?我?联系我?|不全|以上|上述|上面|以下|下面|如下|这样|[这那][几两]?|[一二两三四五六七八九十\d]+(?=[处条项个])|[处条项]|个(?!人)|[都均就]|内容|信息|情况(?!属实|说明)|资料|材料|表格?|申报表|请|烦请|麻烦|劳烦|帮忙|帮|协助|予以|及时|先|再|[您你们]|领导|老师|各位|一下|查[收阅]|审[阅核]|核对|录入|登记|填[报写入上]|更正|改正|修改|更新|改成|改为|改|补[充填报]|转发|发[给来]?|报[送来]?|上报|提交|知悉|供?参考|[多感]?谢{1,2}|辛苦|[了的好是为给过上来吧啊哈]|[按照]|根据|最新|完整|全部|我们?|收到|现|将|有误|之前|原来|写错|填错|错误?|[\s\p{P}]/gu;

/** 其余不变 */
const REST_STAYS = /^其[他它余](?:栏目|内容|各项|的|项)*(?:都|均)?(?:不变|照旧|同前|没问题|不改|不动|无误)$/u;

/** 改成这样：, 以上两处请更正，谢谢！: said to whoever reads it. */
export function isCourtesy(line: string): boolean {
  const said = compactAnswer(line);
  if (REST_STAYS.test(said)) return true;
  return said !== "" && [...said].length <= LONGEST && ASKS.test(said) && said.replaceAll(COURTESIES, "") === "";
}

const SIGNATURES = [
  /^\s*(?:——|—|--|－－|–)\s*\S.{0,24}$/u,
  /^\s*(?:填表|填报|制表|审核|复核|经办|联系|整理|报送|代拟|起草|校对|转发|录入|发送|落款)(?:人员?|单位|科室|部门|电话)?\s*[:：\t]\s*\S.{0,24}$/u,
  /^\s*(?:附\s*[:：]?\s*)?(?:联系|填表|填报|制表|经办|报送)人\s*[:：]?\s*\p{Script=Han}{2,4}[\s\u3000，,、（(]*[+\d][\d\s转\-－]{6,}[)）]?\s*$/u,
  /^\s*[（(][^()（）]{1,16}(?:代拟|代填|代报|代发|整理|转发|提供|录入)[)）]\s*$/u,
];

/** ——物业科整理, 填表人：钱某, （办公室代拟）: who it is from, below the last field. */
export const isSignature = (line: string): boolean => SIGNATURES.some((pattern) => pattern.test(line));

/** Who wrote it and when, far to the right below it. */
const AT_RIGHT = /^(?: {8,}|\u3000{4,}|[ \u3000]{10,})\S.{1,30}$/u;

/** Lines below a text that are none of it: what is left, and they. */
export function withoutFoot(text: string): { text: string; foot: readonly string[] } {
  const lines = text.trimEnd().split("\n");
  const foot: string[] = [];
  while (lines.length > 0) {
    const last = lines.at(-1) ?? "";
    const isFoot =
      last.trim() === "" || AT_RIGHT.test(last) || isCourtesy(last) || isSignature(last) || isOfForward(last);
    if (!isFoot) break;
    if (last.trim() !== "") foot.unshift(last.trim());
    lines.pop();
  }
  return { text: lines.join("\n"), foot };
}

/** …，请改。, …，之前写错了: said behind a value. */
const BEHIND =
  /(?<=\S)(?:[\s，,。;；、!！]+(?:请(?:帮忙|及时|予以|您)*(?:更正|改正|修改|更改|调整|改)(?:一下|过来|下)?|(?:之前|原来|前面|上次|刚才)的?(?:[写填报打说]错|有误|错)了?|[多感]?谢谢?[您你]?了?|辛苦[您你]?了?|麻烦[您你]?了?)|外?[，,。\s]*(?:其[他它余])(?:栏目|内容|各项|的|项)*(?:都|均)?(?:不变|照旧|同前|没问题|不改|不动|无误))+[！!。.\s]*$/u;

export const withoutCourtesy = (text: string): string => text.replace(BEHIND, "");
