import { z } from "zod";
import { citedOnly, day, rulingId, slug, source, text } from "./source.ts";

const reading = {
  id: slug,
  /** The plan's words. */
  phrase: text,
  /** What they say, taken literally. */
  literal: text,
  /** Whether the named day or number itself is in. */
  inclusive: z.boolean(),
  /** Where this reading comes from. */
  basis: text,
  ...source,
};

/**
 * A date in the plan's words. The soft close is 17:00 of the last working day `onOrBefore` the stated day, or of the
 * last one `before` it; `ruling` may say otherwise in its value `softClose`.
 */
export const datePhrase = z.strictObject({
  ...reading,
  on: day,
  softClose: z.enum(["onOrBefore", "before"]),
  ruling: rulingId.optional(),
});

/**
 * A number, share or span in the plan's words: `value` of `unit`, compared as `comparison` says. It is cited beside
 * the rows and clauses that name it; whether it is reached, people say.
 */
export const amountPhrase = z.strictObject({
  ...reading,
  comparison: z.enum(["atLeast", "moreThan", "atMost", "equal", "within"]),
  value: z.number(),
  unit: z.enum(["percent", "percentOfCity", "characters", "items", "timesPerYear", "years", "cases"]),
});

/** date-phrases.yaml */
export const datePhrasesFile = z.strictObject({
  dates: z.array(datePhrase).default([]),
  amounts: citedOnly(z.array(amountPhrase).default([])),
});

export type DatePhrase = z.infer<typeof datePhrase>;
export type AmountPhrase = z.infer<typeof amountPhrase>;
export type DatePhrases = z.infer<typeof datePhrasesFile>;
