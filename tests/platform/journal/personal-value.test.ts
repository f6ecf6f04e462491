import { createHash, randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { makePersonalValues, openPersonal, personalHash } from "../../../src/platform/journal/personal-value.ts";
import type { Transaction } from "../../../src/platform/storage/database.ts";
import { makeEncryption } from "../../../src/platform/storage/encryption.ts";

const PHONE = "13812345678";
const encryption = makeEncryption(randomBytes(32));

/** The table in memory, for the two statements that are asked of it. */
function table() {
  const rows: { id: string; hash: string; body: Uint8Array | null }[] = [];
  const personalValue = {
    create: async ({ data }: { data: (typeof rows)[number] }) => void rows.push(data),
    findMany: async ({ where }: { where: { id: { in: string[] } } }) =>
      rows.filter(({ id }) => where.id.in.includes(id)),
  };
  return { rows, tx: { personalValue } as unknown as Transaction };
}

test("a value is read back and proves itself by its hash, which nobody finds without the salt that goes with it", async () => {
  const { rows, tx } = table();
  const values = makePersonalValues(encryption);
  const ref = await values.store(tx, "shaoxing-2023", PHONE);
  const [row] = rows;
  if (!row?.body) throw new Error("nothing was stored");

  expect([...(await values.read(tx, [ref]))]).toEqual([[ref.personal, PHONE]]);
  expect(personalHash(ref.personal, openPersonal(encryption, row.body))).toBe(ref.hash);
  expect(personalHash(ref.personal, { value: PHONE })).not.toBe(ref.hash);
  const again = await values.store(tx, "shaoxing-2023", PHONE);
  expect(openPersonal(encryption, rows[1]?.body ?? Buffer.alloc(0)).salt).not.toBe(
    openPersonal(encryption, row.body).salt,
  );
  expect(again.hash).not.toBe(ref.hash);
});

test("a value of an earlier version, without a salt, is read and proves itself as before", async () => {
  const { rows, tx } = table();
  const hash = createHash("sha256").update(`id\n${PHONE}`).digest("hex");
  const body = encryption.seal(PHONE);
  rows.push({ id: "id", hash, body });

  expect([...(await makePersonalValues(encryption).read(tx, [{ personal: "id", hash }]))]).toEqual([["id", PHONE]]);
  expect(personalHash("id", openPersonal(encryption, body))).toBe(hash);
});

test("one that was erased is not read", async () => {
  const { rows, tx } = table();
  rows.push({ id: "id", hash: "0", body: null });

  expect((await makePersonalValues(encryption).read(tx, [{ personal: "id", hash: "0" }])).size).toBe(0);
});
