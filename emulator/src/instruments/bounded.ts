const MOST_BYTES = 64 * 1024;

const sizeOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value) ?? "");

/** The same value, or where it is larger than 64 KB as JSON its size; of a request or a frame the rest stays. */
export function bounded(value: unknown): unknown {
  const bytes = sizeOf(value);
  if (bytes <= MOST_BYTES) return value;
  if (typeof value !== "object" || value === null) return { bytes };
  const { body, data, ...rest }: { body?: unknown; data?: unknown } = value;
  const inner = body ?? data;
  if (inner === undefined || sizeOf(rest) > MOST_BYTES) return { bytes };
  return { ...rest, [body === undefined ? "data" : "body"]: { bytes: sizeOf(inner) } };
}
