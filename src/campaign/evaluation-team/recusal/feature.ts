import { type Feature, on } from "../../engine/feature.ts";
import { peopleChanged } from "../../engine/people-changed.ts";
import { listConfirmed } from "../../recommendation/events.ts";
import { teamApproved } from "../events.ts";
import { recusalCommands } from "./commands.ts";
import { raiseFound } from "./found.ts";
import { openRenderer, raiseRenderer } from "./views.ts";

/** 回避: what keeps a member of the team out of a case. */
export const recusalFeature: Feature = {
  commands: recusalCommands,
  renderers: [openRenderer, raiseRenderer],
  listeners: [on(teamApproved, raiseFound), on(listConfirmed, raiseFound), on(peopleChanged, raiseFound)],
};
