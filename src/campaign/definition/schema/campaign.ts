import { z } from "zod";
import { publicationPurpose, quotaPurpose } from "./purposes.ts";
import { roleGrant } from "./roles.ts";
import { day, slug, source, text } from "./source.ts";
import { deliverable, level, stage } from "./stages.ts";
import { annex, place, words } from "./words.ts";

export const FORMAT = 2;

/** 地区: a recommending body. A lower district names its upper district, which passes recommendations on. */
export const district = z.strictObject({
  id: slug,
  name: text,
  kind: z.enum(["district", "county", "countyLevelCity", "zone", "subdistrict", "town", "village", "other"]),
  /** Upper district; omitted if the district recommends to the city. */
  within: slug.optional(),
  /** First and last day of validity, inclusive. */
  from: day.optional(),
  until: day.optional(),
  ...source,
});
export type District = z.infer<typeof district>;

/** 征求意见的部门: it is asked what it knows of the recommended cases and their enterprises. */
export const department = z.strictObject({
  id: slug,
  name: text,
  /** What people call it besides. */
  aliases: z.array(text).default([]),
  /** Ids of the clauses that it may know something of. */
  clauses: z.array(text).default([]),
  /** Ids of the disqualifications that it may know something of. */
  disqualifications: z.array(slug).default([]),
  ...source,
});
export type Department = z.infer<typeof department>;

/** 类别: a group of cases with separate quotas. */
export const category = z.strictObject({ id: slug, name: text, ...source });
export type Category = z.infer<typeof category>;

/** A number of the plan: minimum, maximum, or exact. */
export const quota = z.strictObject({
  id: slug,
  name: text,
  purpose: quotaPurpose,
  min: z.int().positive().optional(),
  max: z.int().positive().optional(),
  exact: z.int().positive().optional(),
  /** 原则上: a deviation needs a reason instead of being refused. */
  soft: z.boolean().default(false),
  /** Limits this category only. */
  category: slug.optional(),
  /** For `perDistrict`: level of recommendation. */
  level,
  ...source,
});
export type Quota = z.infer<typeof quota>;

/** 公布: a list sent outside the bureau, and its addressee if known. */
export const publication = z.strictObject({
  id: slug,
  name: text,
  purpose: publicationPurpose,
  to: z.strictObject({ text, ...source }).optional(),
  ...source,
});
export type Publication = z.infer<typeof publication>;

/** A workbook that comes by itself: turned off, or sent at another time than the usual one. */
export const summary = z.strictObject({
  what: z.enum(["weekly", "published", "districts", "ranking"]),
  on: z.boolean().default(true),
  /** Only of the weekly one; Monday is 1. */
  weekday: z.int().min(1).max(5).optional(),
  time: z
    .string()
    .regex(/^(?:0[89]|1\d):[0-5]\d$/)
    .optional(),
});

/** campaign.yaml */
export const campaignFile = z.strictObject({
  format: z.literal(FORMAT),
  id: slug,
  name: text,
  title: text,
  /** Title of the plan, used in citations. */
  planTitle: text,
  year: z.strictObject({ value: z.int().min(2000).max(2100), ...source }),
  words,
  places: z.array(place).default([]),
  annexes: z.array(annex).default([]),
  city: z.strictObject({
    id: slug,
    name: text,
    bureau: text,
    shortBureau: text,
    /** Recipient of the city's own recommendations, if the plan has that step. */
    province: text.optional(),
    ...source,
  }),
  contact: z.strictObject({ name: text, phone: text, ...source }),
  stages: z.array(stage).min(1),
  deliverables: z.array(deliverable).min(1),
  categories: z.array(category).default([]),
  quotas: z.array(quota),
  publications: z.array(publication),
  districts: z.array(district).min(1),
  departments: z.array(department).default([]),
  /** Left out: all come at their usual times. */
  summaries: z.array(summary).optional(),
  roles: z.array(roleGrant).min(1),
});
export type Campaign = z.infer<typeof campaignFile>;
