import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeRecordInbound } from "../../src/platform/chat/inbox/record.ts";
import type { Inbound } from "../../src/platform/chat/ports.ts";
import type { Database, Transaction } from "../../src/platform/storage/database.ts";
import { makeEncryption } from "../../src/platform/storage/encryption.ts";
import { beforeCommit } from "../../src/platform/storage/transactions.ts";
import { groupId, staffId } from "../../src/shared/brand.ts";
import { systemClock } from "../../src/shared/clock.ts";
import { type EmptyDatabase, emptyDatabase } from "../shared/empty-database.ts";

let empty: EmptyDatabase;
let database: Database;
beforeAll(async () => {
  empty = await emptyDatabase();
  database = empty.database;
});
afterAll(() => empty.end());

const mark = (tx: Transaction, key: string, value: string) =>
  tx.$executeRaw`insert into database_mark (key, value) values (${key}, ${value})`;

const marks = async (keys: readonly string[]) =>
  (
    await database.query<{ key: string; value: string }>(
      "select key, value from database_mark where key = any($1) order by key",
      [keys],
    )
  ).map(({ key, value }) => `${key}=${value}`);

test("work that fails before its first statement has left stores nothing and leaves no transaction open", async () => {
  const left: Promise<unknown>[] = [];
  const work = database.inTransaction(async (tx) => {
    left.push(mark(tx, "left", "1").catch(() => undefined));
    throw new Error("given up");
  });

  await expect(work).rejects.toThrow("given up");
  await Promise.all(left);
  expect(await marks(["left"])).toEqual([]);
  expect(
    await database.query(
      "select count(*)::int as open from pg_stat_activity where state like 'idle in transaction%'",
      [],
    ),
  ).toEqual([{ open: 0 }]);
});

describe("a statement that nobody waits for", () => {
  test("runs before those that are begun after it, and is stored with them", async () => {
    const seen = await database.inTransaction(async (tx) => {
      await beforeCommit(tx, () => mark(tx, "a", "1"));
      const [row] = await tx.$queryRaw<{ value: string }[]>`select value from database_mark where key = 'a'`;
      await beforeCommit(tx, () => tx.$executeRaw`update database_mark set value = '2' where key = 'a'`);
      return row?.value;
    });

    expect(seen).toBe("1");
    expect(await marks(["a"])).toEqual(["a=2"]);
  });

  test("goes out with the next, whenever that is begun, and takes no round trip of its own", async () => {
    const before = database.counts.roundTrips;
    await database.inTransaction(async (tx) => {
      await tx.$queryRaw`select 1`;
      await beforeCommit(tx, () => mark(tx, "together1", "1"));
      await new Promise((turn) => setImmediate(turn));
      await beforeCommit(tx, () => mark(tx, "together2", "1"));
      await tx.$queryRaw`select 2`;
    });

    // The first question with the begin, the second with both marks, the commit.
    expect(database.counts.roundTrips - before).toBe(3);
    expect(await marks(["together1", "together2"])).toEqual(["together1=1", "together2=1"]);
  });

  test("that fails has nothing stored of the transaction, and says why itself, whatever failed after it", async () => {
    await database.inTransaction((tx) => mark(tx, "b", "1"));

    const twice = database.inTransaction(async (tx) => {
      await mark(tx, "c", "1");
      await beforeCommit(tx, () => mark(tx, "b", "2"));
      await mark(tx, "d", "1");
    });
    const last = database.inTransaction(async (tx) => {
      await mark(tx, "c", "1");
      await beforeCommit(tx, () => mark(tx, "b", "2"));
    });

    await expect(twice).rejects.toMatchObject({ code: "23505" });
    await expect(last).rejects.toMatchObject({ code: "23505" });
    expect(await marks(["b", "c", "d"])).toEqual(["b=1"]);
  });

  test("begun by the answer to another one, is waited for as well", async () => {
    await database.inTransaction(async (tx) => {
      await beforeCommit(tx, () => mark(tx, "e", "1").then(() => beforeCommit(tx, () => mark(tx, "f", "1"))));
    });

    expect(await marks(["e", "f"])).toEqual(["e=1", "f=1"]);
  });

  test("that PostgreSQL ends because two wait for each other, is tried again with its transaction", async () => {
    await database.inTransaction(async (tx) => {
      await mark(tx, "g", "0");
      await mark(tx, "h", "0");
    });
    let runs = 0;
    const holding: string[] = [];
    const met = Promise.withResolvers<void>();
    const counts = (first: string, second: string) =>
      database.inTransaction(async (tx) => {
        runs++;
        const add = (key: string) =>
          tx.$executeRaw`update database_mark set value = (value::int + 1)::text where key = ${key}`;
        await add(first);
        holding.push(first);
        if (holding.length === 2) met.resolve();
        await met.promise;
        await beforeCommit(tx, () => add(second));
        // Of an ended transaction this one fails too, and says less.
        await tx.$queryRaw`select 1`;
      });

    await Promise.all([counts("g", "h"), counts("h", "g")]);

    // Whoever is tried again may meet the other a second time.
    expect(runs).toBeGreaterThan(2);
    expect(await marks(["g", "h"])).toEqual(["g=2", "h=2"]);
  });
});

test("a transaction whose work fails before its first statement leaves the connection as it was", async () => {
  for (let at = 0; at < 20; at++)
    await expect(database.inTransaction(() => Promise.reject(new Error("none")))).rejects.toThrow("none");

  await database.inTransaction((tx) => mark(tx, "i", "1"));
  expect(await marks(["i"])).toEqual(["i=1"]);
});

test("on a connection for transactions nothing is stored that was not begun as one", async () => {
  const ended = database.inTransaction(async (tx) => {
    await tx.$executeRawUnsafe("commit");
    await mark(tx, "j", "1");
  });

  await expect(ended).rejects.toMatchObject({ code: "25006" });
  expect(await marks(["j"])).toEqual([]);
});

describe("an event that was just stored", () => {
  const said = (messageId: string, person: string): Inbound => ({
    kind: "message",
    messageId,
    from: staffId(person),
    nick: "",
    text: messageId,
    files: [],
    chat: { kind: "group", group: groupId("g") },
    sentAt: new Date("2023-08-28T01:00:00.123Z"),
  });

  test("is handed on as it would be read, if none of its lane waits before it", async () => {
    const record = makeRecordInbound({ database, encryption: makeEncryption(Buffer.alloc(32, 1)), clock: systemClock });
    // The first goes out alone; those that come meanwhile go out together.
    const [first, second, other, again] = await Promise.all(
      [said("1", "one"), said("2", "one"), said("3", "two"), said("3", "two")].map(record),
    );

    expect(first?.oldest).toMatchObject({
      id: first?.id,
      lane: "one",
      attempts: 0,
      fetched: [],
      inbound: said("1", "one"),
    });
    expect(second).toEqual({ id: expect.any(BigInt), lane: "one" });
    expect(other?.oldest?.id).toBe(other?.id);
    expect(again).toEqual({ id: undefined, lane: "two" });
    const [stored] = await database.query<{ receivedAt: Date }>(
      `select received_at as "receivedAt" from inbox_event where id = $1`,
      [first?.id],
    );
    expect(first?.oldest?.receivedAt).toEqual(stored?.receivedAt);
  });
});
