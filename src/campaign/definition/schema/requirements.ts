import { z } from "zod";
import { criterionId, threshold } from "./rubric.ts";
import { citedOnly, slug, source, text } from "./source.ts";

/** 要求8-1: a clause of a requirement, with the rubric rows on the same subject. */
export const clause = z.strictObject({
  id: z.string().regex(/^[1-9]\d*-[1-9]\d*$/),
  text,
  threshold,
  criteria: z.array(criterionId).default([]),
  /** The rows cover only part of the clause: full points do not settle it. */
  seenInPart: citedOnly(z.boolean().default(false)),
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

/** 不得参与: a ground for exclusion and the form field that declares it; asked again at every later step. */
export const disqualification = z.strictObject({
  id: slug,
  name: text,
  text,
  field: text,
  ...source,
});

/** requirements.yaml */
export const requirementsFile = z.strictObject({
  title: text,
  requirements: z.array(requirement).default([]),
  disqualifications: z.array(disqualification).default([]),
  ...source,
});

export type Clause = z.infer<typeof clause>;
export type Requirement = z.infer<typeof requirement>;
export type Disqualification = z.infer<typeof disqualification>;
export type Requirements = z.infer<typeof requirementsFile>;
