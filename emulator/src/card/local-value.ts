import type { CardField } from "../contract/card.ts";
import { MOMENT_FORMATS, reformat } from "./moment-format.ts";
import { formatValue } from "./parse-value.ts";
import { member } from "./path.ts";

/** Check box lists store numbers when their values are numeric. */
const bare = (value: string): string | number => (/^-?\d+$/.test(value) ? Number(value) : value);

function placeOf(field: CardField, wanted: unknown): number {
  const options = field.options ?? [];
  const byValue = options.findIndex(({ value }) => value === formatValue(wanted));
  return byValue >= 0 ? byValue : options.findIndex(({ text }) => text === formatValue(wanted));
}

function chosen(field: CardField, values: readonly unknown[]): { index: number[]; value: string[] } {
  const index = values.map((value) => placeOf(field, value)).filter((place) => place >= 0);
  return { index, value: index.map((place) => field.options?.[place]?.value ?? "") };
}

function momentOf({ type, format }: CardField, text: string): string {
  const own = MOMENT_FORMATS[type] ?? "";
  return format === undefined ? text : reformat(text, own, format);
}

const valuesOf = (field: CardField, values: readonly unknown[]) => chosen(field, values).value;
const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === "" ? [] : [value];

/**
 * The value a single input stores for a choice given by option value or label: `{index, value}` for selections, a
 * number or numbers for check box lists, texts for tags. An encoded value is returned unchanged. Source: the
 * platform's examples.
 */
export function localValue(field: CardField, given: unknown): unknown {
  if (member(given, "index") !== undefined) return given;
  switch (field.type) {
    case "SELECT": {
      const { index, value } = chosen(field, listOf(given));
      return index[0] === undefined ? "" : { index: index[0], value: value[0] };
    }
    case "MULTI_SELECT":
      return chosen(field, listOf(given));
    case "CHECKBOX_GROUP":
      return valuesOf(field, listOf(given)).map(bare)[0] ?? "";
    case "MULTI_CHECKBOX_GROUP":
      return valuesOf(field, listOf(given)).map(bare);
    case "TAGS":
      return valuesOf(field, listOf(given));
    case "DATE":
    case "TIME":
    case "DATETIME":
      return momentOf(field, formatValue(given));
    case "CHECKBOX":
      return given === true || given === "true";
    default:
      return formatValue(given);
  }
}
