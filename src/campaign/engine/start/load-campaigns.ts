import { StartError } from "../../../shared/start-error.ts";
import { type CampaignFolder, DefinitionError, loadCampaignFolder } from "../../definition/load.ts";
import { startPhrases } from "./phrases.ts";

export interface FoundCampaign extends CampaignFolder {
  folder: string;
}

/** An invalid folder and its problems by file and line. */
export interface BrokenFolder {
  folder: string;
  lines: readonly string[];
}

export interface LoadedCampaigns {
  found: FoundCampaign[];
  broken: BrokenFolder[];
}

/**
 * Loads the folders in order. An invalid folder does not stop the others.
 * @throws {StartError} if no folder is valid
 */
export function loadCampaigns(folders: readonly string[]): LoadedCampaigns {
  const found: FoundCampaign[] = [];
  const broken: BrokenFolder[] = [];
  for (const folder of folders) {
    const loaded = load(folder);
    const id = "lines" in loaded ? undefined : loaded.definition.campaign.id;
    const twin = found.find(({ definition }) => definition.campaign.id === id);
    if ("lines" in loaded) broken.push(loaded);
    else if (twin) broken.push({ folder, lines: [startPhrases.sameId(loaded.definition.campaign.id, twin.folder)] });
    else found.push(loaded);
  }
  if (found.length > 0) return { found, broken };
  throw new StartError(broken.map(({ folder, lines }) => startPhrases.broken(folder, lines)).join("\n"));
}

function load(folder: string): FoundCampaign | BrokenFolder {
  try {
    return { folder, ...loadCampaignFolder(folder) };
  } catch (cause) {
    if (!(cause instanceof DefinitionError)) throw cause;
    return {
      folder,
      lines: cause.problems.map(({ file, line, message }) => startPhrases.problem(file, line, message)),
    };
  }
}
