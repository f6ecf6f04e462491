import type { Feature } from "../engine/feature.ts";
import { sheetDialogue } from "./dialogue.ts";
import { pointsWithoutSheet } from "./not-open.ts";
import { sheetRenderer } from "./sheet-card.ts";
import { sheetCommands, sheetExtensions } from "./sheet-commands.ts";
import { agreedPointsTable, recheckTable } from "./store.ts";

/** 核验: the city's own points, given by the members of the team. */
export const verificationFeature: Feature = {
  tables: [agreedPointsTable, recheckTable],
  commands: sheetCommands,
  renderers: [sheetRenderer],
  dialogues: [sheetDialogue],
  extensions: [...sheetExtensions, pointsWithoutSheet],
  enforces: ["blindScoring"],
};
