import type { Feature } from "../engine/feature.ts";
import { expectCommand } from "./expect-command.ts";
import { postedRenderer, postListeners } from "./post.ts";
import { directRenderer, seeCommands } from "./see.ts";
import { shareCommands, shareDialogue, shareRenderer } from "./share-commands.ts";
import { expectedDistrictsTable } from "./store.ts";

/** 排名: what the finalized points say, for whoever may see them. */
export const rankingFeature: Feature = {
  tables: [expectedDistrictsTable],
  commands: [...seeCommands, expectCommand, ...shareCommands],
  dialogues: [shareDialogue],
  renderers: [directRenderer, postedRenderer, shareRenderer],
  listeners: postListeners,
};
