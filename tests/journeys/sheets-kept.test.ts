import { afterAll, beforeAll, expect, test } from "vitest";
import { sheetsOf } from "../../src/campaign/scoring/store.ts";
import type { Database, Transaction } from "../../src/platform/storage/database.ts";
import { type EmptyDatabase, emptyDatabase } from "../shared/empty-database.ts";

let empty: EmptyDatabase;
let database: Database;
beforeAll(async () => {
  empty = await emptyDatabase();
  database = empty.database;
  await database.inTransaction((tx) =>
    tx.scoreSheet.create({
      data: {
        ...{ caseId: "case", ledger: "district", scorer: "district", campaignId: "campaign", state: "open" },
        ...{ openedAt: new Date("2023-09-01T00:00:00Z"), openedBy: "clerk" },
      },
    }),
  );
});
afterAll(() => empty.end());

/** As whoever gives points writes them: with the sheet's row. */
const gives = (tx: Transaction, hundredths: number) =>
  tx.$executeRaw`
    with sheet as (update score_sheet set state = state where case_id = 'case')
    insert into score (case_id, ledger, scorer, criterion, campaign_id, state, hundredths, definition_version, given_by,
      given_at)
    values ('case', 'district', 'district', '1-1', 'campaign', 'given', ${hundredths}, 1, 'clerk', now())
    on conflict (case_id, ledger, scorer, criterion) do update set hundredths = excluded.hundredths`;

const points = async (tx: Transaction) =>
  (await sheetsOf(tx, { campaignId: "campaign", ledger: "district" })).get("case")?.scores.get("1-1")?.hundredths;

test("points given twice in one transaction are read as they stand after each", async () => {
  const seen = await database.inTransaction(async (tx) => {
    const before = await points(tx);
    await gives(tx, 100);
    const once = await points(tx);
    await gives(tx, 200);
    return [before, once, await points(tx)];
  });

  expect(seen).toEqual([undefined, 100, 200]);
});

test("points of a transaction that was given up are not read after it", async () => {
  const given = database.inTransaction(async (tx) => {
    await gives(tx, 400);
    expect(await points(tx)).toBe(400);
    throw new Error("given up");
  });

  await expect(given).rejects.toThrow("given up");
  expect(await database.inTransaction(points)).toBe(200);
});

test("what another connection gives between two reads is seen by the next transaction", async () => {
  expect(await database.inTransaction(points)).toBe(200);
  await database.inTransaction((tx) => gives(tx, 300));
  expect(await database.inTransaction(points)).toBe(300);
});

test("sheets of another district are left out", async () => {
  const sheets = await database.inTransaction((tx) =>
    sheetsOf(tx, { campaignId: "campaign", ledger: "district", district: "elsewhere" }),
  );
  expect([...sheets]).toEqual([]);
});
