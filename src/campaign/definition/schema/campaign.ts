import { z } from "zod";
import { publicationPurpose, quotaPurpose } from "./purposes.ts";
import { roleGrant } from "./roles.ts";
import { day, slug, source, text } from "./source.ts";
import { deliverable, level, stage } from "./stages.ts";
import { annex, place, words } from "./words.ts";

export const FORMAT = 2;

/** 地区: a body that recommends. Lower ones name the one above them, which recommends what it was recommended. */
export const district = z.strictObject({
  id: slug,
  name: text,
  kind: z.enum(["district", "county", "countyLevelCity", "zone", "subdistrict", "town", "village", "other"]),
  /** The district that this one recommends to; missing where it recommends to the city. */
  within: slug.optional(),
  /** First and last day on which it counts, both included. */
  from: day.optional(),
  until: day.optional(),
  ...source,
});
export type District = z.infer<typeof district>;

/** 类别: a group of cases with numbers of its own. */
export const category = z.strictObject({ id: slug, name: text, ...source });
export type Category = z.infer<typeof category>;

/** A number the plan gives: at least, at most, or exactly. */
export const quota = z.strictObject({
  id: slug,
  name: text,
  purpose: quotaPurpose,
  min: z.int().positive().optional(),
  max: z.int().positive().optional(),
  exact: z.int().positive().optional(),
  /** 原则上: departing from it asks for a reason instead of being refused. */
  soft: z.boolean().default(false),
  /** Of one category only. */
  category: slug.optional(),
  /** Of `perDistrict`: the level of recommendation it limits. */
  level,
  ...source,
});
export type Quota = z.infer<typeof quota>;

/** 公布: a list that leaves the bureau, and whom it is addressed to, where anything says so. */
export const publication = z.strictObject({
  id: slug,
  name: text,
  purpose: publicationPurpose,
  to: z.strictObject({ text, ...source }).optional(),
  ...source,
});
export type Publication = z.infer<typeof publication>;

/** campaign.yaml */
export const campaignFile = z.strictObject({
  format: z.literal(FORMAT),
  id: slug,
  name: text,
  title: text,
  /** The title of the document everything cites. */
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
    /** Who is recommended to beyond the city, where the plan has such a step. */
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
  roles: z.array(roleGrant).min(1),
});
export type Campaign = z.infer<typeof campaignFile>;
