// npm run scenario -- scenarios/first-use.yaml [--url http://127.0.0.1:3100] [--pace 1.5] [--fresh]
// Plays a scenario on a running emulator, so many seconds between two steps, and stops at the first that fails.
// --fresh goes back to the first start before.
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { emulatorClient } from "dingtalk-emulator/client/client.ts";
import { parseScenario } from "dingtalk-emulator/scenario/parse.ts";
import { playScenario } from "dingtalk-emulator/scenario/player.ts";
import { lineOfStep } from "dingtalk-emulator/scenario/write-step.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: "string", default: "http://127.0.0.1:3100" },
    pace: { type: "string", default: "0" },
    fresh: { type: "boolean", default: false },
  },
});
const [file] = positionals;
const seconds = Number(values.pace);
if (file === undefined || !(seconds >= 0)) {
  console.error("用法：npm run scenario -- <文件> [--url http://127.0.0.1:3100] [--pace 1.5] [--fresh]");
  process.exit(1);
}
try {
  const text = await readFile(file, "utf8").catch(() => {
    throw new Error(`找不到场景文件 ${file}。`);
  });
  const scenario = parseScenario(text);
  const client = emulatorClient(values.url, { idleMs: 60_000 });
  await client.clock.now().catch(() => {
    throw new Error(`连接不上模拟器 ${values.url}。请先在另一个窗口运行 npm start。`);
  });
  if (values.fresh) await client.reset();
  console.log(scenario.title);
  await playScenario(scenario, {
    client,
    readFile: (path) => readFile(join(dirname(file), path)),
    before: async ({ line, step }) => {
      console.log(`${String(line).padStart(4)}　${lineOfStep(step)}`);
      await pause(seconds * 1000);
    },
  });
  console.log(`已完成，共${scenario.steps.length}步。`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
