import { timingSafeEqual } from "node:crypto";

/** Compares a received signature without telling by its duration how much of it was right. */
export function equalText(received: string, expected: string): boolean {
  const one = Buffer.from(received);
  const other = Buffer.from(expected);
  return one.length === other.length && timingSafeEqual(one, other);
}
