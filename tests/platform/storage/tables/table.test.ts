import { expect, test } from "vitest";
import { makeStatements } from "../../../../src/platform/storage/tables/statements.ts";

const ran: string[] = [];
const tables = makeStatements((text) => {
  ran.push(text);
  return Promise.resolve({ rows: [], count: 0 });
});

test.each([
  ["read", () => tables.databaseMark.findUnique({ where: { key: undefined as unknown as string } })],
  ["changed", () => tables.databaseMark.update({ where: {} as { key: string }, data: { value: "1" } })],
  ["deleted", () => tables.databaseMark.delete({ where: {} as { key: string } })],
])("one row cannot be %s without its key: that would be every row", async (_, call) => {
  await expect(call()).rejects.toThrow("without a key");
  expect(ran).toEqual([]);
});
