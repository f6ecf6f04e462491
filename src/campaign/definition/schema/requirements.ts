import { z } from "zod";
import { referencePurpose } from "./purposes.ts";
import { criterionId, threshold } from "./rubric.ts";
import { slug, source, text } from "./source.ts";

const clauseId = z.string().regex(/^[1-9]\d*-[1-9]\d*$/);

/** 要求8-1: a clause of a requirement, with the rubric rows on the same subject. */
export const clause = z.strictObject({
  id: clauseId,
  text,
  threshold,
  criteria: z.array(criterionId).default([]),
  /** The rows cover only part of the clause: full points do not settle it. */
  seenInPart: z.boolean().default(false),
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

/** One entry that is asked for. `word`: begins it where it is typed (应收 1200000). */
const asked = z.strictObject({ key: text, label: text, word: text });

/** What a figure tells: clauses it settles, and rubric rows it is shown beside. */
const feeds = { label: text, clauses: z.array(clauseId).default([]), criteria: z.array(criterionId).default([]) };

/**
 * Something that is asked once and computed.
 * - `event`: whether it happened, and the last day; met if not within the window
 * - `percent`, `ratio`: a share that reaches an amount phrase; a ratio is part ÷ whole, not rounded up
 * - `count`: how many, and the last day; met if enough and that day within the window
 * - `form`: a choice of the application form that settles the clauses
 */
export const figure = z.discriminatedUnion("kind", [
  z.strictObject({
    ...{ id: slug, kind: z.literal("event"), asks: asked, since: z.enum(["penaltyWindow", "serviceWindow"]) },
    ...feeds,
    ...source,
  }),
  z.strictObject({ id: slug, kind: z.literal("percent"), asks: asked, reaches: slug, ...feeds, ...source }),
  z.strictObject({
    ...{ id: slug, kind: z.literal("ratio"), whole: asked, part: asked, unit: z.enum(["yuan", "people"]) },
    reaches: slug,
    ...feeds,
    ...source,
  }),
  z.strictObject({
    ...{ id: slug, kind: z.literal("count"), number: asked, last: asked, reaches: slug },
    since: z.enum(["penaltyWindow", "serviceWindow"]),
    ...feeds,
    ...source,
  }),
  z.strictObject({
    ...{ id: slug, kind: z.literal("form"), field: text, met: z.array(text), notMet: z.array(text) },
    ...feeds,
    ...source,
  }),
]);

/**
 * 市级名单: a list of the whole city that the organizer supplies. `subject`: what its rows name; `end`: the first are the
 * highest figures, the last the lowest; `reaches`: an amount phrase in per cent. Where several settle a clause, one suffices.
 */
export const referenceList = z.strictObject({
  ...{ id: slug, purpose: referencePurpose, subject: z.enum(["case", "enterprise"]), end: z.enum(["first", "last"]) },
  reaches: slug,
  ...feeds,
  ...source,
});

/** requirements.yaml */
export const requirementsFile = z.strictObject({
  title: text,
  requirements: z.array(requirement).default([]),
  disqualifications: z.array(disqualification).default([]),
  figures: z.array(figure).default([]),
  referenceLists: z.array(referenceList).default([]),
  ...source,
});

export type Figure = z.infer<typeof figure>;
export type ReferenceListRule = z.infer<typeof referenceList>;

export type Clause = z.infer<typeof clause>;
export type Requirement = z.infer<typeof requirement>;
export type Disqualification = z.infer<typeof disqualification>;
export type Requirements = z.infer<typeof requirementsFile>;
