import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { storagePhrases } from "../../src/platform/storage/phrases.ts";
import { webPhrases } from "../../src/platform/web/phrases.ts";
import { occupiedPort, processesOn, run } from "./ended-programs.ts";
import { copyFolder, edit } from "./folder.ts";
import { startWorld, type World } from "./world.ts";
import { worldAt } from "./world-at.ts";

const CREDENTIALS = { DINGTALK_CLIENT_ID: "nobody", DINGTALK_CLIENT_SECRET: "nothing" };
const NOWHERE = { DINGTALK_API_BASE: "http://127.0.0.1:9", DINGTALK_OAPI_BASE: "http://127.0.0.1:9" };

let scratch: string;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "jiayuan-start-"));
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

const bot = (environment: Record<string, string>) =>
  run("src/main.ts", { ...CREDENTIALS, ...NOWHERE, DATA_DIR: join(scratch, "data"), ...environment });
const everything = (environment: Record<string, string>) =>
  run("scripts/start.ts", { DATA_DIR: join(scratch, "everything"), ...environment });

describe("a bot that cannot start says why in one sentence, and ends with status 1", () => {
  test("without credentials: names every variable at once", async () => {
    expect(await bot({ DINGTALK_CLIENT_ID: "", DINGTALK_CLIENT_SECRET: "" })).toEqual({
      status: 1,
      stderr:
        "配置有误，系统未启动：DINGTALK_CLIENT_ID 未设置（必填）；DINGTALK_CLIENT_SECRET 未设置（必填）。各项的含义和默认值见 .env.example。",
    });
  });

  test.each([
    {
      because: "an unreachable database",
      environment: { DATABASE_URL: "postgresql://a:b@127.0.0.1:1/jiayuan" },
      sentence: storagePhrases.unreachable("127.0.0.1:1"),
    },
    {
      because: "an address that is none",
      environment: { DATABASE_URL: "localhost/jiayuan" },
      sentence: storagePhrases.badUrl(),
    },
    {
      because: "a bad key",
      environment: { DATA_KEY: "zz" },
      sentence: storagePhrases.badDataKey(),
    },
    {
      because: "a clock that does not answer",
      environment: { CLOCK_URL: "http://127.0.0.1:9/clock" },
      sentence: webPhrases.clockAway("http://127.0.0.1:9/clock"),
    },
    {
      because: "a port that is no number",
      environment: { PORT: "many" },
      sentence: "配置有误，系统未启动：PORT 的值不合要求。各项的含义和默认值见 .env.example。",
    },
  ])("for $because", async ({ environment, sentence }) => {
    expect(await bot(environment)).toEqual({ status: 1, stderr: sentence });
    expect(await processesOn(scratch)).toEqual([]);
  });

  test("on a port in use, and leaves no database running", async () => {
    const { port, server } = await occupiedPort();

    const ended = await bot({ PORT: port });

    server.close();
    expect(ended).toEqual({
      status: 1,
      stderr: `端口 ${port} 已被占用，系统未启动，数据未改动。请关闭占用它的程序，或用 PORT 指定另一个端口。`,
    });
    expect(await processesOn(scratch)).toEqual([]);
  });

  test("where a file stands in the place of the data folder", async () => {
    const file = join(scratch, "a-file");
    await writeFile(file, "");

    expect(await bot({ DATA_DIR: file })).toEqual({
      status: 1,
      stderr: `数据目录 ${file} 无法写入，系统未启动，未作任何改动。请检查目录权限，或用 DATA_DIR 指定另一个目录。`,
    });
    expect(await readFile(file, "utf8")).toBe("");
  });

  test("for a broken campaign folder: what is wrong, by file and line", async () => {
    const folder = await copyFolder();
    await edit(folder, "rubric.yaml", [["short: 联席会议", "short: 7"]]);

    expect(await bot({ CAMPAIGN: folder })).toEqual({
      status: 1,
      stderr: [
        `活动目录 ${folder} 有1处问题，系统未启动，数据未改动：`,
        "rubric.yaml:36  “short”应为文字。",
        `改好后可先运行 npm run campaign -- check ${folder} 检查。`,
      ].join("\n"),
    });
    await rm(folder, { recursive: true, force: true });
  });
});

describe("npm start that cannot start", () => {
  test("says the bot's reason, ends with status 1 and leaves nothing running", async () => {
    const ended = await everything({ DATABASE_URL: "postgresql://a:b@127.0.0.1:1/jiayuan" });

    expect(ended).toEqual({
      status: 1,
      stderr: storagePhrases.unreachable("127.0.0.1:1"),
    });
    expect(await processesOn(scratch)).toEqual([]);
  });

  test("because the emulator's port is in use", async () => {
    const { port, server } = await occupiedPort();

    const ended = await everything({ EMULATOR_PORT: port });

    server.close();
    expect(ended).toEqual({
      status: 1,
      stderr: "模拟器未能启动：端口已被占用，请用 EMULATOR_PORT 指定另一个端口。",
    });
  });
});

describe("a data folder that was left behind", () => {
  let world: World | undefined;
  afterEach(async () => {
    await world?.end();
    world = undefined;
  });

  test("with a running npm start on it, is left to that one", async () => {
    world = await worldAt("8月9日");
    const before = await readFile(join(world.dataDir, "processes.json"), "utf8");
    const { parent } = JSON.parse(before);

    const second = await everything({ DATA_DIR: world.dataDir });

    expect(second).toEqual({
      status: 1,
      stderr: `系统已在运行（进程 ${parent}），本次未启动。请先停止它，或用 DATA_DIR 指定另一个数据目录。`,
    });
    expect(await readFile(join(world.dataDir, "processes.json"), "utf8")).toBe(before);
    expect(await world.as("keqiao-1").says("帮助")).toHaveLength(1);
  });

  test("with another key than its own, is left as it is", async () => {
    world = await worldAt("8月9日");
    await world.stop();

    const ended = await bot({ DATA_DIR: world.dataDir, DATA_KEY: "ab".repeat(32) });

    expect(ended).toEqual({ status: 1, stderr: storagePhrases.otherDataKey() });
  });

  test("by a parent killed with kill -9, is taken over with everything in it", async () => {
    world = await worldAt("8月9日");
    await world.advanceTo("2023-08-10T09:00:00+08:00");
    const { parent } = JSON.parse(await readFile(join(world.dataDir, "processes.json"), "utf8"));
    process.kill(parent, "SIGKILL");

    world = await startWorld({ dataDir: world.dataDir });

    const cards = (await world.as("keqiao-1").messages()).filter(({ kind }) => kind === "card");
    expect(cards).toHaveLength(1);
    expect(await world.as("keqiao-1").says("帮助")).toHaveLength(1);
  });
});
