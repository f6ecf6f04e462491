const MIN_IDS = 2;

interface Cells {
  /** The number of a clause, or of a row. */
  isId: (cell: string) => boolean;
  /** What is said of one. */
  isValue: (cell: string) => boolean;
}

/** Tables of which each column is a clause or a row, as tables of which each line is one. Other lines stay. */
export function turned(lines: readonly string[], cells: Cells): string[] {
  const result: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const table = tableAt(lines, at, cells);
    result.push(...(table?.rows ?? [lines[at] ?? ""]));
    at += table?.length ?? 1;
  }
  return result;
}

/** The table that begins with a line, if it is turned. */
function tableAt(lines: readonly string[], from: number, cells: Cells): { rows: string[]; length: number } | undefined {
  const { isId } = cells;
  const first = cellsAt(lines, from, cells);
  if (first === undefined) return undefined;
  const table = [first];
  for (let next = cellsAt(lines, from + 1, cells); next; next = cellsAt(lines, from + table.length, cells)) {
    const isNextTable = table.some((row) => row.some(isId)) && next.filter(isId).length >= MIN_IDS;
    if (isNextTable) break;
    table.push(next);
  }
  const head = table.find((row) => row.filter(isId).length >= MIN_IDS);
  const start = head?.findIndex(isId) ?? 0;
  if (!head || table.length < MIN_IDS || start > 1) return undefined;
  if (!head.slice(start).every((cell) => cell === "" || isId(cell))) return undefined;
  // Cells that were empty at the end of a line are gone.
  const width = Math.max(...table.map((row) => row.length));
  const others = table.filter((row) => row !== head);
  const columns = Array.from({ length: width }, (_, at) => [head[at] ?? "", ...others.map((row) => row[at] ?? "")]);
  const rows = columns.filter((column) => column.some((cell) => cell !== "")).map((column) => column.join("\t"));
  return { rows, length: table.length };
}

/** Cells between tabs; between blanks only where each is a number, or what is said of one. */
function cellsAt(lines: readonly string[], at: number, { isId, isValue }: Cells): string[] | undefined {
  const line = lines[at] ?? "";
  if (line.includes("\t")) return line.split("\t").map((cell) => cell.trim());
  const words = line.trim().split(/[ 　|]+/u);
  return words.length >= MIN_IDS && (words.every(isId) || words.every(isValue)) ? words : undefined;
}
