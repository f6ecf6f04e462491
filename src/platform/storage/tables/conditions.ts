import { Prisma } from "../generated/client.ts";
import type { Field, Model } from "./models.ts";

/** Collects a statement's parameters. @returns the parameter's place, e.g. `$3` */
export type Bind = (value: unknown) => string;

export type Given = Readonly<Record<string, unknown>>;

/** A call that is typed, but of a shape that nobody has needed yet. */
export const notRead = (what: string): Error => new Error(`statements on tables do not know ${what}`);

/** What a `where` asks of a row. @returns SQL, `true` where it asks nothing */
export function conditionOf(model: Model, where: Given | undefined, bind: Bind): string {
  const parts: string[] = [];
  for (const [name, asked] of Object.entries(where ?? {})) {
    if (asked === undefined) continue;
    const field = model.fields.get(name);
    if (field) parts.push(...ofField(field, asked, bind));
    else if (name === "AND" || name === "OR") parts.push(joined(model, name, asked, bind));
    else if (name === "NOT") parts.push(`not (${conditionOf(model, asked as Given, bind)})`);
    else if (isGiven(asked)) parts.push(conditionOf(model, keyParts(model, name, asked), bind));
    else throw notRead(`${model.table}.${name}`);
  }
  return parts.length === 0 ? "true" : parts.join(" and ");
}

function joined(model: Model, word: "AND" | "OR", asked: unknown, bind: Bind): string {
  const all = (Array.isArray(asked) ? asked : [asked]) as Given[];
  if (all.length === 0) return word === "OR" ? "false" : "true";
  return `(${all.map((one) => `(${conditionOf(model, one, bind)})`).join(word === "OR" ? " or " : " and ")})`;
}

/** Columns of a key that is given under one name: `campaignId_person: { campaignId, person }`. */
export function keyParts(model: Model, name: string, asked: Given): Given {
  if (Object.keys(asked).every((part) => model.fields.has(part))) return asked;
  throw notRead(`${model.table}.${name}`);
}

export const isGiven = (value: unknown): value is Given =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;

const isNull = (value: unknown): boolean => value === null || value === Prisma.DbNull;

const SIGNS: Readonly<Record<string, string>> = { lt: "<", lte: "<=", gt: ">", gte: ">=" };
const escaped = (text: unknown): string => String(text).replace(/[\\%_]/gu, "\\$&");

function ofField(field: Field, asked: unknown, bind: Bind): string[] {
  const column = `"${field.column}"`;
  if (!isGiven(asked)) return [equal(field, asked, bind)];
  return Object.entries(asked).flatMap(([word, value]) => {
    if (value === undefined) return [];
    const sign = SIGNS[word];
    if (sign !== undefined) return [`${column} ${sign} ${bind(value)}`];
    switch (word) {
      case "equals":
        return [equal(field, value, bind)];
      case "not":
        if (isNull(value)) return [`${column} is not null`];
        return [isGiven(value) ? `not (${ofField(field, value, bind).join(" and ")})` : `${column} <> ${bind(value)}`];
      case "in":
        return [`${column} = any(${bind(value)}::${field.array})`];
      case "notIn":
        return [`${column} <> all(${bind(value)}::${field.array})`];
      case "startsWith":
        return [`${column} like ${bind(`${escaped(value)}%`)}`];
      case "has":
        return [`${bind(value)} = any(${column})`];
      default:
        throw notRead(`${word} of ${field.column}`);
    }
  });
}

function equal(field: Field, value: unknown, bind: Bind): string {
  if (isNull(value)) return `"${field.column}" is null`;
  if (field.isJson || field.isList) throw notRead(`equality of ${field.column}`);
  return `"${field.column}" = ${bind(value)}`;
}
