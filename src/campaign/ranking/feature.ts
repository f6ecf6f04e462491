import { decisionsMade } from "../authority/extension-points.ts";
import { extend, type Feature } from "../engine/feature.ts";
import { boundaryCommands } from "./boundary/command.ts";
import { compareCommands } from "./compare/command.ts";
import { registrable } from "./expected.ts";
import { expectedCommands, expectedRenderer } from "./expected-commands.ts";
import { postedRenderer, postListeners, rankingSummaryFile } from "./post-to-city.ts";
import { reviewFileCommands } from "./review-file/command.ts";
import { rankingEffects, rankingEffectsFollow } from "./ruling-effects.ts";
import { shareCommands, shareDialogue, shareRenderer } from "./share-commands.ts";
import { expectedDistrictsTable } from "./store.ts";
import { directRenderer, viewCommands } from "./view-ranking.ts";

/** 排名 by finalized points. */
export const rankingFeature: Feature = {
  tables: [expectedDistrictsTable],
  commands: [
    ...viewCommands,
    ...boundaryCommands,
    ...compareCommands,
    ...reviewFileCommands,
    ...expectedCommands,
    ...shareCommands,
  ],
  dialogues: [shareDialogue],
  renderers: [directRenderer, expectedRenderer, postedRenderer, shareRenderer],
  listeners: [...postListeners, ...rankingEffectsFollow],
  extensions: [rankingSummaryFile, ...rankingEffects, extend(decisionsMade, registrable)],
  enforces: ["countedDistricts", "earlyDisclosure", "rankingBasis", "tieLadder"],
};
