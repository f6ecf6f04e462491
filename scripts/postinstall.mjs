// Runs after every install, on whatever Node does the installing: generates the database client, bundles the programs and,
// where the local DingTalk is installed with what its page is built from, builds the page.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("..", import.meta.url));

function run(command, args, { environment = {}, isNeeded = true } = {}) {
  const result = spawnSync(command, args, {
    cwd: project,
    shell: process.platform === "win32",
    encoding: "utf8",
    env: { ...process.env, ...environment },
  });
  if (result.status === 0) return;
  console.error(result.stdout, result.stderr, result.error ?? "");
  if (isNeeded) process.exit(1);
}

run("prisma", ["generate"], {
  environment: {
    CHECKPOINT_DISABLE: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    // Generating needs no engine; naming any file keeps Prisma from looking for one to download.
    PRISMA_SCHEMA_ENGINE_BINARY: fileURLToPath(import.meta.url),
  },
});
// Without bundles the programs start from their sources, only slower.
run("node", ["scripts/build.ts"], { isNeeded: false });
const hasPage = ["dingtalk-emulator", "vite", "preact"].every((name) => existsSync(`${project}node_modules/${name}`));
if (hasPage) run("node", ["emulator/build-page.mjs"]);
