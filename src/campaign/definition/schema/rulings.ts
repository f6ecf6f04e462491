import { z } from "zod";
import { decision } from "./decisions.ts";
import { criterionId } from "./rubric.ts";
import { rulingId, slug, source, text } from "./source.ts";

/** What the engine reads of an answer, e.g. `{ step: 1 }`. */
export const rulingValue = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]));
export type RulingValue = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** 口径: an ambiguity of the plan, and how it is read until somebody entitled decides it. */
export const ruling = z.strictObject({
  id: rulingId,
  question: text,
  /** What of the program hangs on it; missing where only people follow the answer. */
  decides: decision.optional(),
  /** Missing where there is no safe reading: what hangs on it waits for an answer. `value` is what the program reads. */
  default: z.strictObject({ text, value: rulingValue.optional() }).optional(),
  affects: z.strictObject({
    text,
    deliverables: z.array(slug).default([]),
    criteria: z.array(criterionId).default([]),
    requirements: z.array(z.string()).default([]),
  }),
  ...source,
});

/** rulings.yaml */
export const rulingsFile = z.array(ruling);
export type Ruling = z.infer<typeof ruling>;
