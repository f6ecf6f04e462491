import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import {
  type KnownColumns,
  type StatementBatches,
  statementBatches,
} from "../../src/platform/storage/statement-batch.ts";
import { type EmptyDatabase, emptyDatabase } from "../shared/empty-database.ts";

let empty: EmptyDatabase;
let pool: pg.Pool;
let client: pg.PoolClient;
let known: KnownColumns;
let batches: StatementBatches;

beforeAll(async () => {
  empty = await emptyDatabase();
});
beforeEach(async () => {
  pool = new pg.Pool({ connectionString: empty.database.url, max: 1, ...{ pipeline: true } });
  client = await pool.connect();
  known = new Map();
  batches = statementBatches(client, known);
});
afterEach(async () => {
  client.release();
  await pool.end();
});
afterAll(() => empty.end());

const failure = async (statement: Promise<unknown>): Promise<unknown> =>
  statement.then(
    () => "stored",
    (error: { code: string }) => error.code,
  );

test("each statement of a batch is answered with its own rows, however often it is asked", async () => {
  const ask = () =>
    Promise.all([
      batches.run("numbers", "select $1::int8 as large, null::text as nothing, $2::text[] as list", [
        2n ** 60n,
        ["甲", null],
      ]),
      batches.run("none", "select 1 as one where false", []),
      batches.run("", "select n from generate_series(1, $1::int) as n", [3]),
      batches.run("moment", "select $1::timestamptz as at, $2::bytea as bytes", [
        "2023-08-28T09:00:00+08:00",
        Buffer.from("乙"),
      ]),
    ]);
  const answers = [
    { rows: [{ large: 2n ** 60n, nothing: null, list: ["甲", null] }], count: 1 },
    { rows: [], count: 0 },
    { rows: [{ n: 1 }, { n: 2 }, { n: 3 }], count: 3 },
    { rows: [{ at: new Date("2023-08-28T01:00:00Z"), bytes: new Uint8Array(Buffer.from("乙")) }], count: 1 },
  ];

  const read = async () => (await ask()).map(({ rows, count }) => ({ rows, count }));
  expect(await read()).toEqual(answers);
  expect(await read()).toEqual(answers);
});

test("whoever changes a row in place changes nobody else's of the same answer", async () => {
  const answer = await batches.run("deep", "select '{\"list\": [1]}'::jsonb as deep", []);
  const first = answer.rows as { deep: { list: number[] } }[];
  first[0]?.deep.list.push(2);
  first.pop();

  expect(answer.rows).toEqual([{ deep: { list: [1] } }]);
});

test("what another connection has been told of a statement's columns is not asked again", async () => {
  await batches.run("two", "select 2 as two", []);
  const columns = known.get("two");
  await client.query("deallocate all");
  client.release(true);
  client = await pool.connect();

  const { rows } = await statementBatches(client, known).run("two", "select 2 as two", []);
  expect(rows).toEqual([{ two: 2 }]);
  expect(known.get("two")).toBe(columns);
});

test("after a statement that fails none of its transaction runs, in its batch or in the next", async () => {
  await client.query("create table counted (n int primary key)");
  const begun = batches.run("begin", "begin", []);
  const good = batches.run("insert", "insert into counted values ($1)", [1]);
  const twice = batches.run("insert", "insert into counted values ($1)", [1]);
  const skipped = batches.run("insert", "insert into counted values ($1)", [2]);

  expect(await Promise.all([begun, good, twice, skipped].map(failure))).toEqual(["stored", "stored", "23505", "23505"]);
  expect(await failure(batches.run("insert", "insert into counted values ($1)", [3]))).toBe("23505");
  await client.query("rollback");
  expect((await client.query("select n from counted")).rows).toEqual([]);
});

test("a rollback to a savepoint runs, though begun together with what fails, and what fails after it says why itself", async () => {
  await client.query("create table kept (n int primary key)");
  const begun = [
    batches.run("begin", "begin", []),
    batches.run("kept", "insert into kept values ($1)", [1]),
    batches.run("", "savepoint before", []),
    batches.run("kept", "insert into kept values ($1)", [1]),
    batches.run("", "rollback to savepoint before", []),
    batches.run("kept", "insert into kept values ($1)", [2]),
    batches.run("", "select 1 / $1::int", [0]),
  ];

  expect(await Promise.all(begun.map(failure))).toEqual([
    ...["stored", "stored", "stored", "23505", "stored", "stored"],
    "22012",
  ]);
  await client.query("rollback");
});

test("a lost connection fails every statement with what ended it", async () => {
  const ended = new Promise((done) => client.once("error", done));
  const begun = [
    batches.run("begin", "begin", []),
    batches.run("end", "select pg_terminate_backend(pg_backend_pid())", []),
  ];
  const after = batches.run("after", "select 1", []);

  expect(await failure(begun[0] ?? Promise.reject(new Error("begun")))).toBe("stored");
  expect(await Promise.all([begun[1] ?? "", after].map((one) => failure(Promise.resolve(one))))).toEqual([
    "57P01",
    "57P01",
  ]);
  await ended;
  client.release(true);
  client = await pool.connect();
});

test("a statement that was passed over, or failed itself, can be asked again on the same connection", async () => {
  const missing = "select 1 as one from missing";
  const [first, passed] = [batches.run("missing", missing, []), batches.run("passed", "select 3 as three", [])];
  expect(await Promise.all([first, passed].map(failure))).toEqual(["42P01", "42P01"]);

  await client.query("create table missing ()");
  const again = statementBatches(client, known);
  const [one, three] = [again.run("missing", missing, []), again.run("passed", "select 3 as three", [])];
  expect([(await one).rows, (await three).rows]).toEqual([[], [{ three: 3 }]]);
});

test("what a connection is asked itself comes after the statements that were begun before", async () => {
  await client.query("create table ordered (n int)");
  const begun = batches.run("begin", "begin", []);
  const inserted = batches.run("ordered", "insert into ordered values (1)", []);
  batches.send();
  await client.query("rollback");

  expect(await Promise.all([begun, inserted].map(failure))).toEqual(["stored", "stored"]);
  expect((await client.query("select n from ordered")).rows).toEqual([]);
});
