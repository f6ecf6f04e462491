import { cleanParagraphs } from "./plain.ts";

/** What within a free text takes back what was said before it: 王建军不对王建华, …哦不是是…, 更正：…. */
export interface Correction {
  /** The words around the turn, as they were said. */
  said: string;
  /** The text as it is meant; left out where the words do not say how far they reach. */
  cleaned?: string;
}

const DIGIT = "[\\d〇零一二两三四五六七八九十幺]";
const FILLER = "[嗯呃额哦噢啊哎诶唉]";
/** What leads to what is meant. */
const MEANT = "(?:[应还]该?是(?!否|非|不是)|应为|更正为|改为|改成|重新|是(?!因|由|否|非|不是))";

/** 哦不对, 嗯不是是, 啊错了, 哎还是: nobody writes these into a paper. */
const SPOKEN = `${FILLER}{1,4}[，,、。\\s]{0,4}(?:(?:等等|等一?下)(?=[，,\\s]*(?:应该)?是)|不对(?!外|内|称|等|接)(?:[，,\\s]{0,4}不对)*|错了|(?:说|写|打|讲|记|念|搞)错了|还是(?=.{1,16}吧[。.\\s]*$))|(?<![啊哎])[嗯呃额哦噢唉诶][，,、\\s]{0,4}不是(?!不|没)(?:[，,\\s]{0,4}不是)*|[哦噢]不(?=\\s*(?:${DIGIT}|是${DIGIT}))`;
/** 说错了, 写错了应该是, 不对不对 */
const SAID_WRONG = `(?:我)?(?:说|讲|念)错了|(?:写|打|记|填|报|搞)错了?[，,\\s]*(?=${MEANT})|不对[，,\\s]*不对`;
/** 算了写领导出差吧, 算了还是… */
const GIVEN_UP = "算了[，,\\s]*(?:还是|就)?(?:写|填|报|说|改成|改为|用)(?!作)|算了[，,\\s]*还是";
const SURE = new RegExp(`${SPOKEN}|${SAID_WRONG}|${GIVEN_UP}`, "gu");
/** 八号不对十号: so it is only where what stands behind takes the place of what stands before. */
const PERHAPS =
  /(?<![是会能从对核面反])不对(?!外|内|称|等|口|付|劲|接|比)|错了(?=[，,\s]*(?:应|是|\p{N}|[一二两三四五六七八九十]))/gu;
