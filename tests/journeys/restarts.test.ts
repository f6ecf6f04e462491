import { once } from "node:events";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { startPhrases } from "../../src/campaign/engine/start/phrases.ts";
import { lastBackup } from "../../src/platform/backup/make-backup.ts";
import { backupPhrases } from "../../src/platform/backup/phrases.ts";
import { readPostmaster } from "../../src/platform/storage/embedded/postmaster.ts";
import { readLog } from "./campaign-state.ts";
import { connect } from "./database.ts";
import { read } from "./reading.ts";
import { everybody, everyCard } from "./stage-cards.ts";
import { startWorld, type World } from "./world.ts";
import { worldAt } from "./world-at.ts";

let world: World | undefined;
afterEach(async () => {
  await world?.end();
  world = undefined;
});

describe("a restart", () => {
  test("keeps chats, cards and clock, and fires nothing twice", async () => {
    world = await startWorld();
    await world.advanceTo("2023-08-10T09:00:00+08:00");
    await world.stop();

    world = await startWorld({ dataDir: world.dataDir });
    await world.idle();

    expect(await world.call<{ now: string }>("/clock")).toMatchObject({ now: "2023-08-10T09:00:00+08:00" });
    expect(await everyCard(world)).toEqual(everybody(["【第一阶段】宣传发动"]));
    const fired = await world.advanceTo("2023-08-21T09:00:00+08:00");
    const openings = fired.filter(({ kind }) => kind === "stage.opening");
    expect(openings.map(({ key }) => key)).toEqual(["shaoxing-2023/implementation"]);
    expect(await everyCard(world)).toEqual(everybody(["【第一阶段】宣传发动", "【第二阶段】组织实施"]));
  });

  test("the journal replayed into an empty database gives the same tables", async () => {
    world = await worldAt("9月13日");
    await world.advanceTo("2023-09-21T09:00:00+08:00");
    const database = await connect(world);

    const { replayed, actual, verified } = await database.replay();
    const [entries] = await database.query<{ count: number }>("select count(*)::int as count from journal_entry");
    await database.close();

    expect(replayed).toEqual(actual);
    expect(actual.due_moment).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: "stage.opening", key: "implementation" })]),
    );
    expect(verified.broken).toBeUndefined();
    expect(verified.sealed).toBe(entries?.count);
    expect(verified.unsealed).toBe(0);
  });
});

describe("a database that dies", () => {
  test("comes back on another port where its own was taken meanwhile: the bot is started anew and answers", async () => {
    world = await worldAt("8月10日");
    const before = await readPostmaster(join(world.dataDir, "postgres"));
    const bot = world.pids.get("bot") ?? 0;
    // Meanwhile it cannot start the server again.
    process.kill(bot, "SIGSTOP");
    process.kill(before?.pid ?? 0, "SIGKILL");
    const squatter = await takesPort(before?.port ?? 0);
    process.kill(bot, "SIGCONT");

    await world.nextReady("bot");
    const answers = await world.as("keqiao-1").says("依据 1-1");
    squatter.close();

    const after = await readPostmaster(join(world.dataDir, "postgres"));
    expect(after?.port).not.toBe(before?.port);
    expect(answers.map(read).join()).toContain("依据：1-1");
  });
});

/** As soon as whoever has it is gone. */
async function takesPort(port: number): Promise<Server> {
  for (;;) {
    const server = createServer().listen(port, "127.0.0.1");
    const taken = await once(server, "listening").then(
      () => true,
      () => false,
    );
    if (taken) return server;
  }
}

describe("a night's backup", () => {
  test("that was missed is made at the start, and not again at the next", async () => {
    const into = await mkdtemp(join(tmpdir(), "jiayuan-nights-"));
    world = await worldAt("8月10日", { BACKUP_DIR: into });
    await expect.poll(() => lastBackup(into), { timeout: 60_000 }).toBeDefined();
    const made = await readdir(into);

    await world.restartBot();

    expect(await readdir(into)).toEqual(made);
    expect(await noBackupTold(world)).toEqual({ administrator: 0, maxiaohan: 0 });
    await rm(into, { recursive: true, force: true });
  });

  test("that cannot be made is told to the administrators with its reason, once, also after a restart", async () => {
    const folder = await mkdtemp(join(tmpdir(), "jiayuan-nights-"));
    await writeFile(join(folder, "a-file"), "");
    const into = join(folder, "a-file", "backups");
    world = await worldAt("8月10日", { BACKUP_DIR: into });
    const running = world;
    await expect.poll(() => noBackupTold(running), { timeout: 60_000 }).toEqual({ administrator: 1, maxiaohan: 0 });
    expect((await world.as("administrator").messages()).map(read).join()).toContain(backupPhrases.full(into));

    await world.restartBot();

    await expect.poll(() => failuresIn(running), { timeout: 60_000 }).toBe(2);
    await world.idle();
    expect(await noBackupTold(world)).toEqual({ administrator: 1, maxiaohan: 0 });
    await rm(folder, { recursive: true, force: true });
  });
});

const failuresIn = async (one: World): Promise<number> => (await readLog(one)).split("no backup was made").length - 1;

async function noBackupTold(one: World): Promise<Record<string, number>> {
  const { title = "" } = startPhrases.noBackup(undefined);
  const told = async (userId: string) =>
    (await one.as(userId).messages()).filter((message) => read(message).includes(title)).length;
  return { administrator: await told("administrator"), maxiaohan: await told("maxiaohan") };
}
