import { addDays, civilDate } from "../../../shared/civil-date.ts";
import type { AnswerContext, Parsed } from "../answer.ts";
import type { Question } from "../field.ts";
import { parseAnswer } from "./parse-answer.ts";
import { askPhrases } from "./phrases.ts";
import { showDate } from "./show-date.ts";

/** A cell of a received workbook. A date is text, yyyy-MM-dd; a number shown as a percentage too, 92.5%. */
export type Cell = string | number | null | undefined;

export interface CellRead {
  question: Question;
  /** The cell as a person would type it. */
  typed: string;
  parsed: Parsed;
}

/** Arithmetic leaves 92.50000000000001. */
const SIGNIFICANT = 12;
/** Day 0 of a workbook's count, which takes 1900 for a leap year. */
const DAY_ZERO = civilDate("1899-12-30");
/** 2000-01-01 and 2099-12-31 in that count. */
const DAYS = { from: 36_526, to: 73_050 };

/** The cell as a person would type it; empty for an empty one. */
export function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? String(Number(cell.toPrecision(SIGNIFICANT))) : "";
  // The mark that makes a number a text.
  return cell.trim().replace(/^['’](?=[\d+])/u, "");
}

/**
 * Reads one cell as the same words are read in chat and on a card: the same value, or the same sentence. A bare count of
 * days, which a date without its format is, is asked about.
 */
export function readCell(question: Question, cell: Cell, context: AnswerContext): Parsed | undefined {
  const typed = cellText(cell);
  if (typed === "") return undefined;
  const days = question.kind === "date" && typeof cell === "number" && Number.isInteger(cell) ? cell : 0;
  if (days >= DAYS.from && days <= DAYS.to) {
    const readings = [showDate(addDays(DAY_ZERO, days))];
    return { ok: false, retry: askPhrases.several(typed, readings), readings };
  }
  return parseAnswer(question, typed, context);
}

/** Reads the cells of one row or form, by field key; fields whose cell is empty are left out. */
export function readCells(
  questions: readonly Question[],
  cells: ReadonlyMap<string, Cell>,
  context: AnswerContext,
): CellRead[] {
  return questions.flatMap((question) => {
    const cell = cells.get(question.key);
    const parsed = readCell(question, cell, context);
    return parsed ? [{ question, typed: cellText(cell), parsed }] : [];
  });
}