/** 更正：上文「党员47名」应为「党员51名」。: a line or sentence for it. */
const NOTICE = /(?:^|[\n。；;，,\s])(?:特此|特作|现)?更正(?:一下|如下|说明)?\s*[:：](?<notice>[^\n]*)/u;
const QUOTED =
  /^[^「“"『]{0,20}[「“"『](?<wrong>[^」”"』]{1,40})[」”"』][^「“"『]{0,6}(?:应为|应是|应该是|改为|改成|更正为|系)\s*[「“"『](?<right>[^」”"』]{1,40})[」”"』][\s。.]*$/u;

const LEADS = new RegExp(
  `^(?:[，,、。:：\\s]|不对|${FILLER}|那个|${MEANT}|还是|写成|写|填|就是|就(?!是)|说(?=\\p{Script=Han}{3}))+`,
  "u",
);
const ADDS = /^(?:还有|另外还?|再加上?|也有|以及)/u;
/** 十月八号, 10月8日, 10.8 */
const DATE = `(?:${DIGIT}{2,4}年)?${DIGIT}{1,3}月(?:份)?${DIGIT}{1,3}[日号]?|\\d{1,2}[./-]\\d{1,2}`;
const DAY = `${DIGIT}{1,3}[日号]`;
/** 六十八万, 百分之九十五点六, 13757500011 */
const AMOUNT = `(?:百分之)?(?:${DIGIT}|[点百千万亿.])+[%％]?`;
const SHAPES = [DATE, DAY, AMOUNT].map((shape) => ({
  head: new RegExp(`^(?:${shape})`, "u"),
  tail: new RegExp(`(?:${shape})(?<unit>[^\\s，,。；;\\d]{0,2})$`, "u"),
}));
const PERCENT = "百分之";
const CLAUSE = /[^，,。；;:：！!\n\s]*$/u;
const ENDS = /(?:吧|呗|啊)?[，,、\s]{0,6}$/u;
/** In characters: no clause that is taken back is longer. */
const LONGEST_CLAUSE = 120;
const NOTHING = /[嗯呃额哦噢啊哎诶唉，,、。\s]/gu;
const DENIES = /[不未没无非]$/u;
const FARTHEST = 24;
const AROUND = 14;
const MOST_TURNS = 3;

const clauseAt = (text: string): string => CLAUSE.exec(text.slice(-LONGEST_CLAUSE))?.[0] ?? "";
const withoutEnd = (text: string): string => text.slice(0, -FARTHEST) + text.slice(-FARTHEST).replace(ENDS, "");

interface Turn {
  from: number;
  to: number;
  isSure: boolean;
}

function turnsIn(text: string): readonly Turn[] {
  const found = (pattern: RegExp, isSure: boolean): Turn[] =>
    [...text.matchAll(pattern)].map(({ 0: words, index }) => ({ from: index, to: index + words.length, isSure }));
  const sure = found(SURE, true);
  const perhaps = found(PERHAPS, false).filter(({ from }) => sure.every((one) => from < one.from || from >= one.to));
  return [...sure, ...perhaps].toSorted((a, b) => a.from - b.from);
}

/**
 * The first turn within a text of which part is taken back; undefined where it may all be meant: 不对外开放, 账目不对.
 */
export function correctionIn(typed: string): Correction | undefined {
  const text = cleanParagraphs(typed);
  const notice = noticeIn(text);
  if (notice) return notice;
  for (const turn of turnsIn(text)) {
    const before = text.slice(0, turn.from);
    const behind = text.slice(turn.to);
    const own = clauseAt(withoutEnd(before));
    // 哦不对是国庆放假: of what was said before.
    if (turn.isSure && before.replaceAll(NOTHING, "") === "") return ofBefore(text, behind);
    const isEdge = behind.replace(LEADS, "").trim() === "";
    const replaced = isEdge ? undefined : replacedIn(before, behind, turn.isSure);
    if (!turn.isSure && (replaced === undefined || own === "")) continue;
    const said = `${endOf(before)}${text.slice(turn.from, turn.to)}${behind.slice(0, AROUND)}`
      .split("\n")
      .join(" ")
      .trim();
    const cleaned = replaced === undefined ? undefined : wholly(replaced);
    return { said, ...(cleaned === undefined ? {} : { cleaned }) };
  }
  return undefined;
}

/** The last signs; none of a word that stands apart and would be cut: 东升花园 街道不同意. */
function endOf(before: string): string {
  const end = before.slice(-AROUND);
  const isCut = before.length > AROUND && /\S/u.test(before.at(-AROUND - 1) ?? "");
  const rest = isCut ? end.replace(/^\S{1,6}[\s，,。；;]+/u, "") : end;
  return rest.trim() === "" ? end : rest;
}

function ofBefore(said: string, behind: string): Correction | undefined {
  const cleaned = wholly(behind.replace(LEADS, ""))?.trim() ?? "";
  return cleaned === "" ? undefined : { said: said.slice(0, AROUND * 2), cleaned };
}

/** Without further turns; undefined if one of them does not say what is meant. */
function wholly(text: string): string | undefined {
  let cleaned = text;
  for (let turns = 0; turns < MOST_TURNS; turns += 1) {
    const more = correctionIn(cleaned);
    if (!more) return cleaned;
    if (more.cleaned === undefined) return undefined;
    cleaned = more.cleaned;
  }
  return undefined;
}

function noticeIn(text: string): Correction | undefined {
  const found = NOTICE.exec(text);
  if (!found) return undefined;
  const notice = found.groups?.notice ?? "";
  const said = `更正：${notice.trim()}`.slice(0, AROUND * 2);
  const { wrong = "", right = "" } = QUOTED.exec(notice)?.groups ?? {};
  const rest = text.slice(0, found.index) + text.slice(found.index + found[0].length);
  if (wrong === "" || rest.split(wrong).length !== 2) return { said };
  return { said, cleaned: rest.replace(wrong, () => right).trim() };
}

/** What is said behind the turn, in the place of what it takes back. */
function replacedIn(before: string, behind: string, isSure: boolean): string | undefined {
  const lead = LEADS.exec(behind)?.[0] ?? "";
  const meant = behind.slice(lead.length);
  const said = withoutEnd(before);
  if (ADDS.test(meant)) return isSure ? `${said}，${meant}` : undefined;
  return byShape(said, meant) ?? byHead(said, meant) ?? (isSure ? byClause(said, meant) : undefined);
}

/** 十月八号 … 十月十号: a day for a day, an amount for an amount. */
function byShape(said: string, meant: string): string | undefined {
  for (const { head, tail } of SHAPES) {
    const figure = head.exec(meant)?.[0];
    const wrong = tail.exec(said.slice(-FARTHEST));
    if (figure === undefined || !wrong) continue;
    const unit = wrong.groups?.unit ?? "";
    const isUnit = unit === "" || meant.slice(figure.length).startsWith(unit);
    if (!isUnit) continue;
    // 百分之三十五 … 三十八
    const percent = wrong[0].startsWith(PERCENT) && !meant.startsWith(PERCENT) ? PERCENT : "";
    return said.slice(0, said.length - wrong[0].length) + percent + meant;
  }
  return undefined;
}

/** 王建军 … 王建华, 电梯维保没来 … 电梯公司不肯签: what begins alike. */
function byHead(said: string, meant: string): string | undefined {
  const [, word = ""] = /^(\p{Script=Han}+)/u.exec(meant) ?? [];
  const clause = clauseAt(said);
  for (const length of [3, 2, 1]) {
    const head = word.slice(0, length);
    const found = head.length < length ? -1 : clause.lastIndexOf(head);
    // 不同意 … 同意: what denies it goes with it.
    const at = found > 0 && DENIES.test(clause.slice(0, found)) ? found - 1 : found;
    const left = clause.length - at;
    if (at < 0 || left > FARTHEST) continue;
    const isName = word.length <= 4 && left === word.length && at === clause.length - left;
    if (length === 1 && !(isName && left > 1)) continue;
    return withoutEmptyLead(said.slice(0, said.length - left)) + meant;
  }
  return undefined;
}

/** 领导出差耽误了 … 国庆放假耽误了: what ends alike, or says no less. */
function byClause(said: string, meant: string): string | undefined {
  const clause = clauseAt(said);
  const plain = meant.replace(/[吧呗啊。.\s]+$/u, "");
  const [first = ""] = plain.split(/[，,。；;\n]/u);
  const endsAlike = [...clause].slice(-2).join("") === [...first].slice(-2).join("");
  const isAlike = endsAlike || (clause.at(-1) === first.at(-1) && [...first].length * 2 >= [...clause].length);
  if ([...first].length < 4 || (!isAlike && [...first].length < [...clause].length)) return undefined;
  return withoutEmptyLead(said.slice(0, said.length - clause.length)) + plain;
}

/** 嗯就是那个 before what is left says nothing. */
const withoutEmptyLead = (text: string): string =>
  text.slice(0, -FARTHEST) +
  text.slice(-FARTHEST).replace(/(?<=^|[\s，,。；;:：])(?:[嗯呃额哦啊]+|就是|那个|这个|[，,\s]+(?=[嗯呃]))+$/u, "");
