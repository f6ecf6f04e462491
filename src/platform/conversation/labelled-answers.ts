import { visibleText } from "../../shared/visible-text.ts";
import {
  isCourtesy,
  isMailHead,
  isOfForward,
  isSignature,
  withoutCourtesy,
  withoutFoot,
  withoutSenders,
} from "./beside-form.ts";
import { apart, boxesIn, isBlankBox, withWholeLabels } from "./boxes.ts";
import { type Form, optionsOf, type Question } from "./field.ts";
import { isBlankMark, isFoot, isHeading, isPlaceholder } from "./headings.ts";
import { labelsIn, type Mark } from "./label-marks.ts";
import { phoneOf } from "./label-names.ts";
import { isOfMail } from "./of-mail.ts";
import { asRows } from "./pasted-layout.ts";
import { readTable } from "./pasted-table.ts";
import { compactAnswer } from "./plain.ts";

/** An answer with the name of its field before it. */
export interface LabelledAnswer {
  question: Question;
  /** As written, without the label; empty if nothing is. */
  text: string;
  /** The words that stood for the label. */
  named?: string;
}

export interface Labelled {
  /** What stands before the first label: the answer to the open question; empty if nothing does. */
  head: string;
  answers: readonly LabelledAnswer[];
  /** Lines that belong to no field. */
  unread: readonly string[];
  /** Titles and the like, which answer nothing. */
  headings: readonly string[];
  /** Rows that others fill in, with what stands in them. */
  ofOthers: readonly string[];
  /** More than one form stands in it: labels that stand there twice, or a table of several. */
  several: boolean;
  /** How many of the labels begin a line or cell, with a colon or with the answer in the next cell. */
  rows: number;
  /** How many of those have the answer in the next cell. */
  cellRows: number;
}

const TRAILING = /[\s，,；;。、]+$/u;

/**
 * Finds answers with labels: 小区名称：锦绣花园；小区地址：越王路1号, also on several lines or pasted from a table, and
 * 申报单位改成甲，地址是乙. Empty if no label stands in the text.
 * @param at.open the open question
 * @param at.others labels of rows that others fill in
 */
export function readLabelled(form: Form, typed: string, { open, others: labels = [] }: ReadAt = {}): Labelled {
  const whole = withWholeLabels(asRows(form, withoutSenders(visibleText(typed))), labels);
  const feet = linesOf(whole).filter(
    (line, at, lines) =>
      (isFoot(line) && !isLabelOf(form, "date", lines[at - 1])) || isOfForward(line) || isMailHead(line),
  );
  const text =
    feet.length === 0
      ? whole
      : whole
          .split("\n")
          .filter((line) => !feet.includes(line))
          .join("\n");
  const table = readTable(form, text);
  if (table) return ofTable(table, { feet, labels });
  const { marks, boxes } = placesIn(form, text, { open, labels });
  const cuts = [...marks, ...boxes].map(({ from }) => from).toSorted((a, b) => a - b);
  const endOf = (from: number): number => cuts.find((cut) => cut > from) ?? text.length;
  const [unread, headings, ofOthers]: [string[], string[], string[]] = [[], feet.map((line) => line.trim()), []];
  const leave = (line: string) =>
    CORRECTS.test(line) && line.replace(CORRECTS, "").trim() === ""
      ? undefined
      : void (!isSignature(line) && isTitle(form, line) ? headings : unread).push(cells(line).join(" "));
  const said = marks.map((mark) => {
    const own = ownLines(text, mark, endOf(mark.from));
    for (const line of own.others) leave(line);
    const named = text.slice(mark.from, mark.to);
    const corrects = CORRECTS.test(text.slice(text.lastIndexOf("\n", mark.from - 1) + 1, mark.from));
    const shown = isPlaceholder(own.text) || isBlankMark(own.text) ? "" : own.text;
    return { question: mark.question, text: shown, named, corrects };
  });
  for (const { from, to, label } of boxes) {
    const [first = "", ...more] = text.slice(to, endOf(from)).split("\n");
    const rows = more.filter((line) => OTHER_ROW.test(line) || isCourtesy(line) || isSignature(line));
    for (const row of rows) leave(row);
    const lines = [first, ...more.filter((line) => !rows.includes(line))];
    const content = lines.flatMap(cells).join(" ");
    (isBlankBox(content) ? headings : ofOthers).push(`${label} ${content}`.trim());
  }
  const { answers, several } = onceEach(said);
  const before = text.slice(0, marks.length === 0 ? 0 : cuts[0]).replace(/[（(]$/u, "");
  const titles =
    marks.length > 0 && before.includes("\n")
      ? linesOf(before).filter((line) => isTitle(form, line) && !isOptionOf(open, line))
      : [];
  const others = linesOf(before).filter((line) => !titles.includes(line));
  // Paragraphs have headings too.
  const isText = open?.kind === "longText" && others.length > 0;
  if (!isText) for (const line of titles) leave(line);
  const head = isText ? before : others.join("\n");
  return {
    head: head.replace(TRAILING, "").trim(),
    answers,
    unread,
    headings: headings.toSorted((a, b) => whole.indexOf(a) - whole.indexOf(b)),
    ofOthers,
    several,
    rows: marks.filter(({ isRow }) => isRow).length,
    cellRows: marks.filter(({ isCell }) => isCell).length,
  };
}

/** 3、待核实: the answer to the open question, numbered as its options are. */
const isOptionOf = (open: Question | undefined, line: string): boolean =>
  open !== undefined && optionsOf(open).some(({ text }) => line.replace(/^[\s\d.、．)）]+/u, "").trim() === text);

