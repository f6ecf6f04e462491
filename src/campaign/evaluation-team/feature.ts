import { decisionsMade } from "../authority/extension-points.ts";
import { extend, type Feature, on } from "../engine/feature.ts";
import { peopleChanged } from "../engine/people-changed.ts";
import { registrable } from "./decide.ts";
import { leaveTeam } from "./leave.ts";
import { evaluationTeamTable, noRecusalTable, recusalTable, teamMemberTable } from "./store.ts";
import { teamCommands } from "./team-commands.ts";
import { teamFormRenderer, teamRenderer } from "./views.ts";

/** 评选工作组: who verifies for the city, and who keeps out of which case. */
export const evaluationTeamFeature: Feature = {
  tables: [teamMemberTable, evaluationTeamTable, recusalTable, noRecusalTable],
  commands: teamCommands,
  renderers: [teamRenderer, teamFormRenderer],
  extensions: [extend(decisionsMade, registrable)],
  listeners: [on(peopleChanged, leaveTeam)],
};
