import { z } from "zod";
import { rowPurpose } from "./purposes.ts";
import { citedOnly, slug, source, text } from "./source.ts";

/** Section and row as people write them: `3-2`. */
export const criterionId = z.string().regex(/^[1-9]\d*-[1-9]\d*$/);

/** Points to the tenth: half points and tenths of the plan's own. */
export const points = z.number().min(0).multipleOf(0.1);

/** The amount phrases of which one must be reached (written `a` or `[a, b]`), always a list after loading. */
export const threshold = citedOnly(
  z.preprocess((value) => (value === undefined || Array.isArray(value) ? value : [value]), z.array(slug).default([])),
);

/** 条目. One row of 评选标准: it gets points, or it knocks out (一票否决). */
export const criterion = z.strictObject({
  id: criterionId,
  /** Two to eight characters for narrow places. */
  short: text,
  /** Cleaned wording, without the number and with broken rows joined. */
  text,
  /** As it stands in the plan, line breaks included. */
  original: text,
  purpose: rowPurpose.optional(),
  /** A row that takes no points: who does not meet it is out. */
  knockOut: z.boolean().default(false),
  /** 0 where the row knocks out. */
  maxPoints: points,
  /** The plan line that prints the points, where it does. */
  pointsLine: z.int().positive().optional(),
  /** How it is seen: 材料, 现场, 数据. */
  seenBy: citedOnly(z.array(z.enum(["material", "site", "data"])).default([])),
  threshold,
  /** Printed in the row's 备注. */
  remark: z.strictObject({ text, ...source }).optional(),
  ...source,
});

/** 评选内容: a section of the rubric. A bonus section comes on top of the total; its rows count up to its maximum. */
export const section = z.strictObject({
  id: z.string().regex(/^[1-9]\d*$/),
  numeral: text,
  name: text,
  bonus: z.boolean().default(false),
  maxPoints: points,
  criteria: z.array(criterion).min(1),
  ...source,
});

/** rubric.yaml; without sections the campaign has no points. */
export const rubricFile = z.strictObject({
  title: text,
  /** Without bonus sections. */
  totalPoints: points,
  /** The most that all bonus sections give together; missing: each up to its own maximum. */
  bonusPoints: points.optional(),
  /** Who stays below cannot be recommended. */
  passMark: points.optional(),
  criterionCount: z.int().min(0),
  note: z.strictObject({ text, ...source }).optional(),
  sections: z.array(section),
  ...source,
});

export type Criterion = z.infer<typeof criterion>;
export type Section = z.infer<typeof section>;
export type Rubric = z.infer<typeof rubricFile>;
