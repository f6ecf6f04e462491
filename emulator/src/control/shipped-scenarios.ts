import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { controlRoute } from "../control-api/control-route.ts";

const FOLDER = join(import.meta.dirname, "../../../scenarios");
const FIRST = "first-use.yaml";

export const shippedScenariosRoute = () =>
  controlRoute({
    method: "GET",
    path: "/page/scenarios",
    summary: "The texts of the shipped scenarios, the one for newcomers first.",
    reply: z.object({ scenarios: z.array(z.object({ file: z.string(), text: z.string() })) }),
    run: () => ({ scenarios: readShipped() }),
  });

function readShipped(): { file: string; text: string }[] {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".yaml"));
  const rank = (file: string) => (file === FIRST ? 0 : 1);
  return files
    .sort((one, other) => rank(one) - rank(other) || one.localeCompare(other))
    .map((file) => ({ file, text: readFileSync(join(FOLDER, file), "utf8") }));
}
