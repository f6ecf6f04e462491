import { expect, test } from "vitest";
import { journalTable } from "../../../src/platform/journal/journal-table.ts";
import { chainReport, differingTables } from "../../../src/platform/journal/report.ts";

test("a whole chain is said with its sealed and its waiting entries", () => {
  expect(chainReport({ sealed: 12, unsealed: 1 })).toEqual({
    lines: ["操作留痕 12 条已封存，1 条待封存，链条完整。"],
    sound: true,
  });
});

test.each([
  ["changed", "记录或封存被改动"],
  ["missing", "记录已缺失"],
  ["gap", "此前的封存有缺号"],
] as const)("a chain broken because an entry is %s names the first break and what holds before it", (why, words) => {
  const report = chainReport({ sealed: 4, unsealed: 0, broken: { number: 5, entryId: "7", why } });

  expect(report).toEqual({
    lines: [`操作留痕的链条在第 5 条封存处断开（记录编号 7）：${words}。此前 4 条完整。`],
    sound: false,
  });
});

test("the tables that differ are named, parents first", () => {
  const schema = {
    tables: [
      journalTable("campaign", ["id"], "id"),
      journalTable("definition", ["id"]),
      journalTable("group_binding", ["group_id"]),
    ],
    retired: [],
  };
  const one = { group_binding: [{ audience: "city" }], campaign: [{ id: "shaoxing-2023" }], definition: [] };
  const other = { group_binding: [], campaign: [], definition: [] };

  expect(differingTables(schema, one, one)).toEqual([]);
  expect(differingTables(schema, one, other)).toEqual(["campaign", "group_binding"]);
});
