import { siteAssignmentTable } from "../directory/assignments.ts";
import { absenceTable, groupBindingTable, membershipTable } from "../directory/store.ts";
import type { Feature } from "./feature.ts";
import { dueMomentTable } from "./schedule/schedule.ts";
import { campaignTable, definitionTable } from "./start/start-campaign.ts";

/** Tables of the engine and the directory; listed first, so that replay restores them before their children. */
export const engineFeature: Feature = {
  tables: [
    ...[campaignTable, definitionTable, dueMomentTable, membershipTable, absenceTable, groupBindingTable],
    siteAssignmentTable,
  ],
};
