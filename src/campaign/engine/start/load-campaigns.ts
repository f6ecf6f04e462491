import { StartError } from "../../../shared/start-error.ts";
import { type CampaignFolder, DefinitionError, loadCampaignFolder } from "../../definition/load.ts";
import { startPhrases } from "./phrases.ts";

export interface FoundCampaign extends CampaignFolder {
  folder: string;
}

/**
 * What the folders say, in their order.
 * @throws {StartError} naming everything that is wrong, by file and line
 */
export function loadCampaigns(folders: readonly string[]): FoundCampaign[] {
  const loaded = folders.map((folder) => ({ folder, ...load(folder) }));
  const ids = loaded.map(({ definition }) => definition.campaign.id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice) throw new StartError(startPhrases.sameId(twice));
  return loaded;
}

function load(folder: string): CampaignFolder {
  try {
    return loadCampaignFolder(folder);
  } catch (cause) {
    if (!(cause instanceof DefinitionError)) throw cause;
    const lines = cause.problems.map(({ file, line, message }) => startPhrases.problem(file, line, message));
    throw new StartError(startPhrases.broken(folder, lines), { cause });
  }
}
