import type { CardTable } from "../../contract.ts";
import { reachable } from "../shell/reachable.ts";

/** A number, or the mark that there is none. */
const NUMBER = /^(?:-?[\d,.]+%?|[-—–/]?)$/;
const DIGIT = /\d/;

export function CardTableView({ table }: { table: CardTable }) {
  const isNumeric = (name: string) =>
    table.rows.every((row) => NUMBER.test(row[name] ?? "")) && table.rows.some((row) => DIGIT.test(row[name] ?? ""));
  const numeric = new Set(table.columns.map(({ name }) => name).filter(isNumeric));
  const look = (name: string) => (numeric.has(name) ? "number" : "");
  return (
    <section
      class="table-frame"
      {...reachable}
      aria-label={`表格：${table.columns.map(({ label }) => label).join("、")}`}
    >
      <table>
        <thead>
          <tr>
            {table.columns.map(({ name, label }) => (
              <th key={name} scope="col" class={look(name)}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, place) => (
            <tr key={`${place} ${row[table.columns[0]?.name ?? ""] ?? ""}`}>
              {table.columns.map(({ name }) => (
                <td key={name} class={look(name)}>
                  {row[name] ?? ""}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
