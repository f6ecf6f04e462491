import { z } from "zod";
import { deliverablePurpose, step } from "./purposes.ts";
import { day, rulingId, slug, source, text } from "./source.ts";

/** 阶段. Both days of the window are inclusive; across New Year they carry their years. */
export const stage = z.strictObject({
  id: slug,
  /** Number in the plan: 一, 二 … */
  numeral: text,
  name: text,
  opensOn: day,
  closesOn: day,
  /** Steps offered in the stage. */
  steps: z.array(step).default([]),
  ...source,
});

/**
 * Due date of a deliverable.
 *
 * - `phrase`: a date phrase of the plan; late after it
 * - `stageEnd`: the last day of the stage; with `bindingBy` a reminder only, until that ruling makes it binding
 * - `with`: requested together with another deliverable, never late by itself
 * - `proposed`: a day proposed by this system, never late
 */
export const due = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("phrase"), phrase: slug }),
  z.strictObject({ kind: z.literal("stageEnd"), bindingBy: rulingId.optional() }),
  z.strictObject({ kind: z.literal("with"), deliverable: slug }),
  z.strictObject({ kind: z.literal("proposed"), on: day }),
]);

/** 1: list to the city or to the upper district; 2: list of an upper district. */
export const level = z.int().min(1).max(2).default(1);

/** 应交成果: owed by a district or the city within a stage. */
export const deliverable = z.strictObject({
  id: slug,
  name: text,
  purpose: deliverablePurpose,
  level,
  /** Other names people use. */
  aliases: z.array(text).default([]),
  stage: slug,
  owedBy: z.enum(["district", "city"]),
  /** One per district, per case, or per campaign. */
  each: z.enum(["district", "case", "campaign"]),
  due,
  /** Optional deliverables get no reminders. */
  optional: z.boolean().default(false),
  form: slug.optional(),
  ...source,
});

export type Stage = z.infer<typeof stage>;
export type Deliverable = z.infer<typeof deliverable>;
