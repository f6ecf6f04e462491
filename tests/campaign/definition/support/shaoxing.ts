import { campaignCalendar } from "../../../../src/campaign/definition/campaign-calendar.ts";
import type { DeadlineContext } from "../../../../src/campaign/definition/deadlines.ts";
import { loadCampaignFolder } from "../../../../src/campaign/definition/load.ts";
import type { People } from "../../../../src/campaign/directory/member.ts";
import { staffId } from "../../../../src/shared/brand.ts";

export const SHAOXING = "campaigns/shaoxing-2023";

const folder = loadCampaignFolder(SHAOXING);

export const shaoxing = folder.definition;
export const shaoxingContext: DeadlineContext = { definition: shaoxing, calendar: campaignCalendar(shaoxing) };

/** The demo roster, and everybody in it who has a role. */
export const shaoxingRoster = folder.roster;
export const shaoxingPeople: People = folder.roster.people
  .filter(({ roles }) => roles.length > 0)
  .map(({ id, name, roles }) => ({
    staffId: staffId(id),
    name,
    roles: roles.map(({ role, district }) => (district === undefined ? { role } : { role, district })),
  }));
