import { MOMENT_FORMATS, reformat } from "../card/moment-format.ts";
import type { CardField } from "../contract/card.ts";
import { badRequest } from "../control-api/control-error.ts";

/**
 * A form value as the client sends it. Confirmed: SELECT, MULTI_SELECT, DATE, DATETIME, CHECKBOX, TEXT; the others are
 * assumed (NUMBER a number, lists of choices a list of values).
 * @throws ControlError 400 for a value that cannot be entered there
 */
export function encodeField(field: CardField, value: unknown): unknown {
  switch (field.type) {
    case "SELECT":
      return isIndexed(value) ? value : choose(field, value);
    case "MULTI_SELECT": {
      if (isIndexed(value)) return value;
      const chosen = listOf(value).map((one) => choose(field, one));
      return { index: chosen.map(({ index }) => index), value: chosen.map((one) => one.value) };
    }
    case "CHECKBOX_GROUP":
      return choose(field, value).value;
    case "MULTI_CHECKBOX_GROUP":
      return listOf(value).map((one) => choose(field, one).value);
    case "TEXT_ARRAY":
      return listOf(value).map(String);
    case "CHECKBOX":
    case "SWITCH":
      return readSwitch(field, value);
    case "NUMBER":
      return readNumber(field, value);
    case "DATE":
      return moment(field, value, /^\d{4}-\d{2}-\d{2}$/);
    case "DATETIME":
      return moment(field, value, /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}(:\d{2})?$/);
    case "TIME":
      return moment(field, value, /^\d{2}:\d{2}(:\d{2})?$/);
    default:
      return typeof value === "string" ? value : String(value);
  }
}

const isIndexed = (value: unknown): value is { index: unknown } =>
  typeof value === "object" && value !== null && "index" in value;

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

const badValue = (field: CardField, value: unknown): Error =>
  badRequest("badValue", `字段 ${field.label || field.name} 不能填 ${JSON.stringify(value)}`);

/** An option by value, otherwise by label. */
function choose(field: CardField, wanted: unknown): { index: number; value: string } {
  const options = field.options ?? [];
  const byValue = options.findIndex(({ value }) => value === String(wanted));
  const index = byValue >= 0 ? byValue : options.findIndex(({ text }) => text === String(wanted));
  const option = options[index];
  if (option === undefined) throw badValue(field, wanted);
  return { index, value: option.value };
}

function readSwitch(field: CardField, value: unknown): boolean {
  if (typeof value === "boolean") return value;
  if (value === "true" || value === "false") return value === "true";
  throw badValue(field, value);
}

function readNumber(field: CardField, value: unknown): number {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof number !== "number" || !Number.isFinite(number)) throw badValue(field, value);
  return number;
}

/** Dates and times are given in the default format, or already in the field's own format, in which they are sent. */
function moment(field: CardField, value: unknown, pattern: RegExp): string {
  const own = MOMENT_FORMATS[field.type] ?? "";
  const { format = own } = field;
  if (typeof value !== "string") throw badValue(field, value);
  if (pattern.test(value)) return format === own ? value : reformat(value, own, format);
  if (!pattern.test(reformat(value, format, own))) throw badValue(field, value);
  return value;
}
