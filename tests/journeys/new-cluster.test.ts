import { existsSync } from "node:fs";
import { mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startEmbeddedServer } from "../../src/platform/storage/embedded/embedded-server.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "jiayuan-cluster-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function within<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const server = await startEmbeddedServer(folder);
  const client = new pg.Client(server.url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
    await server.stop();
  }
}

const isKept = () =>
  within(async (client) => (await client.query("select to_regclass('kept') as name")).rows[0].name === "kept");

const unsynced = () => join(folder, "postgres.unsynced");

test("a new cluster is safe on the disk once the server has been stopped", async () => {
  await within((client) => client.query("create table kept ()"));

  expect(existsSync(unsynced())).toBe(false);
  expect(await isKept()).toBe(true);
});

test("one that was being made safe when its program was killed is kept, and made safe", async () => {
  await within((client) => client.query("create table kept ()"));
  await writeFile(unsynced(), "");

  expect(await isKept()).toBe(true);
  expect(existsSync(unsynced())).toBe(false);
});

test("one that was being made safe when the machine went down is made anew", async () => {
  await within((client) => client.query("create table kept ()"));
  await writeFile(unsynced(), "");
  const before = new Date("2000-01-01T00:00:00Z");
  await utimes(unsynced(), before, before);

  expect(await isKept()).toBe(false);
  expect(existsSync(unsynced())).toBe(false);
});
