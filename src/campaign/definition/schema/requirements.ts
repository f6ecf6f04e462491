import { z } from "zod";
import { criterionId } from "./rubric.ts";
import { slug, source, text } from "./source.ts";

/** 要求8-1: one thing a requirement asks for, with the rubric rows that look at the same. */
export const clause = z.strictObject({
  id: z.string().regex(/^[1-9]\d*-[1-9]\d*$/),
  text,
  /** The amount phrase that must be reached. */
  threshold: slug.optional(),
  criteria: z.array(criterionId).default([]),
  ...source,
});

/** 要求（附件1） */
export const requirement = z.strictObject({
  id: z.string().regex(/^[1-9]\d*$/),
  short: text,
  text,
  clauses: z.array(clause).min(1),
  ...source,
});

/** 不得参与: what keeps a compound out, and the form field that declares it. */
export const disqualification = z.strictObject({
  id: slug,
  name: text,
  text,
  field: text,
  /** Deliverables at which it is asked again. */
  checkedAt: z.array(slug).min(1),
  ...source,
});

/** requirements.yaml */
export const requirementsFile = z.strictObject({
  title: text,
  requirements: z.array(requirement).min(1),
  disqualifications: z.array(disqualification),
  ...source,
});

export type Clause = z.infer<typeof clause>;
export type Requirement = z.infer<typeof requirement>;
export type Disqualification = z.infer<typeof disqualification>;
export type Requirements = z.infer<typeof requirementsFile>;
