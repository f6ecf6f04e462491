import { readWhole } from "./numerals.ts";
import type { ScoreRules, ScoreSection } from "./score-rules.ts";
import { isWithin } from "./score-table.ts";
import { GIVES, NUMBER, REST_WORDS, SAID_POINTS } from "./score-words.ts";

const ITEM = `第${NUMBER}[项条个题]`;
const NESTED_ROW = `第?${NUMBER}(?:部分|大项|节)的?${ITEM}`;
const NAMED_ROW = `(?:第?${NUMBER}(?:部分|大项|节)的?第${NUMBER}[项条个题]|第?${NUMBER}\\s*(?:横?杠|之|[-－‐‑‒–—―−])\\s*第?${NUMBER})`;
const ROW = `(?:${NAMED_ROW}|${NESTED_ROW}|${ITEM})`;
/** 不对，三杠七应该是五分 */
const TAKEN_BACK = /^\s*(?:[嗯呃额哦啊哎]*(?:不对|不是|错了|等等)[，,。\s]*)+(?=第?[\d一二三四五六七八九十])/u;
/** 对了三之一不给分 */
const ASIDE =
  /^\s*(?:(?:对了|还有|哎|(?:刚才|刚刚|方才)(?:那[个条项]|说的|的)?|那个|这个|好的|好了|好|行|[嗯呃额哦啊])[，,。、\s]*)+(?=第?[\d一二三四五六七八九十]|其余|其他|剩)/u;
/** 后面二杠四满分, 哎呀第一部分的第四个…: words that only lead to the row; 后面第一条 counts from somewhere. */
const LEADS_TO_ROW = new RegExp(
  `^\\s*(?:(?:[后前下上]面|接下来|接着|然后|再(?:就是|来|说)?|还有|就是|其中[:：]?|哎[呀哟]?|唉|诶|那|[嗯呃额哦啊呀])[，,、\\s]*)+的?(?=${NAMED_ROW})`,
  "u",
);
/** 等下 3-5 4, 算了 2-1满 */
const HELD_UP = new RegExp(
  `^\\s*(?:(?:先?等(?:一下|下|会儿?|等)|稍等|慢着|且慢|算了|先别(?:定稿|提交|报)?|别急)[吧啊，,。、\\s]*)+(?=${ROW}|${REST_WORDS})`,
  "u",
);
/** 二之四不对不对是三之四三分: the row was said wrongly, and nothing of it. */
const OTHER_ROW = new RegExp(
  `^\\s*${ROW}[，,\\s]*[嗯呃额哦啊]*(?:(?:不对|不是|错了)[，,\\s]*)+(?:应该)?是?[，,\\s]*(?=${ROW})`,
  "u",
);
/** 两分不对还是三分: what is said last. In 一之三三分不对四分 the first number is the row's. */
const SELF_CORRECTED = new RegExp(
  `(?<row>(?<=[之杠])(?:十[一二三四五六七八九]?|[一二三四五六七八九]))?${SAID_POINTS}[，,\\s]*[哦啊哎嗯]?(?:不对|不是|错了|说错了)[，,\\s]*(?:还是|应该是|应为|改成|改为|是)?\\s*(?=${SAID_POINTS})`,
  "gu",
);
/** 大概四分, 五分吧, 就给四分: the words around the points say nothing. */
const ABOUT = new RegExp(`(?<!各)(?:大概|差不多|就|那就|先)(?:给|打|算)?(?=\\s*${SAID_POINTS}(?![之钟]))`, "gu");
const PARTICLE = new RegExp(
  `(?<=${SAID_POINTS})(?:[吧啊呀哦]|好了)(?=$|因为|[\\s,，。;；第其]|[一二三四五六七八九十]杠|\\d{1,2}-)`,
  "gu",
);
/** 1-2不得分 */
const NO_POINTS = new RegExp(`(?<=${ROW}\\s*)(?:不给分|不得分|没有?得?分)`, "gu");
/** …然后第二项三分, …还有三杠七四分 */
const LINKED = new RegExp(
  `[，,。\\s]*(?:再?然后|再(?:就是|来|有)|还有|接着|接下来|另外|那么?|嗯|呃|额|[哦啊哎诶](?=对了)|(?<![反面核校应针绝])对了)+[，,\\s]*(?=${ROW})`,
  "gu",
);
/** 第一部分嗯前三个… */
const HESITATES_BEHIND_PART = new RegExp(
  `(?<=第${NUMBER}(?:部分|大项|节)(?:的|里|那)?)(?:[嗯呃额呢嘛啊，,\\s]|那个)+(?=[前后第最])`,
  "gu",
);
/** 第一部分四四四五三，第二部分… */
const NEXT_VALUES = new RegExp(
  `(?<=[分\\d零〇一二三四五六七八九十两满])[，,。\\s]*(?=第${NUMBER}(?:部分|大项|节)(?!的?第|[小合总]))`,
  "gu",
);
/** …其余满分 behind the points of a row */
const REST_BEHIND = new RegExp(
  `(?<=\\S)[\\s，,。]*(?:(?<![在到楼幢栋房棚门墙])(?:[后下]面|后边|往后)的?[，,\\s]*)?(${REST_WORDS}(?:的|条目|各[项条])*(?:都|均|全部|全|各)*(?:给|打|为|是|得)*满分?)[吧了]?[。！!]?\\s*$`,
  "u",
);
const REST_AHEAD = new RegExp(
  `^(${REST_WORDS}(?:的|条目|各[项条])*(?:都|均|全部|全|各)*(?:给|打|为|是|得)*满分?)[\\s，,。]+(?:只有|就|但是?)?(?=${ROW})`,
  "u",
);
/** 三 4 0 3 3，四满: a part by its numeral alone. */
const PART_FULL = /(?<=\S)[\s，,。；;]+([一二三四五六七八九十]{1,2})(?:部分)?(?:都|全部?|均)*满分?(?=$|[\s，,。；;])/gu;
/** 除了1-2给三分外，其余满分 */
const EXCEPT = new RegExp(`^除[了去开]?(?=${ROW})(.*?)(?:以外|之外|外)?(?=[\\s，,；]*${REST_WORDS})`, "u");

