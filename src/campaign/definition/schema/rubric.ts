import { z } from "zod";
import { slug, source, text } from "./source.ts";

/** Section and row as people write them: `3-2`. */
export const criterionId = z.string().regex(/^[1-9]\d*-[1-9]\d*$/);

/** 条目. One row of 评选标准 that gets points. */
export const criterion = z.strictObject({
  id: criterionId,
  /** Two to eight characters for narrow places. */
  short: text,
  /** Cleaned wording, without the number and with broken rows joined. */
  text,
  /** As it stands in the plan, line breaks included. */
  original: text,
  maxPoints: z.int().positive(),
  /** The plan line that prints the points. */
  pointsLine: z.int().positive(),
  /** How it is seen: 材料, 现场, 数据. */
  seenBy: z.array(z.enum(["material", "site", "data"])).min(1),
  /** The amount phrase that must be reached. */
  threshold: slug.optional(),
  /** Printed in the row's 备注. */
  remark: z.strictObject({ text, ...source }).optional(),
  ...source,
});

/** 评选内容: a section of the rubric. */
export const section = z.strictObject({
  id: z.string().regex(/^[1-9]\d*$/),
  numeral: text,
  name: text,
  maxPoints: z.int().positive(),
  criteria: z.array(criterion).min(1),
  ...source,
});

/** rubric.yaml */
export const rubricFile = z.strictObject({
  title: text,
  totalPoints: z.int().positive(),
  criterionCount: z.int().positive(),
  note: z.strictObject({ text, ...source }),
  sections: z.array(section).min(1),
  ...source,
});

export type Criterion = z.infer<typeof criterion>;
export type Section = z.infer<typeof section>;
export type Rubric = z.infer<typeof rubricFile>;
