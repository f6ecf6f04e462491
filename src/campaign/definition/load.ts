import { type Problem, problemsIn } from "./check.ts";
import { type Definition, parseDefinition } from "./definition.ts";
import { readFolder } from "./read-folder.ts";

/** A campaign folder that cannot be used, with everything that is wrong with it. */
export class DefinitionError extends Error {
  override readonly name = "DefinitionError";
  readonly problems: readonly Problem[];

  constructor(folder: string, problems: readonly Problem[]) {
    const lines = problems.map(({ file, line, message }) => `${file}:${line}  ${message}`);
    super([`campaign folder ${folder} has ${problems.length} problem(s)`, ...lines].join("\n"));
    this.problems = problems;
  }
}

/**
 * The definition in a folder such as `campaigns/shaoxing-2023`.
 *
 * @throws DefinitionError naming every problem with file and line
 */
export function loadDefinition(folder: string): Definition {
  const source = readFolder(folder);
  const problems = problemsIn(source);
  if (problems.length > 0) throw new DefinitionError(folder, problems);
  const contents = Object.fromEntries(Object.entries(source.files).map(([key, file]) => [key, file.content]));
  return parseDefinition({ ...contents, planLines: source.planLines });
}
