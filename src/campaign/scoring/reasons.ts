import { cleanLine } from "../../platform/conversation/plain.ts";
import { rowFirst } from "../../platform/conversation/score-notes.ts";
import type { Rubric } from "./rubric.ts";
import { criterionById } from "./rubric.ts";

/** Name of a page's one field for reasons and remarks: `3-5 …；3-7 备注 …`. */
export const REASONS = "reasons";

/** A row's number at the start of a reason: no date, no span of numbers. */
const ROW = /^\s*[（(【[]?(\d{1,2})\s*[-－‐‑‒–—―−]\s*(\d{1,2})(?![\d年月日号－-])[)）\]】]?\s*[:：,，、.]?\s*/;
/** Where one reason may end and the next begin. */
const ENDS = /(?<=[；;\n。，,])/;

interface ReasonsRead {
  /** By row, in the order written. */
  reasons: readonly { criterion: string; reason: string }[];
  /** Numbers that are no row of the rubric, with their text. */
  unknown: readonly { row: string; text: string }[];
  /** What stands before the first number. */
  unnumbered: string;
}

/**
 * Reads the reasons of a page. Each begins with its row's number; rows named together (`3-5、3-7 …`) share a reason. A
 * comma or a full stop before a number ends a reason only if a row of the rubric follows. Nothing is left out.
 */
export function readReasons(rubric: Rubric, typed: string): ReasonsRead {
  const reasons: { criterion: string; reason: string }[] = [];
  const unknown: { row: string; text: string }[] = [];
  const unnumbered: string[] = [];
  for (const part of partsOf(rubric, typed)) {
    const { rows, text } = part;
    if (rows.length === 0 && text !== "") unnumbered.push(text);
    for (const row of rows) {
      if (criterionById(rubric, row)) reasons.push({ criterion: row, reason: text });
      else unknown.push({ row, text });
    }
  }
  return { reasons, unknown, unnumbered: unnumbered.join("；") };
}

interface Part {
  rows: string[];
  text: string;
}

function partsOf(rubric: Rubric, typed: string): Part[] {
  const parts: Part[] = [];
  let before = "";
  const halfWidth = typed.replaceAll(/[０-９]/g, (digit) => digit.normalize("NFKC"));
  for (const part of halfWidth.split(ENDS)) {
    const piece = rowFirst(part.trimStart());
    const current = parts.at(-1);
    const { rows, rest } = rowsAtStart(piece);
    const isHard = before === "" || /[；;\n]$/.test(before);
    const begins = rows.length > 0 && (isHard || rows.some((row) => criterionById(rubric, row)));
    if (!begins && current) current.text += piece;
    else if (current && current.text.trim() === "" && current.rows.length > 0 && begins) {
      // 3-5，3-7 …: named together.
      current.rows.push(...rows);
      current.text = rest;
    } else parts.push({ rows: begins ? rows : [], text: begins ? rest : piece });
    before = piece;
  }
  return parts.map(({ rows, text }) => ({ rows, text: cleanLine(text) }));
}

/** 3-5、3-7 at the start, and what follows. */
function rowsAtStart(text: string): { rows: string[]; rest: string } {
  const rows: string[] = [];
  let rest = text;
  for (let match = ROW.exec(rest); match; match = ROW.exec(rest)) {
    rows.push(`${Number(match[1])}-${Number(match[2])}`);
    rest = rest.slice(match[0].length);
  }
  return { rows, rest };
}
