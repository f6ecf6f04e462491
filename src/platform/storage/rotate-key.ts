import { readdir } from "node:fs/promises";
import { StartError } from "../../shared/start-error.ts";
import { type Database, Prisma } from "./database.ts";
import { type Encryption, makeEncryption } from "./encryption.ts";
import { makeFolderStore } from "./files.ts";
import { KEY_MARK, ROTATION_MARK } from "./key-marks.ts";
import { storagePhrases } from "./phrases.ts";

/** Every column that holds what is encrypted, with the key of its table. */
export const SEALED_COLUMNS = [
  { table: "dialogue", key: "place", column: "body" },
  { table: "draft", key: "id", column: "body" },
  { table: "inbox_event", key: "id", column: "body" },
  { table: "inbox_event", key: "id", column: "fetched" },
  { table: "outbox_item", key: "id", column: "body" },
  { table: "personal_value", key: "id", column: "body" },
] as const;

const BATCH = 500;
const STORED_FILE = /^[0-9a-f]{64}$/;

export interface Rotation {
  from: Buffer;
  to: Buffer;
  /** Of the stored files. */
  filesFolder: string;
}

export interface Rotated {
  values: number;
  files: number;
  /** That neither key opens; left as they are. */
  unreadable: number;
}

/**
 * Encrypts everything with another key. No bot may run meanwhile, and none starts before it is complete: one that was ended
 * half way goes on where it was.
 *
 * @throws {StartError} with what to do
 */
export async function rotateKey(database: Database, { from, to, filesFolder }: Rotation): Promise<Rotated> {
  const [before, after] = [makeEncryption(from), makeEncryption(to)];
  const rotated: Rotated = { values: 0, files: 0, unreadable: 0 };
  const marks = new Map((await database.tables.databaseMark.findMany()).map(({ key, value }) => [key, value]));
  const begun = marks.get(ROTATION_MARK);
  if (begun === undefined && opens(after, marks.get(KEY_MARK))) return rotated;
  if (begun !== undefined && !opens(after, begun)) throw new StartError(storagePhrases.otherNewKey());
  if (!opens(before, marks.get(KEY_MARK))) throw new StartError(storagePhrases.otherDataKey());
  await refuseBots(database);
  if (begun === undefined)
    await database.tables.databaseMark.create({
      data: { key: ROTATION_MARK, value: sealedMark(after, ROTATION_MARK) },
    });
  for (const column of SEALED_COLUMNS) await rotateColumn(database, { ...column, before, after, rotated });
  await rotateFiles(filesFolder, { before, after, rotated });
  await database.inTransaction(async (tx) => {
    await tx.databaseMark.update({ where: { key: KEY_MARK }, data: { value: sealedMark(after, KEY_MARK) } });
    await tx.databaseMark.delete({ where: { key: ROTATION_MARK } });
  });
  return rotated;
}

const sealedMark = (encryption: Encryption, mark: string): string => encryption.seal(mark).toString("base64");

function opens(encryption: Encryption, sealed: string | undefined): boolean {
  return sealed !== undefined && openedBy(encryption, Buffer.from(sealed, "base64")) !== undefined;
}

function openedBy(encryption: Encryption, sealed: Uint8Array): Buffer<ArrayBuffer> | undefined {
  try {
    return encryption.openBytes(sealed);
  } catch {
    return undefined;
  }
}

/** Sessions of bots carry their names, see `openDatabase`. */
async function refuseBots(database: Database): Promise<void> {
  const others = await database.query(
    "select 1 from pg_stat_activity where application_name like 'jiayuan-%' and application_name <> $1",
    [database.session],
  );
  if (others.length > 0) throw new StartError(storagePhrases.botsRun());
}

interface Work {
  before: Encryption;
  after: Encryption;
  rotated: Rotated;
}

async function rotateColumn(
  { inTransaction }: Database,
  { table, key, column, before, after, rotated }: (typeof SEALED_COLUMNS)[number] & Work,
): Promise<void> {
  // Names of the list above, never of input.
  const [named, keyed, held] = [table, key, column].map((name) => Prisma.raw(`"${name}"`)) as [
    Prisma.Sql,
    Prisma.Sql,
    Prisma.Sql,
  ];
  let last = "";
  for (;;) {
    const rows = await inTransaction(async (tx) => {
      const found = await tx.$queryRaw<{ key: string; sealed: Uint8Array }[]>`
        select ${keyed}::text collate "C" as key, ${held} as sealed from ${named}
        where ${held} is not null and ${keyed}::text collate "C" > ${last} order by 1 limit ${BATCH}`;
      for (const row of found) {
        if (openedBy(after, row.sealed)) continue;
        const opened = openedBy(before, row.sealed);
        if (opened === undefined) rotated.unreadable++;
        else {
          rotated.values++;
          await tx.$executeRaw`
            update ${named} set ${held} = ${after.sealBytes(opened)} where ${keyed}::text = ${row.key}`;
        }
      }
      return found;
    });
    last = rows.at(-1)?.key ?? "";
    if (rows.length < BATCH) return;
  }
}

async function rotateFiles(folder: string, { before, after, rotated }: Work): Promise<void> {
  const [old, renewed] = [makeFolderStore(folder, before), makeFolderStore(folder, after)];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const { name } of entries.filter((one) => one.isFile() && STORED_FILE.test(one.name))) {
    const isDone = await renewed.get(name).then(
      () => true,
      () => false,
    );
    if (isDone) continue;
    const bytes = await old.get(name).catch(() => undefined);
    if (bytes === undefined) rotated.unreadable++;
    else {
      rotated.files++;
      await renewed.put(bytes);
    }
  }
}
