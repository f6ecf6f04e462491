import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { occupiedPort, processesOn, run } from "../journeys/ended-programs.ts";
import { startWorld, type World } from "../journeys/world.ts";
import { worldAt } from "../journeys/world-at.ts";

let scratch: string;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "jiayuan-start-"));
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

const everything = (environment: Record<string, string>) =>
  run("scripts/start.ts", { DATA_DIR: join(scratch, "everything"), ...environment });

describe("npm start that cannot start", () => {
  test("because the port of the emulator's proxy is in use", async () => {
    const { port, server } = await occupiedPort();

    const ended = await everything({ PROXY_PORT: port });

    server.close();
    expect(ended).toEqual({
      status: 1,
      stderr: "模拟器未能启动：代理的端口不可用，请用 PROXY_PORT 指定另一个端口。",
    });
  });

  test("because the bot's port is in use", async () => {
    const { port, server } = await occupiedPort();

    const ended = await everything({ PORT: port });

    server.close();
    expect(ended).toEqual({
      status: 1,
      stderr: `端口 ${port} 已被占用，系统未启动，数据未改动。请关闭占用它的程序，或用 PORT 指定另一个端口。`,
    });
    expect(await processesOn(scratch)).toEqual([]);
  });
});

describe("a data folder that was left behind", () => {
  let world: World | undefined;
  let stranger: ChildProcess | undefined;
  afterEach(async () => {
    stranger?.kill();
    await world?.end();
    world = undefined;
  });

  test("with the database's pid file naming a living stranger, is taken over", async () => {
    world = await worldAt("8月9日");
    await world.stop();
    stranger = spawn("sleep", ["60"], { stdio: "ignore" });
    const pidFile = [stranger.pid, join(world.dataDir, "postgres"), 1, 54_321, "", "127.0.0.1", "", "ready"].join("\n");
    await writeFile(join(world.dataDir, "postgres/postmaster.pid"), pidFile);

    world = await startWorld({ dataDir: world.dataDir });

    expect(await world.as("keqiao-1").says("帮助")).toHaveLength(1);
    expect(stranger.exitCode).toBeNull();
  });

  test("with half a record of processes and half a database, is started on anew", async () => {
    const dataDir = await mkdtemp(join(tmpdir(), "jiayuan-journey-"));
    await writeFile(join(dataDir, "processes.json"), '{"parent":1,"chi');
    await mkdir(join(dataDir, "postgres.new-abandoned"));
    await writeFile(join(dataDir, "postgres.new-abandoned/PG_VERSION"), "18\n");

    world = await startWorld({ dataDir });

    expect(await world.as("keqiao-1").says("帮助")).toHaveLength(1);
  });

  test("after SIGTERM holds everything and no process any more", async () => {
    world = await worldAt("8月9日");
    const { dataDir } = world;
    await world.call("/users/keqiao-1/say", { text: "帮助" });
    const stoppedAt = performance.now();

    await world.stop();

    expect(performance.now() - stoppedAt).toBeLessThan(10_000);
    expect(world.exitStatus()).toBe(0);
    expect(await processesOn(dataDir)).toEqual([]);
    world = await startWorld({ dataDir });
    await world.idle();
    expect((await world.as("keqiao-1").messages()).map(({ from }) => from)).toEqual(["keqiao-1", "ding-demo-client"]);
  });
});
