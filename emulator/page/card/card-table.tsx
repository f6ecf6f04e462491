import type { CardCell, CardNode } from "../../src/contract/card.ts";
import { focusableRegion } from "../shell/reachable.ts";
import { AreaPress, CardButtonView } from "./card-button.tsx";
import { toneOf } from "./tone.ts";

type Table = Extract<CardNode, { kind: "table" }>;

/** A number, or a mark for none. */
const NUMBER = /^(?:-?[\d,.]+%?|[-—–/]?)$/;
const DIGIT = /\d/;

/** Columns of numbers are right-aligned unless the template says otherwise. */
function numericColumns({ columns, rows }: Table): Set<string> {
  const isNumeric = (name: string) =>
    rows.every((row) => NUMBER.test(row[name] ?? "")) && rows.some((row) => DIGIT.test(row[name] ?? ""));
  return new Set(columns.map(({ name }) => name).filter(isNumeric));
}

export function CardTableView({ table }: { table: Table }) {
  const { columns, looks, cells, lines } = table;
  const numeric = numericColumns(table);
  const plain = (name: string) => (numeric.has(name) ? "number" : "");
  const whole = looks.reduce((sum, { share = 0 }) => sum + share, 0);
  return (
    <section
      class="table-frame"
      {...focusableRegion}
      aria-label={`表格：${columns.map(({ label }) => label).join("、")}`}
      style={lines === undefined ? {} : { "--lines": lines }}
    >
      <table>
        <colgroup>
          {columns.map(({ name }, at) => (
            <col key={name} style={widthOf(looks[at], whole)} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ name, label }, at) => (
              <th key={name} scope="col" class={looks[at]?.align ?? cells[0]?.[at]?.align ?? plain(name)}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cells.map((row, place) => (
            <tr key={`${place} ${row[0]?.text ?? ""}`}>
              {row.map((cell, at) => (
                <Cell
                  key={columns[at]?.name ?? at}
                  cell={cell}
                  look={cell.align ?? plain(columns[at]?.name ?? "")}
                  isCut={lines !== undefined}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function widthOf(look: Table["looks"][number] | undefined, whole: number) {
  if (look?.pixels !== undefined) return { width: `${look.pixels / 16}rem` };
  return look?.share === undefined || whole === 0 ? {} : { width: `${(look.share / whole) * 100}%` };
}

function Cell({ cell, look, isCut }: { cell: CardCell; look: string; isCut: boolean }) {
  const { text, color, fill, hint, press, button } = cell;
  const ink = color === undefined ? "" : ` tone-${toneOf(color)}`;
  const ground = fill === undefined ? "" : ` tag ${toneOf(fill)}`;
  const words = <span class={`cell-words${isCut ? " clamped" : ""}${ink}${ground}`}>{text}</span>;
  if (press !== undefined && button === true)
    return (
      <td class={look}>
        <CardButtonView button={press} small />
      </td>
    );
  return (
    <td class={`${look}${press === undefined ? "" : " area"}`} title={hint}>
      {press !== undefined && <AreaPress press={press} />}
      {press === undefined ? words : <span class="cell-link">{words}</span>}
    </td>
  );
}
