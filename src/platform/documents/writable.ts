/** Characters that XML cannot hold, and halves of characters. */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** A text as a document can hold it; nothing visible is lost. */
export const writable = (text: string): string => text.replaceAll(UNWRITABLE, "");

/** The same for every text of a description; dates and bytes stay. */
export function allWritable<Value>(value: Value): Value {
  return clean(value) as Value;
}

function clean(value: unknown): unknown {
  if (typeof value === "string") return writable(value);
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, clean(one)]));
}
