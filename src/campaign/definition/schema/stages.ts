import { z } from "zod";
import { deliverablePurpose, step } from "./purposes.ts";
import { day, rulingId, slug, source, text } from "./source.ts";

/** 阶段. Its window is two days, both included; over New Year they name their years. */
export const stage = z.strictObject({
  id: slug,
  /** 一, 二 … as the plan numbers it */
  numeral: text,
  name: text,
  opensOn: day,
  closesOn: day,
  /** The steps of the work that are offered in it. */
  steps: z.array(step).default([]),
  ...source,
});

/**
 * When a deliverable is owed.
 *
 * - `phrase`: the plan's own wording, see the date phrases; late after it
 * - `stageEnd`: the last day of the stage; with `bindingBy` only a reminder until that ruling says otherwise
 * - `with`: asked for together with another deliverable, never late by itself
 * - `proposed`: a day of ours, never late
 */
export const due = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("phrase"), phrase: slug }),
  z.strictObject({ kind: z.literal("stageEnd"), bindingBy: rulingId.optional() }),
  z.strictObject({ kind: z.literal("with"), deliverable: slug }),
  z.strictObject({ kind: z.literal("proposed"), on: day }),
]);

/** 1: recommended to the city or to the district above; 2: recommended on by a district that has others below it. */
export const level = z.int().min(1).max(2).default(1);

/** 应交成果. Something a district or the city owes within a stage. */
export const deliverable = z.strictObject({
  id: slug,
  name: text,
  purpose: deliverablePurpose,
  level,
  /** Other words people use for it. */
  aliases: z.array(text).default([]),
  stage: slug,
  owedBy: z.enum(["district", "city"]),
  /** One of it a district, a case, or the whole campaign. */
  each: z.enum(["district", "case", "campaign"]),
  due,
  /** Nobody is reminded of an optional one. */
  optional: z.boolean().default(false),
  form: slug.optional(),
  ...source,
});

export type Stage = z.infer<typeof stage>;
export type Deliverable = z.infer<typeof deliverable>;
