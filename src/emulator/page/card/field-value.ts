import type { CardField } from "../../contract.ts";

/** What a field holds while the person fills it in. */
export type FieldValue = string | boolean | readonly string[];

const LISTS = new Set(["MULTI_SELECT", "MULTI_CHECKBOX_GROUP", "TEXT_ARRAY"]);
const YES_NO = new Set(["CHECKBOX", "SWITCH"]);

/** The value the card came with: plain, or as the client itself encodes a choice, `{index, value}`. */
export function initialValue(field: CardField): FieldValue {
  const value = bare(field.value);
  if (YES_NO.has(field.type)) return value === true || value === "true";
  if (LISTS.has(field.type)) return Array.isArray(value) ? value.map(String) : [];
  const text = value === undefined || value === null || Array.isArray(value) ? "" : String(value);
  return field.type === "DATETIME" ? text.replace(" ", "T").slice(0, 16) : text;
}

/** As `POST …/submit` takes it; what was emptied goes out empty, or the value before it would stay. */
export function submittedValue(field: CardField, value: FieldValue): unknown {
  if (field.type === "DATETIME" && typeof value === "string") return value.replace("T", " ");
  return field.type === "TEXT_ARRAY" && typeof value === "object" ? value.filter((line) => line.trim() !== "") : value;
}

const bare = (value: unknown): unknown =>
  typeof value === "object" && value !== null && "value" in value ? value.value : value;
