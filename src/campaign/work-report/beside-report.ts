import { talkIn } from "../../platform/conversation/answers/talk.ts";

const MOST = 30;
const LEAD = "(?:[嗯呃额哦啊哎唉那好行，,\\s]|好[的了]|可以)*";
const WAITS = new RegExp(
  `^${LEAD}(?:我们?)?(?:再|先|请)?(?:等一?下|等一等|等等|稍等|等会儿?|马上|还?在找|找一?下|我?想想|让我|还没写|领导还没|还要改)`,
  "u",
);
const DONE = new RegExp(
  `^${LEAD}(?:(?:报告)?(?:就|只有)(?:是)?(?:这些|这么多|到这|这样)|(?:发|说|写|传|讲)(?:完|好)了|完了|结束了?|没有了|没了|以上|全部?在这里?了?|齐了)[了吧啊呀。.!！，,\\s]*$`,
  "u",
);
const ON_WAY =
  /(?:领导|书记|主任|局长|科长)还没(?:看|定|审|批|签)|(?:先别|别|先不|暂不|不要)(?:急着)?报|(?:稿子|材料|报告)(?:还)?(?:在找|没写好|没写完|在写)/u;

/** What is said about the report and is no part of it: 嗯等一下我在找稿子, 好了就这些. */
export function isBeside(text: string): boolean {
  if (talkIn(text)) return true;
  const said = text.trim();
  return [...said].length <= MOST && [WAITS, DONE, ON_WAY].some((pattern) => pattern.test(said));
}

const FIELD = /^\s*[^\s:：，。；]{2,12}\s*[:：\t]\s*\S/u;
const ROW = /^\s*\d{1,2}\s*[-－‐‑–—杠]\s*\d{1,2}[\s:：\t]+(?:\d|满分|[^\n]*\t\s*\d)/u;
const SPOKEN_ROW =
  /^\s*(?:第[一二三四五六七八九十\d]{1,3}[项条]|[一二三四五六七八九十]杠[一二三四五六七八九十]+)\S{0,6}分/u;
const FORM = /^\s*(?:小区名称|申报单位|小区地址|党支部名称|申报材料)\s*[:：\t]/mu;

/** A form, or points, pasted while the report is awaited: it goes its own way. */
export function isOtherPaper(text: string): boolean {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const rows = lines.filter((line) => ROW.test(line) || SPOKEN_ROW.test(line)).length;
  if (rows > 0 && rows * 2 >= lines.length) return true;
  const fields = lines.filter((line) => FIELD.test(line)).length;
  return FORM.test(text) && fields >= 2 && fields * 2 >= lines.length;
}
