import { campaignCalendar } from "../../../../src/campaign/definition/campaign-calendar.ts";
import type { DeadlineContext } from "../../../../src/campaign/definition/deadlines.ts";
import { loadCampaignFolder } from "../../../../src/campaign/definition/load.ts";
import { type People, peopleOn } from "../../../../src/campaign/directory/member.ts";
import { staffId } from "../../../../src/shared/brand.ts";

export const SHAOXING = "campaigns/shaoxing-2023";

/** First day of stage one. */
const BEGINNING = "2023-08-10";

const folder = loadCampaignFolder(SHAOXING);

export const shaoxing = folder.definition;
export const shaoxingContext: DeadlineContext = { definition: shaoxing, calendar: campaignCalendar(shaoxing) };

/** The demo roster, and everybody in it who has a role. */
export const shaoxingRoster = folder.roster;
export const shaoxingPeople: People = peopleOn(
  folder.roster.people.flatMap(({ id, name, roles }) =>
    roles.map(({ role, district }) => ({
      staffId: staffId(id),
      name,
      role,
      ...(district === undefined ? {} : { district }),
      from: BEGINNING,
    })),
  ),
  BEGINNING,
);
