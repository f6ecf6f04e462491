import { groupBindingTable, membershipTable } from "../directory/store.ts";
import type { Feature } from "./feature.ts";
import { dueMomentTable } from "./schedule/schedule.ts";
import { campaignTable, definitionTable } from "./start/start-campaign.ts";

/** The tables that every campaign has, before any part of it. */
export const engineFeature: Feature = {
  tables: [campaignTable, definitionTable, dueMomentTable, membershipTable, groupBindingTable],
};