/** Whether a line is a label of that kind, with its answer on the next. */
const isLabelOf = ({ fields }: Form, kind: Question["kind"], line = ""): boolean =>
  fields.some((one) => one.kind === kind && compactAnswer(one.label) === compactAnswer(line));

interface ReadAt {
  open?: Question | undefined;
  others?: readonly string[];
}

const MIN_TITLE = 4;

/** 各位领导：, 现将有关情况补报如下： */
const OPENINGS = [
  /^(?:尊敬的|各位)+\p{Script=Han}{0,6}(?:领导|同志|老师|同事|[科处局]长|主任)们?(?:[您你]好)?[:：]?$/u,
  /^(?:现|兹)将?.{2,40}如下[:：]?$/u,
];
/** 王科：, before the matter. */
const ADDRESSES = /^\p{Script=Han}{1,3}(?:[科局处]长?|主任|书记|老师)(?:[您你]好)?[:：]$/u;
/** 联系方式：, above its rows. */
const LEADS_ROWS =
  /^(?:[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[)）])?\p{Script=Han}{2,8}[:：]$/u;
/** A heading, the beginning of the form's own title, one sign of a title that stands upright, or a courtesy. */
function isTitle({ title }: Form, line: string): boolean {
  const plain = compactAnswer(line);
  if (
    isHeading(line) ||
    isCourtesy(line) ||
    OPENINGS.some((is) => is.test(plain)) ||
    ADDRESSES.test(line.trim()) ||
    LEADS_ROWS.test(line.trim()) ||
    /^\p{Script=Han}$/u.test(plain)
  )
    return true;
  return [...plain].length >= MIN_TITLE && compactAnswer(title).startsWith(plain);
}

function ofTable(
  table: NonNullable<ReturnType<typeof readTable>>,
  { feet, labels }: { feet: readonly string[]; labels: readonly string[] },
): Labelled {
  const { own, others } = apart(table.unread, labels);
  const isBlank = (line: string) => labels.some((label) => isBlankBox(line.replace(label, "")));
  return {
    head: "",
    rows: table.answers.length,
    cellRows: table.answers.length,
    ...table,
    unread: others,
    headings: [...table.headings, ...feet, ...own.filter(isBlank)],
    ofOthers: own.filter((line) => !isBlank(line)),
  };
}

/** Labels of the form, and rows of others, in which no label is one. */
function placesIn(
  form: Form,
  text: string,
  { open, labels }: { open: Question | undefined; labels: readonly string[] },
) {
  const boxes = boxesIn(text, labels);
  const all = labelsIn(form, text, open);
  const marks = all.filter((mark) => {
    if (isOfMail(text, mark, all) || isOfSigner(text, mark, all) || isUnowned({ form, text, open }, mark, all))
      return false;
    const box = boxes.findLast(({ from }) => from <= mark.from);
    const isBeyond = box && all.some(({ from, isRow }) => isRow && from >= box.to && from < mark.from);
    return !box || isBeyond || (mark.isRow && mark.from >= box.to);
  });
  return { marks, boxes };
}

/** 电话：… behind 联系人：王海, who is in no field: it is that person's. */
const SIGNER = /^\s*(?:联系|填表|填报|经办|制表|复核|审核|落款|报送)人\s*[:：]/u;
const PHONE = /^\s*(?:联系)?(?:电话|手机|方式)(?:号码?)?\s*[:：]?\s*$/u;

function isOfSigner(text: string, { from, to }: Mark, marks: readonly Mark[]): boolean {
  const lines = linesOf(text.slice(0, from));
  const own = text[from - 1] === "\n" ? "" : (lines.at(-1) ?? "");
  const before = own.trim() === "" ? (lines.at(-1) ?? "") : own;
  if (!PHONE.test(text.slice(from, to))) return false;
  // 物业经理：张三, in a line without a field: the number below it is his.
  const start = text.lastIndexOf(before, from - 1);
  const isOther =
    own.trim() === "" && OTHER_PERSON.test(before) && !marks.some((one) => one.from >= start && one.from < from);
  return isOther || SIGNER.test(before);
}
const OTHER_PERSON =
  /^\s*[（(]?[\d一二三四五六七八九十]{0,2}[)）.、．]?\s*\p{Script=Han}{2,12}\s*[:：]\s*\p{Script=Han}{2,4}\s*$/u;

