import { z } from "zod";

/** A whole number that some places send as a number and others as its text. */
export const wholeNumber = z
  .union([z.number(), z.string().regex(/^-?\d+$/)])
  .transform(Number)
  .pipe(z.int());

/** Text that some places send as a bare number. */
export const plainText = z.union([z.string(), z.number().transform(String)]);

/** Text that is as good as missing when it is null or empty. */
export const maybeText = plainText.nullish().transform((text) => (text === null || text === "" ? undefined : text));

/** Parses JSON text; anything else is passed on, so that the schema behind it names what is wrong. */
export function fromJson(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}
