import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { templates } from "../wording.ts";
import { type Answers, variablesOf } from "./answers.ts";

const TEMPLATES = join(import.meta.dirname, "templates");

/**
 * Writes a starter campaign folder; people add the plan's content by hand.
 *
 * @param plan text of the plan, if available
 * @throws if the folder is not empty
 */
export function writeFolder(folder: string, given: Answers, plan?: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new Error(`folder not empty: ${folder}`);
  mkdirSync(folder, { recursive: true });
  const variables = variablesOf(given);
  for (const file of readdirSync(TEMPLATES)) {
    const template = readFileSync(join(TEMPLATES, file), "utf8");
    writeFileSync(join(folder, file), String(templates.parseAndRenderSync(template, variables)));
  }
  if (plan !== undefined) writeFileSync(join(folder, "plan.txt"), plan);
}
