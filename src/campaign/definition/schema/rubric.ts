import { z } from "zod";
import { rowPurpose, sharedBody } from "./purposes.ts";
import { citedOnly, slug, source, text } from "./source.ts";

/** Section and row: `3-2`. */
export const criterionId = z.string().regex(/^[1-9]\d*-[1-9]\d*$/);

/** Points, multiples of 0.1. */
export const points = z.number().min(0).multipleOf(0.1);

/** Ids of amount phrases; reaching one is enough. Written `a` or `[a, b]`; a list after loading. */
export const threshold = citedOnly(
  z.preprocess((value) => (value === undefined || Array.isArray(value) ? value : [value]), z.array(slug).default([])),
);

/** 条目: a row of 评选标准. It gives points or excludes (一票否决). */
export const criterion = z.strictObject({
  id: criterionId,
  /** Two to eight characters, for narrow columns. */
  short: text,
  /** Wording without the number, broken rows joined. */
  text,
  /** Wording of the plan, with line breaks. */
  original: text,
  purpose: rowPurpose.optional(),
  /** Excluding row without points (一票否决). */
  knockOut: z.boolean().default(false),
  /** 0 for an excluding row. */
  maxPoints: points,
  /** Plan line that prints the points, if any. */
  pointsLine: z.int().positive().optional(),
  /** How the row is proved: 材料, 现场, 数据. Rows with a mark take files as evidence. */
  seenBy: z.array(z.enum(["material", "site", "data"])).default([]),
  /** About a body that several cases share (街道, 企业, 部门): one file may prove it for all of them. */
  aboutOthers: z.boolean().default(false),
  /** What cases must have in common for the row to be about the same body: they should then score alike. */
  sharedBy: sharedBody.optional(),
  /** Proof of it may hold data of residents: people are warned before the first file. */
  residentsData: z.boolean().default(false),
  threshold,
  /** Printed in the row's 备注. */
  remark: z.strictObject({ text, ...source }).optional(),
  ...source,
});

/** 评选内容: a section of the rubric. Bonus sections add to the total, each up to its maximum. */
export const section = z.strictObject({
  id: z.string().regex(/^[1-9]\d*$/),
  numeral: text,
  name: text,
  bonus: z.boolean().default(false),
  maxPoints: points,
  criteria: z.array(criterion).min(1),
  ...source,
});

/** rubric.yaml. No sections: the campaign has no scoring. */
export const rubricFile = z.strictObject({
  title: text,
  /** Without bonus sections. */
  totalPoints: points,
  /** Maximum of all bonus sections together; default: the sum of their maxima. */
  bonusPoints: points.optional(),
  /** Minimum total for a recommendation. */
  passMark: points.optional(),
  criterionCount: z.int().min(0),
  note: z.strictObject({ text, ...source }).optional(),
  sections: z.array(section),
  ...source,
});

export type Criterion = z.infer<typeof criterion>;
export type Section = z.infer<typeof section>;
export type Rubric = z.infer<typeof rubricFile>;
