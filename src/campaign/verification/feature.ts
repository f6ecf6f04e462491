import type { Feature } from "../engine/feature.ts";
import { cityRenderer } from "./city-card.ts";
import { cityCommands } from "./city-commands.ts";
import { sheetDialogue } from "./dialogue.ts";
import { discrepancyCommands } from "./discrepancy-command.ts";
import { enterFor } from "./enter-for.ts";
import { pointsWithoutSheet } from "./not-open.ts";
import { recheckCommands } from "./rechecking.ts";
import { returningParts } from "./returning.ts";
import { followVerification, verificationEffects } from "./ruling-effects.ts";
import { sheetRenderer } from "./sheet-card.ts";
import { sheetCommands, sheetExtensions } from "./sheet-commands.ts";
import { agreedPointsTable, recheckTable } from "./store.ts";

/** 核验: the city's own points, given by the members of the team. */
export const verificationFeature: Feature = {
  tables: [agreedPointsTable, recheckTable],
  commands: [
    ...sheetCommands,
    enterFor,
    ...cityCommands,
    returningParts.command,
    ...recheckCommands,
    ...discrepancyCommands,
  ],
  renderers: [sheetRenderer, cityRenderer, returningParts.renderer],
  dialogues: [sheetDialogue, returningParts.dialogue],
  listeners: followVerification,
  extensions: [...sheetExtensions, pointsWithoutSheet, ...verificationEffects],
  enforces: ["blindScoring", "teamScore"],
};