/** 除了三杠二给零分其余满分理由满意度没排上: of the one row. */
const EXCEPT_WITH_REASON = new RegExp(
  `^除[了去开]?(${ROW}(?:(?!${ROW}|[之杠]).)*?)(?:以外|之外|外)?[，,；\\s]*(${REST_WORDS}(?:的|条目|各[项条])*(?:都|均|全部|全|各)*(?:给|打|为|是|得)*满分?)[，,\\s]*((?:理由|原因)\\S.*)$`,
  "su",
);

/** Writes out what people say around and between points, so that each row stands by itself. */
export function asSpoken(rules: ScoreRules, line: string): string {
  const said = line
    .replace(HELD_UP, "")
    .replace(ASIDE, "")
    .replace(LEADS_TO_ROW, "")
    .replace(TAKEN_BACK, "")
    .replace(OTHER_ROW, "")
    .replaceAll(SELF_CORRECTED, "$<row>")
    .replaceAll(ABOUT, "")
    .replaceAll(PARTICLE, "")
    .replaceAll(NO_POINTS, " 0分")
    .replaceAll(LINKED, "；")
    .replaceAll(HESITATES_BEHIND_PART, "")
    .replaceAll(NEXT_VALUES, "；")
    .replaceAll(PART_FULL, "；$1满分；")
    .replace(EXCEPT_WITH_REASON, "$1，$3；$2")
    .replace(EXCEPT, "$1")
    .replace(REST_AHEAD, "$1；")
    .replace(REST_BEHIND, "；$1");
  return withParts(withLastItem(rules, withSectionNames(rules, withPercents(rules, said))));
}

