import { describe, expect, test } from "vitest";
import { remembering } from "../../../../src/platform/storage/tables/remembered.ts";

/** A transaction whose every statement finds how many ran before it. */
function counted(how?: Parameters<typeof remembering>[1]) {
  const ran: string[] = [];
  const run = remembering((text, values) => {
    ran.push([text, ...values].join(" "));
    return Promise.resolve({ rows: [{ at: ran.length, deep: { list: [1] } }], count: 1 });
  }, how);
  return { ran, run };
}

test("the same read runs once", async () => {
  const { ran, run } = counted();
  const once = await run("select a from card where id = $1", ["x"]);
  const again = await run("select a from card where id = $1", ["x"]);
  expect(again).toEqual(once);
  expect(ran).toEqual(["select a from card where id = $1 x"]);
});

test("reads that are begun together run once", async () => {
  const { ran, run } = counted();
  await Promise.all([run("select 1 from card", []), run("select 1 from card", [])]);
  expect(ran).toHaveLength(1);
});

test("other values are another read", async () => {
  const { ran, run } = counted();
  await run("select a from card where id = $1", [1n]);
  await run("select a from card where id = $1", [2n]);
  await run("select a from card where id = $1", ["1n"]);
  expect(ran).toHaveLength(3);
});

test.each([
  'update public."card" set version = 2',
  "insert into card (id) values (1)",
  'delete from "card"',
  "with moved as (update card set version = 2 returning id) select id from moved",
])("%s has the card read again, and nothing else", async (write) => {
  const { ran, run } = counted();
  const all = () => Promise.all([run('select id from public."card"', []), run("select id from cardinal", [])]);
  await all();
  await run(write, []);
  await all();
  expect(ran).toEqual([
    'select id from public."card"',
    "select id from cardinal",
    write,
    'select id from public."card"',
  ]);
});

test.each([
  "select 1 from application where id = $1 for update",
  "select id from application for no key update",
  "select pg_advisory_xact_lock($1::bigint)",
  "select pg_try_advisory_xact_lock(1)",
  "with locked as (select id from draft for update) update card set version = 2 from locked",
  "rollback to savepoint before",
  "truncate card",
  "select set_config('a', 'b', true)",
])("after %s everything is read again", async (lock) => {
  const { ran, run } = counted();
  await run("select 1 from feedback", []);
  await run(lock, []);
  await run("select 1 from feedback", []);
  expect(ran).toHaveLength(3);
});

test("locking only rows that it changes, a statement has nothing else read again", async () => {
  const { ran, run } = counted();
  const moved = `with locked as materialized (
      select id from card where id in (select id from public."card" union
        select id from card join unnest($1::text[]) as c (kind) on card.kind = c.kind) order by id for update),
    moved as (update card set version = version + 1 from locked where card.id = locked.id returning card.id)
    select * from moved`;
  const all = () => Promise.all([run("select 1 from feedback", []), run("select 1 from card", [])]);
  await all();
  await run(moved, []);
  await all();
  expect(ran).toEqual(["select 1 from feedback", "select 1 from card", moved, "select 1 from card"]);
});

const GROUND = ['select id from "campaign"', "select r.ruling from ruling_answer r left join person p on true"];

test.each(GROUND)("what a turn goes by outlasts a lock of something else: %s", async (ground) => {
  const { ran, run } = counted();
  await run(ground, []);
  await run("select 1 from application where id = $1 for update", ["x"]);
  await run(ground, []);
  expect(ran).toHaveLength(2);
});

test.each([
  "select 1 from campaign where id = $1 for update",
  "select pg_advisory_xact_lock($1::bigint)",
  "update campaign set people_version = 2",
  "update ruling_answer set state = 'revoked' where id in (select id from campaign)",
  "rollback to savepoint before",
])("after %s the campaign is read again", async (statement) => {
  const { ran, run } = counted();
  const ground = "select id from campaign c, ruling_answer r";
  await run(ground, []);
  await run(statement, []);
  await run(ground, []);
  expect(ran).toHaveLength(3);
});

test("what only names the campaign beside another table is read again after a lock", async () => {
  const { ran, run } = counted();
  const read = "select a.id from application a join campaign c on true";
  await run(read, []);
  await run("select 1 from application for update", []);
  await run(read, []);
  expect(ran).toHaveLength(3);
});

test.each(["journal_change", "journal_unsealed"])("%s is written by a trigger, and read again", async (table) => {
  const { ran, run } = counted();
  await run(`select 1 from ${table}`, []);
  await run("insert into journal_entry (id) values (1)", []);
  await run(`select 1 from ${table}`, []);
  expect(ran).toHaveLength(3);
});

test("a lock runs each time", async () => {
  const { ran, run } = counted();
  await run("select 1 from card for update", []);
  await run("select 1 from card for update", []);
  expect(ran).toHaveLength(2);
});

describe("for work that need not see what others commit", () => {
  const LOCK = "select 1 from application where id = $1 for update of application";

  test("a lock has nothing read again", async () => {
    const { ran, run } = counted({ alone: true });
    await run("select 1 from feedback", []);
    await run(LOCK, []);
    await run("select 1 from feedback", []);
    expect(ran).toEqual(["select 1 from feedback", LOCK]);
  });

  test.each([
    "with locked as (select id from draft for update) update card set version = 2 from locked",
    "rollback to savepoint before",
    "select set_config('a', 'b', true), pg_advisory_xact_lock(1)",
  ])("after %s what it concerns is read again", async (write) => {
    const { ran, run } = counted({ alone: true });
    await run("select 1 from card", []);
    await run(write, []);
    await run("select 1 from card", []);
    expect(ran).toHaveLength(3);
  });

  test("rows are handed out as they are", async () => {
    const { run } = counted({ alone: true });
    expect((await run("select 1 from card", [])).rows).toBe((await run("select 1 from card", [])).rows);
  });
});
