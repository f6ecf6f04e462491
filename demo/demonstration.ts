import { join } from "node:path";
import type { Definition } from "../src/campaign/definition/definition.ts";
import { loadCampaignFolder } from "../src/campaign/definition/load.ts";
import { deliverableFor, offers } from "../src/campaign/definition/purposes.ts";
import type { Role } from "../src/campaign/definition/schema/roles.ts";
import type { Roster } from "../src/campaign/definition/schema/roster.ts";

const SHAOXING = join(import.meta.dirname, "../campaigns/shaoxing-2023");

/** A campaign whose people the demonstration plays. */
export interface Demonstration {
  definition: Definition;
  roster: Roster;
}

/** The campaign that is played where none is named. */
export function shaoxing(): Demonstration {
  read ??= loadCampaignFolder(SHAOXING);
  return read;
}
let read: Demonstration | undefined;

/** Why the campaign cannot be demonstrated, in one sentence; undefined when it can. */
export function hindrance({ definition, roster }: Demonstration): string | undefined {
  const { name } = definition.campaign;
  if (!offers(definition, "application") || !deliverableFor(definition, "application"))
    return `“${name}”没有申报这一步，无法演示。`;
  if (!offers(definition, "recommendation") || !deliverableFor(definition, "list"))
    return `“${name}”没有推荐这一步，无法演示。`;
  const unplayed = (["organizer", "approver"] as const).find((role) => !personWith(roster, role));
  return unplayed && `“${name}”的名册里没有人担任 ${unplayed}，无法演示。`;
}

/** Who plays the role, in the district if it has one; the first in the roster. */
export const personWith = ({ people }: Roster, role: Role, district?: string) =>
  people.find(({ roles }) => roles.some((held) => held.role === role && held.district === district));
