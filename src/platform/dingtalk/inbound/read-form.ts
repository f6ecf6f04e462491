import { cleanText } from "./clean-text.ts";

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Choices arrive as `{index, value}` and are reduced to their value or values. */
function plainValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainValue);
  if (isRecord(value)) return "value" in value ? plainValue(value.value) : value;
  return typeof value === "string" ? cleanText(value) : value;
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

/**
 * Values of a submitted form by field name. The client leaves an empty optional field out, or sends null or an empty
 * text: all three are left out here.
 */
export function readForm(form: unknown): Record<string, unknown> | undefined {
  if (!isRecord(form)) return undefined;
  const values = Object.entries(form).map(([name, value]) => [cleanText(name), plainValue(value)] as const);
  return Object.fromEntries(values.filter(([, value]) => !isEmpty(value)));
}
