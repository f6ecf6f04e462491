import { z } from "zod";
import { roleGrant } from "./roles.ts";
import { slug, source, text } from "./source.ts";
import { deliverable, stage } from "./stages.ts";

/** 地区: a body that recommends to the city (R25). */
export const district = z.strictObject({
  id: slug,
  name: text,
  kind: z.enum(["district", "county", "countyLevelCity", "zone"]),
  ...source,
});
export type District = z.infer<typeof district>;

/** A number the plan gives, and whether going past it is refused (`exact`) or only explained (`soft`). */
export const quota = z.strictObject({
  id: slug,
  name: text,
  count: z.int().positive(),
  kind: z.enum(["soft", "exact", "layout"]),
  ...source,
});
export type Quota = z.infer<typeof quota>;

/** 公布: a list that leaves the bureau. */
export const publication = z.strictObject({ id: slug, name: text, quota: slug, to: text, ...source });

/** campaign.yaml */
export const campaignFile = z.strictObject({
  id: slug,
  name: text,
  title: text,
  /** The title of the document everything cites. */
  planTitle: text,
  year: z.strictObject({ value: z.int().min(2000).max(2100), ...source }),
  city: z.strictObject({
    id: slug,
    name: text,
    bureau: text,
    shortBureau: text,
    province: text,
    ...source,
  }),
  contact: z.strictObject({ name: text, phone: text, ...source }),
  stages: z.array(stage).min(1),
  deliverables: z.array(deliverable).min(1),
  quotas: z.array(quota),
  publications: z.array(publication),
  districts: z.array(district).min(1),
  roles: z.array(roleGrant).min(1),
});
export type Campaign = z.infer<typeof campaignFile>;
