// Generates the database client. Runs after every install, on whatever Node does the installing.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("..", import.meta.url));
const result = spawnSync("prisma", ["generate"], {
  cwd: project,
  shell: process.platform === "win32",
  encoding: "utf8",
  // Generating needs no engine; naming any file keeps Prisma from looking for one to download.
  env: {
    ...process.env,
    CHECKPOINT_DISABLE: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    PRISMA_SCHEMA_ENGINE_BINARY: fileURLToPath(import.meta.url),
  },
});
if (result.status !== 0) {
  console.error(result.stdout, result.stderr, result.error ?? "");
  process.exit(1);
}
