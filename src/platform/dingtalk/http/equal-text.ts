import { timingSafeEqual } from "node:crypto";

/** Compares signatures in constant time. */
export function equalText(received: string, expected: string): boolean {
  const one = Buffer.from(received);
  const other = Buffer.from(expected);
  return one.length === other.length && timingSafeEqual(one, other);
}
