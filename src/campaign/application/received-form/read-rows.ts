import { type Cell, cellText } from "../../../platform/conversation/answers/read-cells.ts";
import { type Labels, plainLabel } from "./labels.ts";
import { cleanValue } from "./segments.ts";

/** A sheet or table in which every row is one case. */
export interface RowsReading {
  /** By field key, as written; empty cells are absent. */
  entries: readonly ReadonlyMap<string, string>[];
  /** Keys of the fields that have a column. */
  present: readonly string[];
  /** Headers that belong to no field of the form. */
  unknown: readonly string[];
}

interface Header {
  row: number;
  /** Field keys by column. */
  keys: ReadonlyMap<number, string>;
  unknown: readonly string[];
}

/** Rows above the header: the mark of an annex, titles, notes. */
const HEADER_WITHIN = 15;
const FEWEST_COLUMNS = 3;

/**
 * Reads the rows under a header that names fields of the form, in whatever order.
 * @param nameKeys fields that name the case; a row without any of them is no case
 * @param known headers that need no field: 序号, 地区
 * @returns undefined if no row is such a header
 */
export function readRows(
  rows: readonly (readonly Cell[])[],
  labels: Labels,
  { nameKeys, known }: { nameKeys: readonly string[]; known: readonly string[] },
): RowsReading | undefined {
  const header = headerIn(rows, labels, known);
  if (!header || !nameKeys.some((key) => [...header.keys.values()].includes(key))) return undefined;
  const below = rows.slice(header.row + 1);
  // A form has labels in its other rows too.
  if (below.some((cells) => cells.some((cell) => labels.asked.has(plainLabel(String(cell ?? "")))))) return undefined;
  const entries = below.flatMap((cells) => {
    const values = new Map<string, string>();
    for (const [column, key] of header.keys) {
      const text = cleanValue(cellText(cells[column]));
      if (text !== "") values.set(key, text);
    }
    return nameKeys.some((key) => values.has(key)) ? [values] : [];
  });
  return { entries, present: [...header.keys.values()], unknown: header.unknown };
}

function headerIn(rows: readonly (readonly Cell[])[], labels: Labels, known: readonly string[]): Header | undefined {
  const plainKnown = known.map(plainLabel);
  for (const [row, cells] of rows.slice(0, HEADER_WITHIN).entries()) {
    const keys = new Map<number, string>();
    const unknown: string[] = [];
    for (const [column, cell] of cells.entries()) {
      const text = typeof cell === "string" ? cell : "";
      const asked = labels.asked.get(plainLabel(text));
      if (asked?.kind === "field" && ![...keys.values()].includes(asked.key)) keys.set(column, asked.key);
      else if (text.trim() !== "" && !plainKnown.includes(plainLabel(text))) unknown.push(text.trim());
    }
    if (keys.size >= FEWEST_COLUMNS && keys.size > unknown.length) return { row, keys, unknown };
  }
  return undefined;
}