/** 主任换人了，现在是徐某，手机… where no field was read of the person before it. */
function isUnowned(
  { form, text, open }: { form: Form; text: string; open: Question | undefined },
  { from, to, question }: Mark,
  marks: readonly Mark[],
): boolean {
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const isFirst = !marks.some((one) => one.from >= start && one.from < from);
  const isOpens = open !== undefined && phoneOf(form, open) === question;
  return PHONE.test(text.slice(from, to)) && isFirst && !isOpens && /\p{Script=Han}{4}/u.test(text.slice(start, from));
}

const optionOf = ({ question, named = "" }: LabelledAnswer): string => {
  const name = compactAnswer(named).replace(/[:：]$/u, "");
  return name !== question.label && question.label.includes(name) && /率$/u.test(name) ? name : "";
};

/** 更正：业委会主任电话应为…, below the rows: what is said last. */
const CORRECTS = /^\s*(?:更正|勘误|订正)(?:一下)?\s*[:：]?\s*/u;

/** Cover and table of a form say the same; other answers to the same question are those of another form. */
function onceEach(said: readonly (LabelledAnswer & { corrects: boolean })[]): {
  answers: LabelledAnswer[];
  several: boolean;
} {
  const answers: LabelledAnswer[] = [];
  let several = false;
  for (const { corrects, ...one } of said) {
    const at = answers.findIndex(({ question }) => question === one.question);
    const before = answers[at];
    if (!before) answers.push(one);
    else if (before.text === "" || (corrects && one.text !== "")) answers[at] = one;
    // 备注：…；备注改为：…: what is said last.
    else if (one.question.kind === "longText" && one.text !== "" && /改[为成]|更正为|换成|应为/u.test(one.named ?? ""))
      answers[at] = one;
    // 备注：…, and below it 备注：…: both of them.
    else if (
      one.question.kind === "longText" &&
      one.text !== "" &&
      !compactAnswer(before.text).includes(compactAnswer(one.text))
    )
      answers[at] = { ...before, text: `${before.text}\n${one.text}` };
    // 入住率：95%，交付率：100%, of which the form asks for one.
    else if (one.named && before.named && optionOf(one) !== optionOf(before))
      answers[at] = { ...before, text: `${before.text}，${one.named}${one.text}` };
    else if (one.text !== "" && compactAnswer(one.text) !== compactAnswer(before.text)) several = true;
  }
  return { answers, several };
}

/** What is said behind a label; of one line the first, and the others. */
function ownLines(text: string, { question, to, isCell }: Mark, end: number): { text: string; others: string[] } {
  const said = text.slice(to, end);
  // The bracket of 孙强（电话13812345678） belongs to neither.
  const own = end < text.length && /[（(]$/u.test(said) ? said.slice(0, -1) : said;
  const lines = linesOf(own);
  // An empty cell: the next row of a table is no answer to it.
  const isEmptyCell = isCell && own.split("\n")[0]?.trim() === "" && lines[0]?.includes("\t") === true;
  if (isEmptyCell) return { text: "", others: lines };
  if (question.kind === "longText") {
    const { text: body, foot } = withoutFoot(own);
    // Of a table the next row is no paragraph.
    const others = lines.filter((line) => isCell && OTHER_ROW.test(line) && line !== lines[0]);
    const kept = body.split("\n").filter((line) => !others.includes(line));
    const prose = kept.join("\n").replace(HINT, "");
    return {
      text: prose.replace(/[\s；;，,]+$/u, ""),
      others: [...others, ...foot.filter((one) => !others.includes(one))],
    };
  }
  const [first = "", ...others] = lines;
  const shown = withoutCourtesy(cells(first).join("\t")).replace(TRAILING, "");
  // The number of the next one, or the stroke before it.
  const line = end < text.length ? shown.replace(/\s*(?:[（(]\d{1,2}[)）]|[/／|])$/u, "") : shown;
  // 陈某（经理，电话13800000101）
  return { text: end < text.length && /[（(][^（()）]+$/u.test(line) ? `${line}）` : line, others };
}

/** 联系人 in a cell of its own. */
const OTHER_ROW = /^[^\t，。；]{2,20}\t/u;
/** What the empty form prints there. */
const HINT = /^\s*[（(]内容不超过\d+字[^（()）]*[)）]\s*/u;

const linesOf = (text: string): string[] => text.split("\n").filter((line) => line.trim() !== "");

const cells = (line: string): string[] =>
  line
    .split("\t")
    .map((cell) => cell.trim())
    .filter((cell) => cell !== "");
