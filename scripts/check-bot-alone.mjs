// Installs the bot without the local DingTalk, as a server would, and starts it: it must need nothing of the emulator.
// Run by CI; the emulator that it talks to comes from this checkout.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "jiayuan-bot-alone-"));
const NOT_WANTED = ["vite", "preact", "docx-preview", "dingtalk-emulator", "vitest", "playwright-core"];
const children = [];

function start(name, cwd, script, environment) {
  const child = spawn("npm", ["run", script], {
    cwd,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  children.push(child);
  return new Promise((done, fail) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      console.log(`${name}: ${line}`);
      if (line.startsWith(`{"ready":"${name}"`)) done(JSON.parse(line));
    });
    child.once("exit", (status) => fail(new Error(`${name} ended with status ${status}`)));
  });
}

try {
  execFileSync("bash", ["-c", `git ls-files -z | tar --null -T - -c | tar -x -C "${folder}"`], { cwd: project });
  const install = ["ci", "--omit=dev", "--workspace=dingtalk-payloads", "--include-workspace-root"];
  execFileSync("npm", install, { cwd: folder, stdio: "inherit" });
  const found = NOT_WANTED.filter((name) => existsSync(join(folder, "node_modules", name)));
  if (found.length > 0) throw new Error(`installed although the bot does not need it: ${found.join(", ")}`);
  const data = (name) => ({ DATA_DIR: join(folder, "data", name), PORT: "0", EMULATOR_PORT: "0" });
  const emulator = await start("emulator", project, "emulator", data("emulator"));
  await start("bot", folder, "bot", { ...data("bot"), ...emulator.env });
  console.log("the bot installs and starts without the local DingTalk");
} catch (error) {
  console.error(String(error));
  process.exitCode = 1;
} finally {
  for (const { pid } of children) {
    try {
      process.kill(-pid, "SIGTERM");
    } catch {
      // It has ended already.
    }
  }
  await new Promise((done) => setTimeout(done, 3_000));
  rmSync(folder, { recursive: true, force: true });
}
process.exit();