const LAST_ITEM = new RegExp(`[，,；;\\s]*最后(?:一|那)[个项条题](?=[也给打得是]*(?:${SAID_POINTS}|满分))`, "u");
const ONE_PART = new RegExp(`^\\s*第?(${NUMBER})(?:部分|大项|节)`, "u");

/** 第一部分前三个都满分第四个三分最后一个满分: the last row of the part at the head. */
function withLastItem({ sections }: ScoreRules, line: string): string {
  const part = ONE_PART.exec(line)?.[1];
  const rows = sections.find(({ id }) => part !== undefined && id === String(readWhole(part)))?.rows ?? [];
  const last = rows.at(-1)?.id;
  return last === undefined ? line : line.replace(LAST_ITEM, `；${last} `);
}

const PERCENT_ROW = /百分之([零一二三四五六七八九十百]+)([一二三四五六七八九])(?=之([一二三四五六七八九十]))/gu;

/** 百分之五三之三: the last figure before a row's number is the row's, where there is such a row. */
const withPercents = ({ sections }: ScoreRules, line: string): string =>
  line.replaceAll(PERCENT_ROW, (whole, percent: string, section: string, row: string) => {
    const id = `${readWhole(section)}-${readWhole(row)}`;
    return sections.some(({ rows }) => rows.some((one) => one.id === id)) ? `百分之${percent}；${section}` : whole;
  });

const SAYS_PART = "(?:部分|方面|这一?块|那一?块|板块)?的?";
const NAMED_PART = new RegExp(
  `(^|[\\s，,、；;。]|分)(\\p{Script=Han}{2,12}?)${SAYS_PART}(?=${ITEM}(?:[:：,，]?\\s*${GIVES}\\s*(?:\\d|[零〇一二三四五六七八九十两]+分|满分|[扣减])|[、，,和与及跟至到]第?${NUMBER}[项条个题])|[前后]${NUMBER}[项条个题][都均各全])`,
  "gu",
);

/** The one section whose name the words shorten: 业委会 for 业委会运行规范. */
export function sectionNamed({ sections }: ScoreRules, said: string): ScoreSection | undefined {
  const [only, second] =
    said.length < 2 ? [] : sections.filter(({ name }) => name !== undefined && isWithin(said, name));
  return second === undefined ? only : undefined;
}

/** 业委会第一项六分: the part by its name. */
const withSectionNames = (rules: ScoreRules, line: string): string =>
  line.replaceAll(NAMED_PART, (whole, before: string, name: string) => {
    const section = sectionNamed(rules, name);
    return section ? `${before}第${section.numeral}部分` : whole;
  });

const POINTS_BEHIND = `[:：,，]?\\s*${GIVES}\\s*(?:[-+]?\\d|[零〇一二三四五六七八九十两]+(?:分|$|[\\s,，。;；])|满分|[扣减])`;
const NEXT_PART = new RegExp(
  `(?<![第一二三四五六七八九十\\d])(?=第?${NUMBER}(?:部分|大项|节)的?第?${NUMBER}[项条个小])`,
  "u",
);
const BEGINS_PART = new RegExp(`^第?${NUMBER}(?:部分|大项|节)的?第?${NUMBER}[项条个]${POINTS_BEHIND}`, "u");
const NEXT_ITEM = new RegExp(`(?<!部分|大项|节|的)(?=${ITEM}${POINTS_BEHIND})`, "u");
const NESTED_PART = new RegExp(`^第?${NUMBER}(?:部分|大项|节)`, "u");

/** 第二部分第一项六分第二项三分: the part named before holds for the items behind it. */
const withParts = (line: string): string =>
  line
    .split(NEXT_PART)
    .map((piece, at) => {
      const part = NESTED_PART.exec(piece)?.[0];
      if (part === undefined) return piece;
      const [head = "", ...items] = piece.split(NEXT_ITEM);
      const begins = at > 0 && BEGINS_PART.test(piece) ? "；" : "";
      return begins + head + items.map((item) => `；${part}${item}`).join("");
    })
    .join("");

