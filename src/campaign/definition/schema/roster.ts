import { z } from "zod";
import { role } from "./roles.ts";
import { slug, source, text } from "./source.ts";

/** A person of the demo organisation. Without roles: a member of the organisation outside the campaign. */
export const rosterPerson = z.strictObject({
  id: slug,
  name: text,
  title: text,
  mobile: z.string().regex(/^1\d{10}$/),
  roles: z.array(z.strictObject({ role, district: slug.optional() })),
});

/** A group chat served by the bot: `campaign` has members of all districts, `city` only of the city. */
export const rosterGroup = z.strictObject({
  id: text,
  title: text,
  audience: z.enum(["campaign", "city", "district"]),
  district: slug.optional(),
  members: z.array(slug).min(1),
});

/** roster.yaml */
export const rosterFile = z.strictObject({
  corpId: text,
  bot: z.strictObject({ name: text, clientId: text, clientSecret: text }),
  people: z.array(rosterPerson).min(1),
  groups: z.array(rosterGroup).min(1),
  ...source,
});

export type RosterPerson = z.infer<typeof rosterPerson>;
export type RosterGroup = z.infer<typeof rosterGroup>;
export type Roster = z.infer<typeof rosterFile>;
