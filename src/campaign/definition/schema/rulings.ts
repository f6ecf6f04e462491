import { z } from "zod";
import { decision } from "./decisions.ts";
import { criterionId } from "./rubric.ts";
import { day, rulingId, slug, source, text } from "./source.ts";

/** Machine-readable part of an answer, e.g. `{ step: 1 }`. */
export const rulingValue = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]));
export type RulingValue = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** 口径: an ambiguity of the plan with its default reading. */
export const ruling = z.strictObject({
  id: rulingId,
  question: text,
  /** Decision of the program that depends on it; omitted if only people follow the answer. */
  decides: decision.optional(),
  /** Omitted if no reading is safe; dependent work then waits. `value` is the machine-readable part. */
  default: z.strictObject({ text, value: rulingValue.optional() }).optional(),
  affects: z.strictObject({
    text,
    deliverables: z.array(slug).default([]),
    criteria: z.array(criterionId).default([]),
    requirements: z.array(z.string()).default([]),
  }),
  /** Has to be answered by itself, before this day; the others can be confirmed together. */
  answerBefore: day.optional(),
  ...source,
});

/** rulings.yaml */
export const rulingsFile = z.array(ruling);
export type Ruling = z.infer<typeof ruling>;
