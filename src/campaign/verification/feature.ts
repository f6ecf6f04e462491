import type { Feature } from "../engine/feature.ts";
import { cityRenderer } from "./city-card.ts";
import { cityCommands } from "./city-commands.ts";
import { sheetDialogue } from "./dialogue.ts";
import { discrepancyCommands } from "./discrepancy-command.ts";
import { enterFor } from "./enter-for.ts";
import { followAgreed } from "./follow-agreed.ts";
import { asksWhatIsMissing, pointsWithoutSheet } from "./not-open.ts";
import { photoCommands } from "./photo-command.ts";
import { photoExtensions } from "./photos.ts";
import { recheckCommands } from "./rechecking.ts";
import { returningParts } from "./returning.ts";
import { followVerification, verificationEffects } from "./ruling-effects.ts";
import { sheetRenderer } from "./sheet-card.ts";
import { sheetCommands, sheetExtensions } from "./sheet-commands.ts";
import { agreedPointsTable, recheckTable } from "./store.ts";
import { memberWorkbookParts } from "./workbook/feature.ts";

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
    ...memberWorkbookParts.commands,
    ...photoCommands,
  ],
  renderers: [sheetRenderer, cityRenderer, returningParts.renderer],
  dialogues: [sheetDialogue, returningParts.dialogue],
  listeners: [...followVerification, ...followAgreed],
  extensions: [
    ...sheetExtensions,
    pointsWithoutSheet,
    asksWhatIsMissing,
    ...verificationEffects,
    ...memberWorkbookParts.extensions,
    ...photoExtensions,
  ],
  enforces: ["blindScoring", "teamScore"],
};
