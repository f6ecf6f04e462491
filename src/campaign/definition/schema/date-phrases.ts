import { z } from "zod";
import { day, rulingId, slug, source, text } from "./source.ts";

const reading = {
  id: slug,
  phrase: text,
  /** Literal reading. */
  literal: text,
  /** True: includes the named day or number. */
  inclusive: z.boolean(),
  basis: text,
  ...source,
};

/**
 * A date in the plan's words. The soft close is 17:00 of the last working day `onOrBefore` or `before` the stated day;
 * the value `softClose` of the ruling overrides it.
 */
export const datePhrase = z.strictObject({
  ...reading,
  on: day,
  softClose: z.enum(["onOrBefore", "before"]),
  ruling: rulingId.optional(),
});

/**
 * A number, share or span in the plan's words: `value` in `unit`, compared by `comparison`. Cited with the rows and
 * clauses that name it; computed where a figure of requirements.yaml says that it reaches it, else people judge.
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
  amounts: z.array(amountPhrase).default([]),
});

export type DatePhrase = z.infer<typeof datePhrase>;
export type AmountPhrase = z.infer<typeof amountPhrase>;
export type DatePhrases = z.infer<typeof datePhrasesFile>;
