import type { Draw } from "../drawing.ts";
import { member } from "../path.ts";
import { resolve } from "../resolve.ts";
import { shown } from "../typed.ts";

const listIn = (value: unknown, key: string): readonly unknown[] => {
  const list = member(value, key);
  return Array.isArray(list) ? list : [];
};

/** A cell is a text, a number, or an object whose `name` is shown (people, apps). */
const cell = (value: unknown): string => shown(member(value, "name") ?? value);

/** `meta` gives the columns (`alias` names the key, `aliasName` the heading), `data` the rows. */
export const table: Draw = (node, scope) => {
  const value = resolve(scope, node.props.data);
  const columns = listIn(value, "meta").map((column) => ({
    name: shown(member(column, "alias")),
    label: shown(member(column, "aliasName")),
  }));
  if (columns.length === 0) return [];
  const rows = listIn(value, "data").map((row) =>
    Object.fromEntries(columns.map(({ name }) => [name, cell(member(row, name))])),
  );
  return [{ kind: "table", columns, rows }];
};

/** The variable holds `type`, `data` (points x, y, and type for the series) and `config`. */
export const chart: Draw = (node, scope) => {
  const value = resolve(scope, node.props.data);
  if (value === undefined) return [];
  return [
    {
      kind: "chart",
      title: shown(member(member(value, "config"), "title")),
      type: shown(member(value, "type")),
      data: member(value, "data") ?? [],
    },
  ];
};
