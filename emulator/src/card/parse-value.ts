const TEXT_TYPES = new Set(["string", "markdown"]);

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * A card value as the client reads it for a variable of this type. A text that does not fit its type reads as nothing,
 * as it does on a phone.
 */
export function parseValue(type: string, text: string): unknown {
  if (TEXT_TYPES.has(type)) return text;
  if (text === "") return undefined;
  if (type === "boolean") return text === "true";
  if (type === "number") return Number.isNaN(Number(text)) ? undefined : Number(text);
  return fromJson(text);
}

/** The textual form of a value. */
export function formatValue(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return JSON.stringify(value);
}
