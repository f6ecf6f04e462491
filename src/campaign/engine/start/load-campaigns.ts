import { StartTrouble } from "../../../shared/start-trouble.ts";
import type { Definition } from "../../definition/definition.ts";
import { DefinitionError, loadDefinition } from "../../definition/load.ts";
import { startPhrases } from "./phrases.ts";

export interface CampaignFolder {
  folder: string;
  definition: Definition;
}

/**
 * The definitions in the folders, in their order.
 * @throws {StartTrouble} naming everything that is wrong, by file and line
 */
export function loadCampaigns(folders: readonly string[]): CampaignFolder[] {
  const loaded = folders.map((folder) => ({ folder, definition: load(folder) }));
  const ids = loaded.map(({ definition }) => definition.campaign.id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice) throw new StartTrouble(startPhrases.sameId(twice));
  return loaded;
}

function load(folder: string): Definition {
  try {
    return loadDefinition(folder);
  } catch (cause) {
    if (!(cause instanceof DefinitionError)) throw cause;
    const lines = cause.problems.map(({ file, line, message }) => startPhrases.problem(file, line, message));
    throw new StartTrouble(startPhrases.broken(folder, lines), { cause });
  }
}
