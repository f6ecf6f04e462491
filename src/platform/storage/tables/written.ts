import { Prisma } from "../generated/client.ts";
import { type Bind, type Given, isGiven, notRead } from "./conditions.ts";
import type { Field, Model } from "./models.ts";

export const fieldOf = (model: Model, name: string): Field => {
  const field = model.fields.get(name);
  if (!field) throw notRead(`${model.table}.${name}`);
  return field;
};

/** The columns that are given, in the order in which they are. */
export const fieldsOf = (model: Model, data: Given): Field[] =>
  Object.keys(data)
    .filter((name) => data[name] !== undefined)
    .map((name) => fieldOf(model, name));

/** A value for its column. */
export function stored({ isJson }: Field, value: unknown): unknown {
  if (value === null || value === Prisma.DbNull) return null;
  if (!isJson) return value;
  return value === Prisma.JsonNull ? "null" : JSON.stringify(value);
}

/** What an `update` sets. */
export const assignments = (model: Model, data: Given, bind: Bind): string[] =>
  fieldsOf(model, data).map((field) => `"${field.column}" = ${assigned(model, field, data[field.name], bind)}`);

function assigned({ table }: Model, field: Field, value: unknown, bind: Bind): string {
  if (field.isJson || !isGiven(value)) return bind(stored(field, value));
  const [[word, by] = [], ...more] = Object.entries(value);
  if (more.length > 0 || (word !== "increment" && word !== "decrement")) throw notRead(`${word} of ${field.column}`);
  return `"${table}"."${field.column}" ${word === "increment" ? "+" : "-"} ${bind(by)}`;
}

/**
 * Rows for one insert, as SQL to select from: a list of parameters for each column, so that the statement is the same
 * for any number of rows.
 */
export function rowsToInsert(fields: readonly Field[], rows: readonly Given[], bind: Bind): string {
  const lists = fields.map((field) => {
    const values = rows.map((row) => stored(field, row[field.name]));
    return field.isList
      ? `${bind(values.map((one) => JSON.stringify(one)))}::jsonb[]`
      : `${bind(values)}::${field.array}`;
  });
  const names = fields.map(({ column }) => `"${column}"`).join(", ");
  const selected = fields.map(({ column, isList }) =>
    isList ? `array(select jsonb_array_elements_text(given."${column}"))` : `given."${column}"`,
  );
  return `select ${selected.join(", ")} from unnest(${lists.join(", ")}) as given(${names})`;
}

/** Rows one after the other that give the same columns. */
export function alike(model: Model, rows: readonly Given[]): { fields: Field[]; rows: Given[] }[] {
  const groups: { key: string; fields: Field[]; rows: Given[] }[] = [];
  for (const row of rows) {
    const fields = fieldsOf(model, row).toSorted((one, other) => (one.column < other.column ? -1 : 1));
    const key = fields.map(({ column }) => column).join();
    const last = groups.at(-1);
    if (last?.key === key) last.rows.push(row);
    else groups.push({ key, fields, rows: [row] });
  }
  return groups;
}
