import { useLayoutEffect, useRef } from "preact/hooks";
import { focusableRegion } from "../shell/reachable.ts";
import type { Sheet, SheetCell, SheetRow } from "./sheet.ts";

/** One sheet as a table with frozen rows and columns. */
export function SheetView({ sheet }: { sheet: Sheet }) {
  const table = useRef<HTMLTableElement>(null);
  useLayoutEffect(() => {
    if (table.current !== null) freeze(table.current, sheet);
  }, [sheet]);
  return (
    <section class="sheet-paper" aria-label={sheet.name} {...focusableRegion}>
      <table ref={table} style={{ width: `${sheet.columns.reduce((sum, width) => sum + width, 0)}px` }}>
        <colgroup>
          {sheet.columns.map((width, place) => (
            <col key={`${place} ${width}`} style={{ width: `${width}px` }} />
          ))}
        </colgroup>
        <tbody>
          {sheet.rows.map((row, place) => (
            <Row key={`row ${place}`} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ row }: { row: SheetRow }) {
  return (
    <tr style={row.height === undefined ? {} : { height: `${row.height}px` }}>
      {row.cells.map((cell, place) => (
        <td
          key={`cell ${place}`}
          colSpan={cell.colSpan}
          rowSpan={cell.rowSpan}
          class={mayRunOver(cell, row.cells[place + 1]) ? "runs-over" : ""}
          style={cell.style}
        >
          {cell.text}
        </td>
      ))}
    </tr>
  );
}

/** As in a workbook, text that does not wrap overflows into an empty neighbour. */
const mayRunOver = (cell: SheetCell, next: SheetCell | undefined): boolean =>
  cell.colSpan === 1 && cell.style["text-align"] === "left" && next?.text === "";

/** A frozen cell sticks at its own distance from the top and from the left. */
function freeze(table: HTMLTableElement, { frozen }: Sheet): void {
  for (const [place, row] of [...table.rows].entries())
    for (const cell of row.cells) {
      const stays = { top: place < frozen.rows, left: firstColumnOf(cell, table) < frozen.columns };
      if (!stays.top && !stays.left) continue;
      cell.classList.add("frozen");
      if (stays.top) cell.style.top = `${cell.offsetTop}px`;
      if (stays.left) cell.style.left = `${cell.offsetLeft}px`;
      cell.style.zIndex = stays.top && stays.left ? "3" : stays.top ? "2" : "1";
    }
}

/** Column widths are exact, so a cell's offset tells its first column. */
function firstColumnOf(cell: HTMLTableCellElement, table: HTMLTableElement): number {
  const columns = [...table.querySelectorAll("col")];
  let left = 0;
  for (const [place, column] of columns.entries()) {
    if (left >= cell.offsetLeft) return place;
    left += Number.parseFloat(column.style.width);
  }
  return columns.length;
}
