import { MOMENT_FORMATS, reformat } from "../../src/card/moment-format.ts";
import type { CardField } from "../../src/contract/card.ts";

/** The value of a field while the person edits it. */
export type FieldValue = string | boolean | readonly string[];

const LISTS = new Set(["MULTI_SELECT", "MULTI_CHECKBOX_GROUP", "TEXT_ARRAY", "TAGS"]);
const BOOLEAN = new Set(["CHECKBOX", "SWITCH"]);

/** The initial value: plain, or as the client encodes a choice, `{index, value}`. */
export function initialValue(field: CardField): FieldValue {
  const value = bare(field.value);
  if (BOOLEAN.has(field.type)) return value === true || value === "true";
  if (LISTS.has(field.type)) return Array.isArray(value) ? value.map(String) : [];
  const text = value === undefined || value === null || Array.isArray(value) ? "" : String(value);
  const own = MOMENT_FORMATS[field.type];
  const usual = own === undefined || text === "" ? text : reformat(text, field.format ?? own, own);
  return field.type === "DATETIME" ? usual.replace(" ", "T").slice(0, 16) : usual;
}

/** The value for `POST …/submit`; an emptied field is sent empty, otherwise the old value would remain. */
export function submittedValue(field: CardField, value: FieldValue): unknown {
  if (field.type === "DATETIME" && typeof value === "string") return value.replace("T", " ");
  return field.type === "TEXT_ARRAY" && typeof value === "object" ? value.filter((line) => line.trim() !== "") : value;
}

const bare = (value: unknown): unknown =>
  typeof value === "object" && value !== null && "value" in value ? value.value : value;
