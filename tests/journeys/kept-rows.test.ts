import { afterAll, beforeAll, expect, test } from "vitest";
import { applicationsOf } from "../../src/campaign/application/store.ts";
import { listsInForce } from "../../src/campaign/reference-list/store.ts";
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

/** As a change of the form leaves it. */
const changes = (tx: Transaction, note: string) =>
  tx.application.update({ where: { id: "case" }, data: { answers: { note } } });

const notes = async (tx: Transaction, of?: Parameters<typeof applicationsOf>[2]) =>
  (await applicationsOf(tx, "campaign", of)).map(({ answers }) => answers["note"]);

test("an application is read as it stands, in a turn that changes it, after one that was given up, and after another's", async () => {
  await database.inTransaction((tx) =>
    tx.application.create({
      data: {
        ...{ id: "case", campaignId: "campaign", district: "keqiao", compoundName: "雅苑", answers: { note: "first" } },
        ...{ revision: 1, formVersion: 1, definitionVersion: 1, state: "submitted", declaration: "none" },
        ...{ submittedAt: new Date("2023-09-01T00:00:00Z"), submittedBy: "clerk" },
      },
    }),
  );
  const own = await database.inTransaction(async (tx) => {
    const before = await notes(tx);
    await changes(tx, "second");
    return [before, await notes(tx)];
  });
  expect(own).toEqual([["first"], ["second"]]);

  const givenUp = database.inTransaction(async (tx) => {
    await changes(tx, "never");
    expect(await notes(tx)).toEqual(["never"]);
    throw new Error("given up");
  });
  await expect(givenUp).rejects.toThrow("given up");
  expect(await database.inTransaction((tx) => notes(tx))).toEqual(["second"]);

  await database.inTransaction((tx) => changes(tx, "third"));
  expect(await database.inTransaction((tx) => notes(tx))).toEqual(["third"]);
});

test("applications are told apart by district and state, and nobody changes the one that all are given", async () => {
  const read = (of: Parameters<typeof applicationsOf>[2]) =>
    database.inTransaction((tx) => applicationsOf(tx, "campaign", of));

  expect((await read({ district: "keqiao", states: ["submitted"] })).map(({ id }) => id)).toEqual(["case"]);
  expect(await read({ district: "yuecheng" })).toEqual([]);
  expect(await read({ states: ["withdrawn"] })).toEqual([]);
  const [known] = await read({});
  expect(() => Object.assign(known ?? {}, { state: "withdrawn" })).toThrow(TypeError);
  expect(() => Object.assign(known?.answers ?? {}, { note: "other" })).toThrow(TypeError);
});

test("a list of the city is the newest version that was stored, not one that was given up", async () => {
  const stores = (tx: Transaction, version: number, figure: number) =>
    tx.referenceList.create({
      data: {
        ...{ campaignId: "campaign", purpose: "satisfaction", version, metric: "满意度", fileName: "list.xlsx" },
        ...{
          rows: [{ name: "雅苑", figure }],
          fileHash: `hash-${figure}`,
          appliedBy: "organizer",
          appliedAt: new Date(),
        },
      },
    });
  const figure = async (tx: Transaction) =>
    (await listsInForce(tx, "campaign")).get("satisfaction")?.rows.map((row) => row.figure);

  await database.inTransaction((tx) => stores(tx, 1, 90));
  expect(await database.inTransaction(figure)).toEqual([90]);
  const givenUp = database.inTransaction(async (tx) => {
    await stores(tx, 2, 95);
    expect(await figure(tx)).toEqual([95]);
    throw new Error("given up");
  });
  await expect(givenUp).rejects.toThrow("given up");
  expect(await database.inTransaction(figure)).toEqual([90]);
  await database.inTransaction((tx) => stores(tx, 2, 97));
  expect(await database.inTransaction(figure)).toEqual([97]);
});
