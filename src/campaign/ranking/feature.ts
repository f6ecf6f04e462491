import type { Feature } from "../engine/feature.ts";
import { expectCommand } from "./name-expected-command.ts";
import { postedRenderer, postListeners } from "./post-to-city.ts";
import { shareCommands, shareDialogue, shareRenderer } from "./share-commands.ts";
import { expectedDistrictsTable } from "./store.ts";
import { directRenderer, viewCommands } from "./view-ranking.ts";

/** 排名 by finalized points. */
export const rankingFeature: Feature = {
  tables: [expectedDistrictsTable],
  commands: [...viewCommands, expectCommand, ...shareCommands],
  dialogues: [shareDialogue],
  renderers: [directRenderer, postedRenderer, shareRenderer],
  listeners: postListeners,
};
