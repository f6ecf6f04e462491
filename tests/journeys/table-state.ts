import { isPersonalRef, openPersonal } from "../../src/platform/journal/personal-value.ts";
import { makeEncryption, readDataKey } from "../../src/platform/storage/encryption.ts";
import { connect } from "./database.ts";
import type { World } from "./world.ts";

/**
 * What the campaign's tables say, in a form in which two plays of the same story are equal: without ids and times,
 * applications by their compound's name, free text in plain, points by their meaning.
 */

/** Rows of each table, as the database gives them. */
export type Tables = Readonly<Record<string, readonly unknown[]>>;

type Row = Readonly<Record<string, unknown>>;
const rowsOf = (tables: Tables, table: string): readonly Row[] => (tables[table] ?? []) as readonly Row[];

const POINT_TABLES = ["score_sheet", "score"];

/** States of a sheet in which nothing is changed any more. */
const LOCKED = ["finalized"];

/** Columns that say when or under which id something happened, not what; hashes of contents go over such ids. */
const TIMES_AND_IDS = /(_at|^id|^card_id|_version|^version|^content_hash|^snapshot)$/;

/** A moment that only refreshes cards: whether it was overtaken depends on when the clock came by. */
const onlyRefreshes = (row: unknown): boolean => (row as Row).kind === "stage.countdown";

/** One ledger's points of one application by row, reasons in plain. */
export interface Sheet {
  locked: boolean;
  points: Readonly<Record<string, { hundredths: number; reason?: unknown }>>;
}

/** Free text by the id under which it is kept. */
export type Texts = ReadonlyMap<string, unknown>;

/** Every table but those of points, its rows as text in an order of their own; and the district's sheets. */
export function meaningOfTables(tables: Tables, texts: Texts): Record<string, unknown> {
  const names = namesIn(tables);
  const plain = (value: unknown): unknown => {
    if (isPersonalRef(value)) return texts.get(value.personal);
    if (typeof value === "string") return names.get(value) ?? value;
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value !== "object" || value === null) return value;
    const parts = Object.entries(value).filter(([key]) => !TIMES_AND_IDS.test(key));
    return Object.fromEntries(parts.map(([key, part]) => [key, plain(part)]));
  };
  const others = Object.entries(tables)
    .filter(([table]) => !POINT_TABLES.includes(table))
    .map(([table, rows]) => [table, rows.filter((row) => !onlyRefreshes(row))] as const);
  return {
    ...Object.fromEntries(others.map(([table, rows]) => [table, rows.map((row) => JSON.stringify(plain(row))).sort()])),
    sheets: sheetsOf(tables, texts),
  };
}

/** The district's sheets, by their compound's name. */
function sheetsOf(tables: Tables, texts: Texts): Record<string, Sheet> {
  const names = namesIn(tables);
  const reasonOf = (value: unknown) => (isPersonalRef(value) ? { reason: texts.get(value.personal) } : {});
  const sheets = rowsOf(tables, "score_sheet").filter(({ ledger }) => ledger === "district");
  return Object.fromEntries(
    sheets.map((sheet): [string, Sheet] => {
      const points = pointsOf(tables, sheet).map(({ criterion, hundredths, reason }) => [
        String(criterion),
        { hundredths: Number(hundredths), ...reasonOf(reason) },
      ]);
      const application = String(sheet.case_id);
      const locked = LOCKED.includes(String(sheet.state));
      return [names.get(application) ?? application, { locked, points: Object.fromEntries(points) }];
    }),
  );
}

const pointsOf = (tables: Tables, of: Row): readonly Row[] =>
  rowsOf(tables, "score").filter(
    ({ case_id, ledger, state }) => case_id === of.case_id && ledger === of.ledger && state === "given",
  );

/** Compounds' names by the ids under which tables speak of them: the application's, and its case's where there is one. */
function namesIn(tables: Tables): ReadonlyMap<string, string> {
  return new Map(
    rowsOf(tables, "application").flatMap(({ id, case_id, compound_name }) =>
      [id, case_id].filter((one) => one !== undefined).map((one) => [String(one), String(compound_name)] as const),
    ),
  );
}

/** Free text of the world's database, deciphered. */
export async function textsIn(world: World): Promise<Texts> {
  const encryption = makeEncryption(await readDataKey(undefined, world.dataDir));
  const database = await connect(world);
  const values = await database.query<{ id: string; body: Buffer }>(
    "select id, body from personal_value where body is not null",
  );
  await database.close();
  return new Map(values.map(({ id, body }) => [id, openPersonal(encryption, body).value]));
}

/** The district's sheets of a world, by their compound's name. */
export async function sheetsIn(world: World): Promise<Record<string, Sheet>> {
  const database = await connect(world);
  const tables = await database.tables();
  await database.close();
  return sheetsOf(tables, await textsIn(world));
}
