import { loadDefinition } from "../../src/campaign/definition/load.ts";
import { nounsOf } from "../../src/campaign/directory/nouns.ts";
import { exportables } from "../../src/campaign/export/export-kinds.ts";
import { wordsOf } from "../../src/campaign/selection/words.ts";

const definition = loadDefinition("campaigns/shaoxing-2023");

/** The words of the campaign of 2023, as its sentences take them. */
export const nouns = nounsOf(definition);
export const selectionWords = wordsOf(definition);

/** What it has to export. */
export const exportable = exportables(definition);
