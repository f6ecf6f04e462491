import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";

const FOLDER = join(import.meta.dirname, "../../../scenarios");
const FIRST = "first-use.yaml";

/** For the page only: the texts of the scenarios that come with the project, that for newcomers first. */
export function serveShippedScenarios(app: FastifyInstance): void {
  app.get("/_emulator/page/scenarios", () => ({ scenarios: readShipped() }));
}

function readShipped(): { file: string; text: string }[] {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".yaml"));
  const rank = (file: string) => (file === FIRST ? 0 : 1);
  return files
    .sort((one, other) => rank(one) - rank(other) || one.localeCompare(other))
    .map((file) => ({ file, text: readFileSync(join(FOLDER, file), "utf8") }));
}
