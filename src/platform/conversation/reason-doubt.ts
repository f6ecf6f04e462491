import { cleanLine } from "./plain.ts";
import { SAID_POINTS } from "./score-words.ts";

/** A row of a table, or a heading, by its number: 2.党员占比超过50%。 3 3 5人/7人, ②…, 四、部门协同 …. */
const IS_ROW =
  /(?<=^|[；;\n\t ])(?:\d{1,2}\s*[.．、]|[①-⑳]|[一二三四五六七八九十]、)\s*(?!\d)\p{Script=Han}[^；;\n]*?[\s\u3000]+\d{1,2}(?:\.\d)?(?=$|[\s\u3000；;\n])/u;
/** …然后就定稿吧: an order behind it. */
const ORDERS =
  /[，,。\s]*(?:那|然后|接着|再|好了)+(?:就|可以|先)*(?:确认)?(?:定稿|提交|保存|报送|上报|下一[条个])(?:一下)?[了吧的啊]*$|[，,。\s]*(?:确认定稿|提?交定稿)[了吧的啊]*$/u;
/** 绿化秃 提交, 绿化秃，先报: an order that stands apart. */
const ORDERS_APART =
  /[，,。；;\s]+(?:先|就|那|算了|可以|[，,\s])*(?:提?交(?:上去)?(?:定稿)?|报(?:送|上去)|上报|定稿|先报|报了)[了吧的啊。]*$/u;
const SENDS =
  "(?:确认)?(?:提?交(?:上去|上)?|报(?:送|上去?|了)?|上报|定稿|登记|记(?:录|上|下来?)?|保存|存(?:上|下来)?|发(?:送|出去?|了)?|退回?|撤下)";
/** 材料补拍较晚，提交吧, …，先登记, …，就这么报: a clause of nothing but an order. */
const ORDERS_CLAUSE = new RegExp(
  `[，,。；;\\s]+(?:(?:先|就|那|请|再|直接|赶紧|好了|可以|你们?|您|帮我|麻烦|算了|不管了|这样|这么|[，,\\s])+${SENDS}(?:一下|掉)?|${SENDS}(?:一下|掉)?(?=吧))[了吧啊的。！!]*$`,
  "u",
);
/** 材料补拍较晚提交吧: no reason ends so. */
const ORDERS_RUN_ON =
  /(?<=\p{Script=Han}{4})(?:(?:那|就|先)+)?(?:提交|上报|报送|报上去|登记|定稿|保存)(?:上去|一下)?吧[了啊。！!]*$/u;
/** 来不及了，算了; 结算了 is none. */
const GIVES_UP =
  /(?:[，,。；;\s]+(?:那?就|先)?|(?<=\p{Script=Han}{4})(?<![结计核预决清测概估验折换盘合推打]))(?:算了|不管了)[吧啊。！!]*$/u;
/** …嗯就这些 */
const CLOSES =
  /[，,。\s]*(?:(?:[嗯呃额那]|(?<=[嗯呃额那，,。\s]|^)好)+[，,\s]*(?:就)?(?:先)?(?:这些|这样|这么多|完了|没了)|(?:就)?先(?:就)?这样)[了吧的啊]*$/u;
/** 你懂的: no reason, whatever is said behind it. */
const SAYS_NOTHING = /^(?:[你您]懂的|[你您]知道的|懂的都懂)/u;
/** 没有活动室不对有活动室三分, 我觉得太高了改四分: other points at the end. */
const OTHER_POINTS = new RegExp(
  `(?:不对|错了|太[高低多少]|[改还]|应该|重新).{0,16}?(?<points>${SAID_POINTS}|满分)[吧了啊]*$`,
  "u",
);
/** 就是…, 原因是…, 嗯因为…: said before a reason, and none of it. */
const LEAD =
  /^(?:[嗯呃额哦]+[,，\s]*)?(?:(?:就是|原因是|理由是|是?因为)[:：,，\s]*|(?<=[嗯呃额哦][,，\s]*))(?=\p{Script=Han}{2}|\d)/u;
/** What may stand behind a reason. */
const BEHIND = [ORDERS, ORDERS_APART, ORDERS_CLAUSE, ORDERS_RUN_ON, GIVES_UP, CLOSES] as const;

/** Words that stand where a reason does. `said`: what is none of it; `before`: what is. */
export type ReasonDoubt =
  | { kind: "beside"; said: string; before: string }
  | { kind: "points"; points: string }
  | undefined;

/** What of a reason is none: rows of a table, an order, other points. */
export function doubtOfReason(reason: string): ReasonDoubt {
  const row = IS_ROW.exec(reason);
  if (row) return { kind: "beside", said: reason.slice(row.index), before: cut(reason, row.index) };
  if (SAYS_NOTHING.test(reason)) return { kind: "beside", said: reason, before: "" };
  const behind = BEHIND.map((sign) => sign.exec(reason)).find((found) => found !== null);
  if (behind) return { kind: "beside", said: cleanLine(behind[0]), before: cut(reason, behind.index) };
  const points = OTHER_POINTS.exec(reason)?.groups?.points;
  return points === undefined ? undefined : { kind: "points", points };
}

const cut = (reason: string, at: number): string =>
  cleanLine(reason.slice(0, at)).replace(/(?:[；;，,\s]|[一二三四五六七八九十]、[^；;，,\s]*)+$/u, "");

/** The reason without what only leads to it. */
export const withoutLead = (reason: string): string => reason.replace(LEAD, "");
