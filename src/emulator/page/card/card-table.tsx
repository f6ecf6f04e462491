import type { CardTable } from "../../contract.ts";
import { reachable } from "../shell/reachable.ts";

const NUMBER = /^-?[\d,.]+%?$/;

export function CardTableView({ table }: { table: CardTable }) {
  const numeric = new Set(
    table.columns
      .map(({ name }) => name)
      .filter((name) => table.rows.length > 0 && table.rows.every((row) => NUMBER.test(row[name] ?? ""))),
  );
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
