import type { Feature } from "../engine/feature.ts";
import { evaluationTeamTable, noRecusalTable, recusalTable, teamMemberTable } from "./store.ts";

/** 评选工作组: who verifies for the city, and who keeps out of which case. */
export const evaluationTeamFeature: Feature = {
  tables: [teamMemberTable, evaluationTeamTable, recusalTable, noRecusalTable],
};
