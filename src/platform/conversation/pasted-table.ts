import type { Form, Question } from "./field.ts";
import { isBlankMark, isHeading } from "./headings.ts";
import { labelNames, phoneNames } from "./label-names.ts";
import { compactAnswer } from "./plain.ts";

/** Titles above the row of labels. */
const HEADER_WITHIN = 5;
const FEWEST_COLUMNS = 2;

/** What the row below the labels says. */
interface Table {
  answers: readonly { question: Question; text: string; named: string }[];
  /** Cells of columns that belong to no field. */
  unread: readonly string[];
  /** Lines above. */
  headings: readonly string[];
  /** There are more rows than one. */
  several: boolean;
}

/** 再报两个小区：, 王科，材料如下：, above the labels. */
const LEADS = /^[^\t。；;]{2,30}[:：]$|(?:如下|见下表)[。.！!]?$/u;

/** Of a column that needs no field. */
const NUMBERS = /^(?:序号|编号|No\.?)$/iu;

/**
 * Reads a table with the labels in its first row, as it is copied from a workbook: of one row below it, the answers.
 * Undefined for any other text.
 */
export function readTable(form: Form, text: string): Table | undefined {
  const rows = text
    .split("\n")
    .map((line) => line.split("\t").map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ""));
  const at = rows
    .slice(0, HEADER_WITHIN)
    .findIndex((cells, row) => columnsOf(form, cells, rows[row + 1]) !== undefined);
  const header = rows[at] ?? [];
  const columns = columnsOf(form, header, rows[at + 1]);
  const above = rows.slice(0, Math.max(at, 0)).map((cells) => cells.filter((cell) => cell !== "").join(" "));
  const [first, ...below] = rows.slice(at + 1);
  // 注：数据截至…, below the rows.
  const isNote = (cells: readonly string[]): boolean => cells.filter((cell) => cell !== "").length === 1;
  const more = below.filter((cells) => !isNote(cells));
  if (first && isNote(first)) return undefined;
  if (!columns || !first || !above.every((line) => isHeading(line) || LEADS.test(line))) return undefined;
  // The other rows of a form begin with labels too.
  const begins = (cells: readonly string[]) => questionOf(form, cells.find((cell) => cell !== "") ?? "") !== undefined;
  // 物业服务企业 below 申报单位类型 is an option of it, and no label.
  const isOption = (cells: readonly string[]) =>
    columns[0]?.options?.some(({ text: one }) => one === compactAnswer(cells[0] ?? "")) === true;
  if ([first, ...more].some((cells) => begins(cells) && !isOption(cells))) return undefined;
  const answers = columns.flatMap((question, column) =>
    question ? [{ question, text: contentOf(first[column] ?? ""), named: header[column] ?? "" }] : [],
  );
  const unread = first.flatMap((cell, column) =>
    cell === "" || columns[column] || NUMBERS.test(header[column] ?? "")
      ? []
      : [`${header[column] ?? ""} ${cell}`.trim()],
  );
  const notes = below.filter(isNote).map((cells) => cells.join("").trim());
  return { answers, unread: [...unread, ...notes], headings: above, several: more.length > 0 };
}

/** / says that nothing is filled in. */
const contentOf = (cell: string): string => (isBlankMark(cell) ? "" : cell);

/** The question of each column; undefined for a row that is no row of labels. */
function columnsOf(
  form: Form,
  cells: readonly string[],
  below: readonly string[] = [],
): readonly (Question | undefined)[] | undefined {
  const named: (Question | undefined)[] = [];
  for (const cell of cells) {
    const question = questionOf(
      form,
      cell,
      named.findLast((one) => one !== undefined),
    );
    named.push(question && named.includes(question) ? undefined : question);
  }
  const known = named.filter((question) => question !== undefined).length;
  const others = cells.filter((cell, column) => cell !== "" && !named[column]).length;
  // Of another table some columns are fields of the form as well.
  const isNumbered =
    NUMBERS.test(cells[0] ?? "") && /^\d{1,3}$/u.test(below[0] ?? "") && below.length >= cells.length - 1;
  return known >= FEWEST_COLUMNS && (known > others || isNumbered) ? named : undefined;
}

function questionOf(form: Form, cell: string, before?: Question): Question | undefined {
  const plain = compactAnswer(cell)
    .replace(/\([^()]*\)$/u, "")
    .replace(/^所在/u, "所属");
  if (plain === "") return undefined;
  const names = [...phoneNames(form, before), ...labelNames(form)];
  return names.find(
    ({ name, part }) => part !== "start" && name.length === plain.length && compactAnswer(name) === plain,
  )?.question;
}
