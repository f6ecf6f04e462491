import { type Problem, problemsIn } from "./check.ts";
import { type Definition, definitionKeys, parseDefinition } from "./definition.ts";
import { readFolder } from "./read-folder.ts";
import { type Roster, rosterFile } from "./schema/roster.ts";

/** Rejects an invalid campaign folder, with all its problems. */
export class DefinitionError extends Error {
  override readonly name = "DefinitionError";
  readonly problems: readonly Problem[];

  constructor(folder: string, problems: readonly Problem[]) {
    const lines = problems.map(({ file, line, message }) => `${file}:${line}  ${message}`);
    super([`campaign folder ${folder} has ${problems.length} problem(s)`, ...lines].join("\n"));
    this.problems = problems;
  }
}

/** Content of a campaign folder: the definition to pin, and the initial people and groups. */
export interface CampaignFolder {
  definition: Definition;
  roster: Roster;
}

/**
 * Reads a folder such as `campaigns/shaoxing-2023`.
 *
 * @throws DefinitionError with file and line of every problem
 */
export function loadCampaignFolder(folder: string): CampaignFolder {
  const source = readFolder(folder);
  const problems = problemsIn(source);
  if (problems.length > 0) throw new DefinitionError(folder, problems);
  const contents = Object.fromEntries(definitionKeys.map((key) => [key, source.files[key].content]));
  return {
    definition: parseDefinition({ ...contents, planLines: source.planLines }),
    roster: rosterFile.parse(source.files.roster.content),
  };
}

/** @throws DefinitionError */
export const loadDefinition = (folder: string): Definition => loadCampaignFolder(folder).definition;
