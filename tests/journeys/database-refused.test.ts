import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "../../src/platform/storage/database.ts";
import { findBinaries } from "../../src/platform/storage/embedded/binaries.ts";
import { type EmbeddedServer, startEmbeddedServer } from "../../src/platform/storage/embedded/embedded-server.ts";
import { withoutRoot } from "../../src/platform/storage/embedded/unprivileged.ts";
import { applyMigrations } from "../../src/platform/storage/migrations.ts";
import { storagePhrases } from "../../src/platform/storage/phrases.ts";
import { run } from "./ended-programs.ts";

let dataDir: string;
let server: EmbeddedServer;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "jiayuan-database-"));
  server = await startEmbeddedServer(dataDir);
});
afterAll(async () => {
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const bot = (databaseUrl: string) =>
  run("src/main.ts", {
    DATA_DIR: join(dataDir, "bot"),
    DATABASE_URL: databaseUrl,
    DINGTALK_CLIENT_ID: "nobody",
    DINGTALK_CLIENT_SECRET: "nothing",
    DINGTALK_API_BASE: "http://127.0.0.1:9",
  });

const changed = (parts: { password?: string; pathname?: string }): string =>
  Object.assign(new URL(server.url), parts).href;

/** Every table of the database. */
async function tables(): Promise<string[]> {
  const database = await openDatabase(server.url);
  const rows = await database.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' order by 1",
    [],
  );
  await database.close();
  return rows.map(({ name }) => name);
}

async function untilAnswering(url: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const answer = await bot(url);
    if (!answer.stderr.startsWith("连接不上") || Date.now() > deadline) return;
  }
}

describe("a database that the bot must not use", () => {
  test("for a wrong password is refused, and left as it was", async () => {
    expect(await bot(changed({ password: "wrong" }))).toEqual({
      status: 1,
      stderr: storagePhrases.wrongPassword(),
    });
    expect(await tables()).toEqual([]);
  });

  test("that does not exist is named", async () => {
    expect(await bot(changed({ pathname: "/elsewhere" }))).toEqual({
      status: 1,
      stderr: storagePhrases.noSuchDatabase("elsewhere"),
    });
  });

  test("because it would lose what it confirmed (fsync off) is refused", async () => {
    await server.stop();
    const careless = await withoutFsync();
    await untilAnswering(server.url);

    const ended = await bot(server.url);

    careless.kill("SIGINT");
    await once(careless, "exit");
    server = await startEmbeddedServer(dataDir);
    expect(ended).toEqual({
      status: 1,
      stderr: storagePhrases.fsyncOff(),
    });
    expect(await tables()).toEqual([]);
  });

  test("because a newer program has worked on it is refused, and left as it was", async () => {
    await applyMigrations(server.url);
    const database = await openDatabase(server.url);
    await database.query(
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at) values ('1', '', $1, now())`,
      ["20991231000000_later"],
    );

    const ended = await bot(server.url);

    const marks = await database.query("select 1 from database_mark", []);
    await database.close();
    expect(ended).toEqual({ status: 1, stderr: storagePhrases.newerDatabase("20991231000000_later") });
    expect(marks).toEqual([]);
  });
});

describe("an address that brings settings of its own", () => {
  test("does not change those on which seals and times depend", async () => {
    const address = new URL(server.url);
    address.searchParams.set("options", "-c timezone=Asia/Shanghai -c work_mem=8MB");
    const database = await openDatabase(address.href);

    const rows = await database.query(
      "select current_setting('timezone') as zone, current_setting('work_mem') as room",
      [],
    );

    await database.close();
    expect(rows).toEqual([{ zone: "UTC", room: "8MB" }]);
  });
});

/** The same server on the same port, as somebody starts it who wants it fast. */
async function withoutFsync(): Promise<ChildProcess> {
  const { postgres } = await findBinaries();
  const { prefix, options } = withoutRoot();
  const words = [...prefix, postgres, "-D", join(dataDir, "postgres"), "-p", new URL(server.url).port];
  const settings = ["fsync=off", "listen_addresses=127.0.0.1", "unix_socket_directories="];
  const [command = "", ...rest] = [...words, ...settings.flatMap((setting) => ["-c", setting])];
  return spawn(command, rest, { ...options, stdio: "ignore" });
}