const LINK = "\\s*(?:[、，,和与及]|跟)\\s*";
const TO = "\\s*[至到~]\\s*";
const EACH = "(?=\\s*(?:各|都|均|全部?))";
const OF_PART = `(?:第?(?<part>${NUMBER})(?:部分|大项|节)的?)?`;
/** 第一项和第三项都四分, 第二部分第一至第三项各四分 */
const ITEM_LIST = new RegExp(
  `${OF_PART}(?<list>第${NUMBER}[项条个题]?(?:(?:${LINK}|${TO})第?${NUMBER}[项条个题])+)${EACH}`,
  "gu",
);
const ONE_ITEM = new RegExp(`第?(${NUMBER})[项条个题]?`, "gu");
/** 前三项都四分 */
const COUNTED = new RegExp(`${OF_PART}(?<end>[前后])(?<count>${NUMBER}|两)[项条个题]${EACH}`, "gu");

/** Items that share their points, as rows; undefined where it is not clear which they are. */
export function sharedItems(rules: ScoreRules, line: string): string | undefined {
  let isClear = true;
  const itemsOf = (part: string | undefined): readonly string[] =>
    (part === undefined
      ? rules.items
      : rules.sections.find(({ id }) => id === String(readWhole(part)))?.rows.map(({ id }) => id)) ?? [];
  const text = line
    .replaceAll(ITEM_LIST, (_, part: string | undefined, list: string) =>
      list
        .replaceAll(ONE_ITEM, (written, number: string) => {
          const row = itemsOf(part)[(readWhole(number) ?? 0) - 1];
          isClear &&= row !== undefined;
          return row ?? written;
        })
        .replaceAll("跟", "、"),
    )
    .replaceAll(COUNTED, (_, part: string | undefined, end: string, written: string) => {
      const [all, count] = [itemsOf(part), readWhole(written) ?? 0];
      const rows = end === "前" ? all.slice(0, count) : all.slice(-count);
      isClear &&= rows.length === count && count > 1;
      return rows.join("、");
    });
  return isClear ? text : undefined;
}

const VALUES = "(?:(?:\\d+(?:\\.\\d+)?|[零〇一二三四五六七八九十两]|满)分?半?[\\s,，、。/|;:：+]*)+";
/** 党建四四四五三, 第二部分是六分三分六分五分, 业委会四项分别是六三六五, 第一部分都满分 */
const PART_VALUES = new RegExp(
  `^(?:第?(?<part>${NUMBER})(?:部分|大项|节)|(?<name>\\p{Script=Han}{2,12}?)${SAYS_PART})的?[\\s:：,，]*(?:${NUMBER}[项条个])?(?:各?[项条]目?)?(?:分别|依次)?(?<shared>都|均|全部?|各)?(?:给|打|得|是|为)*了?[\\s:：,，]*(?<values>${VALUES})$`,
  "u",
);
const SEVERAL = /\d\D+\d|\d{2}|[零〇一二三四五六七八九十两].*[零〇一二三四五六七八九十两]|满/u;

/** Points of a whole part by its number or name, as 二 6 3 6 5; undefined if the line is none. */
export function partValues(rules: ScoreRules, line: string): string | undefined {
  const { part, name = "", shared, values = "" } = PART_VALUES.exec(line.trim())?.groups ?? {};
  const isNumbered = part !== undefined;
  const section = isNumbered
    ? rules.sections.find(({ id }) => id === String(readWhole(part)))
    : sectionNamed(rules, name);
  if (!section || (!isNumbered && shared === undefined && !SEVERAL.test(values))) return undefined;
  const [only = "", ...more] = values.split(/[\s,，、。/|;:：+分]+/u).filter((value) => value !== "");
  const all = shared !== undefined && more.length === 0 ? section.rows.map(() => only) : [only, ...more];
  return `${section.numeral} ${all.join(" ")}`;
}
