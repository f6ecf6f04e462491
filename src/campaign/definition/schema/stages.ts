import { z } from "zod";
import { monthDay, rulingId, slug, source, text } from "./source.ts";

/** 阶段. Its window is two days of the campaign's year, both included. */
export const stage = z.strictObject({
  id: slug,
  /** 一, 二 … as the plan numbers it */
  numeral: text,
  name: text,
  opensOn: monthDay,
  closesOn: monthDay,
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
  z.strictObject({ kind: z.literal("proposed"), on: monthDay }),
]);

/** 应交成果. Something a district or the city owes within a stage. */
export const deliverable = z.strictObject({
  id: slug,
  name: text,
  /** Other words people use for it. */
  aliases: z.array(text).default([]),
  stage: slug,
  owedBy: z.enum(["district", "city"]),
  /** One of it a district, a compound, or the whole campaign. */
  each: z.enum(["district", "compound", "campaign"]),
  due,
  /** Nobody is reminded of an optional one. */
  optional: z.boolean().default(false),
  form: slug.optional(),
  ...source,
});

export type Stage = z.infer<typeof stage>;
export type Deliverable = z.infer<typeof deliverable>;
