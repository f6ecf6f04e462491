import { type Form, optionsOf, type Question } from "./field.ts";
import { type LabelName, labelNames, MIN_PART, phoneNames, phoneOf } from "./label-names.ts";
import { readWhole } from "./numerals.ts";
import { openingIn, TOLD_BY_PARTICLE } from "./spoken.ts";

/** A label in a text: from its first sign to the answer. */
export interface Mark {
  question: Question;
  from: number;
  to: number;
  /** Nothing but the label says that it is one. */
  bare?: "long" | "short";
  /** A whole label with a colon, or in a cell, at the beginning of a line or cell. */
  isRow: boolean;
  /** The answer stands in the next cell. */
  isCell: boolean;
  /** The label has begun a line or cell before: on a cover, or on another form. */
  isAgain?: true;
}

/** Where a label may begin: a line, a cell, after ； or, with a colon behind it, after a comma or a blank. */
const BREAK = /[\n\t；;]/u;
const SENTENCE = /[。；;！!\n\t]/u;
const PAUSE = /[，,。、（(\s]/u;
const NUMBERING =
  /^[ \u3000]*(?:[（(]?\d{1,2}[)）.、．]\s*|[①-⑳⑴-⒇]\s*|[（(][一二三四五六七八九十]{1,3}[)）]\s*|[一二三四五六七八九十]{1,3}、\s*)?/u;
const SIGN = /^\s*[:：=＝]\s*/u;
const CELL = /^[ \u3000]*\t[ \u3000]*/u;
/** （盖章）, （内容不超过800字，可另附页） */
const REMARK = /^[ \u3000]*[（(][^（()）\n\t]{1,24}[)）](?=\s*[:：]|[ \u3000]*\t)/u;
/** 负责人及电话 */
const AND_PHONE =
  /^[ \u3000]*(?:及|和|与|、|\/|／)[ \u3000]*其?(?:联系)?(?:电话|手机|方式)(?:号码?)?(?=\s*[:：]|[ \u3000\t])/u;
const ALONE = /^[ \u3000]*(?=\n|$)/u;
const VERB =
  /^\s*(?:呢|嘛)?[\s,，]*(?:(?:[写填打说弄]?错了?|不对|有误)[\s,，]*(?=改为|改成|更正为|应|是))?(?:(?:\d{1,2}月份?)?(?:现?已|现|刚)?(?:更名|改名|变更|调整)为|改为|改成|改回|改(?=[\p{Script=Han}\d无:：\s])(?!造|建|善|革|良|扩|水|电|气|编|制|名|称|选|组|签|变|进|期|动|一?下|了)|换成|换为|换作|更正为|应该是|应为|就是|还是|是|为(?!民)|叫做?|(?=姓\p{Script=Han}|就?[用按照填].{0,4}建议|[跟和同与][^，,。]{2,12}(?:一样|相同|一致)))\s*[:：]?\s*(?:那个(?!小区|项目)[,，\s]*|[嗯呃额唔]+[,，\s]*)*/u;
/** 街道嘛店口镇 */
const TOLD = new RegExp(`^${TOLD_BY_PARTICLE}(?=[\\p{Script=Han}\\d])`, "u");
const PLACED = /^\s*(?:呢|嘛)?\s*在\s*/u;
const WORD = /^(?=[\p{Script=Han}\d])/u;
const BLANK = /^[ \u3000]+/u;
/** …社区入住率八十八点三, without a pause before it */
const RATE = /^(?=百分之|[\d零一二三四五六七八九十百]+(?:[.点]|[%％成]|$|[\s，,。；;]))/u;
/** 电话13812345678 */
const NUMBER = /^\s*(?=同上|同前|[\d+（(〇零○一二三四五六七八九幺])/u;

/**
 * The labels of a text in their order. Labels with nothing behind them count among others, short ones among two.
 * @param open whose number 电话 is before any other person is named
 */
export function labelsIn(form: Form, text: string, open: Question | undefined): readonly Mark[] {
  const names = labelNames(form);
  const option = names.some(({ name, part }) => part === undefined && text.startsWith(name)) ? 0 : chosen(text, open);
  const isBreath = (open?.kind === "text" || option > 0) && !/[\n\t：:]/u.test(text.trim());
  const isForm = rowsIn(names, text) >= FEWEST_ROWS;
  const marks: Mark[] = [];
  for (let at = option; at < text.length; at++) {
    const before = at === 0 ? "\n" : (text[at - 1] ?? "");
    const last = marks.at(-1);
    const place: Place = {
      at,
      isLine: BREAK.test(before),
      isPause: BREAK.test(before) || PAUSE.test(before),
      isInLongText: last?.question.kind === "longText" && at >= last.to,
      isSentence: SENTENCE.test(before),
      isForm,
      isFirst: last === undefined,
      isOfLines: text.trim().includes("\n"),
    };
    // Who speaks makes no pause: 小区名称是锦绣花园地址是越王路1号.
    const isSpoken = at >= (last?.to ?? 0) + MIN_SAID && (last !== undefined || isBreath);
    if (!place.isPause && !isSpoken) continue;
    if (place.isInLongText && goesOnCounting(text.slice(last?.to ?? 0, at), text.slice(at))) continue;
    if (last && isTitle(last, text.slice(last.to, at), text.slice(at))) continue;
    const mark = markAt({ form, names: [...phoneNames(form, last?.question ?? open), ...names] }, text, place);
    if (!mark || isOption(last, mark, text.slice(at, mark.to))) continue;
    if (marks.some(({ question }) => question === mark.question)) {
      if (!mark.isRow) continue;
      marks.push({ ...mark, isAgain: true });
    } else marks.push(mark);
    at = mark.to - 1;
  }
  return counting(marks, open);
}

/** 三、备注：… behind 二、… of the same text: a paragraph of it. */
function goesOnCounting(before: string, rest: string): boolean {
  const [, numeral = ""] = /^[ \u3000]*([一二三四五六七八九十]{1,3})、/u.exec(rest) ?? [];
  const number = readWhole(numeral);
  const last = [...before.matchAll(/^[ \u3000]*([一二三四五六七八九十]{1,3})、/gmu)].at(-1)?.[1];
  return number !== undefined && last !== undefined && readWhole(last) === number - 1;
}

const FEWEST_ROWS = 2;

/** How many lines are whole labels with their answers. */
const rowsIn = (names: readonly LabelName[], text: string): number => {
  const whole = names.filter(({ part }) => part === undefined);
  return text
    .split("\n")
    .map((line) => line.replace(NUMBERING, ""))
    .filter((line) => whole.some(({ name }) => line.startsWith(name) && /^[:：\t]/u.test(line.slice(name.length))))
    .length;
};

/** 物业服务企业审批单位是…: how far the option reaches that answers the open question. */
function chosen(text: string, open: Question | undefined): number {
  const option = open && optionsOf(open).find(({ text: one }) => one.length >= MIN_OPTION && text.startsWith(one));
  const after = option ? text.slice(option.text.length) : "";
  return option && after !== "" && !VERB.test(after) && !/^[\s:：名]/u.test(after) ? option.text.length : 0;
}
/** In characters: shorter ones are names of fields as well. */
const MIN_OPTION = 4;

/** 街道（乡镇） is a label, and an option of the one before it. */
const isOption = (last: Mark | undefined, { isRow }: Mark, words: string): boolean =>
  last !== undefined &&
  optionsOf(last.question).some(({ text }) => text === words.trim() || (!isRow && text.startsWith(words.trim())));

/** In characters. */
const MIN_SAID = 2;

/** 主任电话 behind 欧阳: the title belongs to the name. */
const isTitle = ({ question }: Mark, name: string, rest: string): boolean =>
  name.length <= MIN_SAID &&
  !BREAK.test(name) &&
  /^(?:主任|书记)/u.test(rest) &&
  /(?:主任|书记)$/u.test(question.label);

function counting(marks: readonly Mark[], open: Question | undefined): readonly Mark[] {
  const long = marks.filter(({ bare }) => bare !== "short");
  const isOwn = long.length === 1 && marks[0]?.bare === "short" && marks[0].question === open;
  const kept = long.length > 1 || isOwn ? marks : long;
  return kept.length > 1 ? kept : kept.filter(({ bare }) => bare === undefined);
}

/** The label with which a text begins. With nothing behind it a part of one says too little: 社区居委会. */
export function labelAt(form: Form, text: string): { question: Question; rest: string } | undefined {
  const mark = markAt({ form, names: labelNames(form) }, text, {
    at: 0,
    isLine: true,
    isPause: true,
    isInLongText: false,
    isSentence: true,
    isForm: false,
    isFirst: true,
    isOfLines: false,
  });
  const isLabel =
    mark &&
    (mark.bare === undefined || /地址$|电话$/u.test(text.slice(0, mark.to)) || text.startsWith(mark.question.label));
  return isLabel ? { question: mark.question, rest: text.slice(mark.to).trim() } : undefined;
}

interface Names {
  form: Form;
  names: readonly LabelName[];
}

interface Place {
  at: number;
  isLine: boolean;
  isPause: boolean;
  /** Only a whole label at the beginning of a line ends a text of paragraphs. */
  isInLongText: boolean;
  /** A sentence ends before it. */
  isSentence: boolean;
  /** Rows of the form stand around it. */
  isForm: boolean;
  /** No label stands before it. */
  isFirst: boolean;
  /** The text has more lines than one. */
  isOfLines: boolean;
}

function markAt({ form, names }: Names, text: string, place: Place): Mark | undefined {
  const { at, isLine } = place;
  const numbered = isLine ? (NUMBERING.exec(text.slice(at))?.[0].length ?? 0) : 0;
  const opening = numbered + openingIn(text.slice(at + numbered));
  const rest = text.slice(at + opening);
  for (const named of names) {
    if (rest[0] !== named.name[0]) continue;
    const length = lengthOf(rest, named.name, place);
    if (length === undefined || (!place.isPause && !mayBeWithin(named, place))) continue;
    const phone = phoneOf(form, named.question) ? (AND_PHONE.exec(rest.slice(length))?.[0].length ?? 0) : 0;
    const remark = phone + (isLine ? (REMARK.exec(rest.slice(length + phone))?.[0].length ?? 0) : 0);
    const behind = behindLabel(rest.slice(length + remark), named, place);
    if (!behind) continue;
    const { length: reach, ...kind } = behind;
    return { question: named.question, from: at, to: at + opening + length + remark + reach, ...kind };
  }
  return undefined;
}

/** 党支部 within 塔山社区党支部是… is a part of the name. */
const mayBeWithin = ({ name, part }: LabelName, { isFirst }: Place): boolean =>
  part !== "start" && !(isFirst && BEFORE_NAMES.test(name));
const BEFORE_NAMES = /^(?:小区|党支部)$/u;

/** 街道柯岩街道: the answer has the label at its end; so it must where 街道 is a part of names. */
const isRepeated = (name: string, after: string): boolean =>
  new RegExp(`^(?:是|叫)?[^\\s和与及跟办是]{1,5}${name}`, "u").test(after);
const IN_NAMES = /^(?:街道|社区|乡镇)$/u;

const ENDS_NAMES = /^(?:物业|物业公司|业委会|党?支部)$/u;
const TAKEN_BACK = /^[嗯哦啊，,\s]*(?:不对|不是|错了|[说写填打]错)/u;

/** …业主满意度高。备注略 */
export const LEFT_OUT = /^[ \u3000]*(?:略|无|没有|暂无|不填|不写|空着?)[。.\s]*$/u;

/** 业委会主任电话更正为… below a text: that field's. */
const CHANGED = /^\s*(?:应?(?:改为|改成|更正为|变更为)|应为|应该是)\s*[:：]?\s*(?=\S)/u;

type Behind = Pick<Mark, "bare" | "isRow" | "isCell"> & { length: number };

/** What makes the words before it a label; undefined if nothing does. */
function behindLabel(after: string, named: LabelName, place: Place): Behind | undefined {
  if (named.isOption && place.isInLongText && !place.isForm) return undefined;
  const isRow = place.isLine && isCalled(named);
  const sign = SIGN.exec(after);
  // 副主任：张三 is no 主任.
  const mayBeSigned = place.isInLongText
    ? isRow || (place.isSentence && named.part === undefined)
    : isRow || place.isPause || isCalled(named);
  if (sign) return mayBeSigned ? { length: sign[0].length, isRow, isCell: false } : undefined;
  // 类型 in a cell of its own, before the cell of the answer.
  const cell = isRow || (place.isLine && named.part === "end" && !place.isInLongText) ? CELL.exec(after) : null;
  if (cell) return { length: cell[0].length, isRow: true, isCell: true };
  if (place.isSentence && named.part === undefined && LEFT_OUT.test(after))
    return { length: 0, isRow: false, isCell: false };
  if (isRow && ALONE.test(after)) return { length: 0, isRow: false, isCell: false, bare: "long" };
  const change = place.isInLongText && place.isSentence && named.part === undefined ? CHANGED.exec(after) : null;
  if (change) return { length: change[0].length, isRow: true, isCell: false };
  if (place.isInLongText) return undefined;
  const length = saidBehind(after, named, place);
  if (length !== undefined) return { length, isRow: false, isCell: false };
  const isLong = named.part === undefined || named.name.length > MIN_PART || !place.isPause;
  const bare = isLong ? "long" : "short";
  return isBare(after, named, place) ? { length: 0, isRow: false, isCell: false, bare } : undefined;
}

/** A whole label or another word for it. */
const isCalled = ({ part }: LabelName): boolean => part === undefined || part === "also";

/** How far the words reach that say the name. Word spaces labels out: 小 区 名 称; within a line a colon follows. */
function lengthOf(rest: string, name: string, { isLine, isPause }: Place): number | undefined {
  if (rest.startsWith(name)) return name.length;
  if (!isPause) return undefined;
  let at = 0;
  for (const sign of name) {
    while (at > 0 && /[ \u3000]/u.test(rest[at] ?? "")) at++;
    if (!rest.startsWith(sign, at)) return undefined;
    at += sign.length;
  }
  return isLine || SIGN.test(rest.slice(at)) ? at : undefined;
}

/** 交付率 0.955 on a line of several: fields whose value is a figure. */
const FIGURED: readonly Question["kind"][] = ["percent", "date", "phone"];

/** The length of what stands between a label and its answer, other than a colon. */
function saidBehind(after: string, { name, question, part }: LabelName, place: Place): number | undefined {
  const { isLine, isPause } = place;
  if (!isPause && IN_NAMES.test(name) && !isRepeated(name, after)) return undefined;
  // …是城南佳苑物业不对是业委会: the end of a name, which is taken back.
  if (!isPause && ENDS_NAMES.test(name) && TAKEN_BACK.test(after)) return undefined;
  const behind =
    longer(VERB.exec(after), TOLD.exec(after)) ??
    (name.endsWith("地址") ? PLACED.exec(after) : null) ??
    (isLine && (part === undefined || (part === "also" && place.isOfLines && FIGURED.includes(question.kind)))
      ? BLANK.exec(after)
      : null) ??
    (part !== "start" && question.kind === "phone" ? NUMBER.exec(after) : null) ??
    (part !== "start" && question.kind === "percent" && !isPause ? RATE.exec(after) : null);
  return behind?.[0].length;
}

const longer = (one: RegExpExecArray | null, other: RegExpExecArray | null): RegExpExecArray | null =>
  (other?.[0].length ?? 0) > (one?.[0].length ?? 0) ? other : one;

/** 所属街道柯桥街道所属社区金柯社区: a whole label that is a part of no name. */
const PLACE_LABEL = /^(?:小区|所属|所在)(?:街道|社区|地址)$/u;

const isBare = (after: string, { part, name }: LabelName, { isPause }: Place): boolean =>
  (!isPause && PLACE_LABEL.test(name) && WORD.test(after)) ||
  (!isPause && IN_NAMES.test(name) && isRepeated(name, after)) ||
  (isPause && part !== "start" && part !== "also" && (BLANK.test(after) || WORD.test(after)));
