import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeBackup } from "../../src/platform/backup/make-backup.ts";
import { restoreBackup } from "../../src/platform/backup/restore-backup.ts";
import { startEmbeddedServer } from "../../src/platform/storage/embedded/embedded-server.ts";
import { applyMigrations } from "../../src/platform/storage/migrations.ts";

const WRITERS = 4;
const BATCH = 2_000;
/** How long is written before the backup begins. */
const BEFORE_MS = 2_000;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jiayuan-load-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Writer {
  /** Rows known to be committed. */
  committed: number;
  end(): Promise<void>;
}

/** Commits one batch after the other; the rows of each are numbered without a gap. */
async function startWriter(url: string, name: string): Promise<Writer> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  let stopped = false;
  const writer: Writer = {
    committed: 0,
    async end() {
      stopped = true;
      await writing;
      await client.end();
    },
  };
  const writing = (async () => {
    while (!stopped) {
      await client.query("insert into load select $1, at from generate_series($2::int + 1, $2::int + $3::int) as at", [
        ...[name, writer.committed, BATCH],
      ]);
      writer.committed += BATCH;
    }
  })();
  return writer;
}

async function rowsIn(url: string): Promise<Map<string, { count: number; last: number }>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ writer: string; count: number; last: number }>(
    "select writer, count(*)::int as count, max(at) as last from load group by writer",
  );
  await client.end();
  return new Map(rows.map(({ writer, ...found }) => [writer, found]));
}

test("a backup that is made while tens of thousands of rows a second are written has every row committed before it", async () => {
  const dataDir = join(folder, "data");
  const server = await startEmbeddedServer(dataDir);
  await applyMigrations(server.url);
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query("create table load (writer text, at int, primary key (writer, at))");
  await client.end();
  const names = Array.from({ length: WRITERS }, (_, at) => `writer-${at}`);
  const writers = await Promise.all(names.map((name) => startWriter(server.url, name)));
  const total = () => writers.reduce((sum, { committed }) => sum + committed, 0);
  await new Promise((done) => setTimeout(done, BEFORE_MS));
  const before = writers.map(({ committed }) => committed);
  const [begun, first] = [performance.now(), total()];

  const order = { dataDir, dataKey: undefined, campaigns: [], into: join(folder, "backups"), keep: 1 };
  const { folder: backup, bytes } = await makeBackup({ ...order, now: new Date() });

  const seconds = (performance.now() - begun) / 1_000;
  console.log(
    `${Math.round((total() - first) / seconds)} rows a second for ${seconds.toFixed(1)} s, ${Math.round(bytes / 1e6)} MB`,
  );
  for (const writer of writers) await writer.end();
  await server.stop();
  const restored = join(folder, "restored");
  const keyFile = join(dataDir, "data.key");
  await restoreBackup({ backup, dataDir: restored, dataKey: undefined, keyFile });
  const again = await startEmbeddedServer(restored);
  const found = await rowsIn(again.url);
  await again.stop();
  for (const [at, name] of names.entries()) {
    const { count = 0, last = 0 } = found.get(name) ?? {};
    expect(last).toBeGreaterThanOrEqual(before[at] ?? 0);
    // Nothing is missing in between.
    expect(count).toBe(last);
  }
}, 600_000);
