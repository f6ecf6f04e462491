import { describe, expect, test } from "vitest";
import { readTable } from "../../../page/preview/read-table.ts";
import { readText } from "../../../page/preview/read-text.ts";
import { MAX_ROWS } from "../../../page/preview/sheet.ts";

const rowsOf = (text: string) => readTable(text, "名单.csv").rows.map(({ cells }) => cells.map((cell) => cell.text));

describe("comma-separated values", () => {
  test("become rows, the first of which stays in view", () => {
    const sheet = readTable("地区,得分\r\n越城区,96.5\r\n", "名单.csv");

    expect(sheet.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ["地区", "得分"],
      ["越城区", "96.5"],
    ]);
    expect(sheet.frozen).toEqual({ rows: 1, columns: 0 });
  });

  test("may hold commas, breaks and quotes in quotes", () => {
    expect(rowsOf('理由,"一，二,三"\n"第一行\n第二行","称""示范"""')).toEqual([
      ["理由", "一，二,三"],
      ["第一行\n第二行", '称"示范"'],
    ]);
  });

  test.each([
    [
      "within a field",
      '5"管,1\n甲,2',
      [
        ['5"管', "1"],
        ["甲", "2"],
      ],
    ],
    [
      "that is never closed",
      '"5,1\n甲,2',
      [
        ['"5', "1"],
        ["甲", "2"],
      ],
    ],
    [
      "with words behind the closing one",
      '"甲"乙,1\n丙,2',
      [
        ['"甲"乙', "1"],
        ["丙", "2"],
      ],
    ],
    [
      "alone at the end",
      '甲,1\n乙,"',
      [
        ["甲", "1"],
        ["乙", '"'],
      ],
    ],
  ])("lose nothing by a quote %s", (_, text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
  });

  test("end their rows by a carriage return alone, too", () => {
    expect(rowsOf("甲,1\r乙,2")).toEqual([
      ["甲", "1"],
      ["乙", "2"],
    ]);
  });

  test("may have empty fields and rows of different length", () => {
    expect(rowsOf("a,,c\nd\n,")).toEqual([
      ["a", "", "c"],
      ["d", "", ""],
      ["", "", ""],
    ]);
  });

  test(`are cut after ${MAX_ROWS} rows, and only then`, () => {
    const text = (rows: number) => Array.from({ length: rows }, (_, row) => `${row}`).join("\n");

    expect(readTable(text(MAX_ROWS), "a").cut).toBe(false);
    expect(readTable(text(MAX_ROWS + 1), "a")).toMatchObject({ cut: true, rows: { length: MAX_ROWS } });
  });

  test("of nothing are nothing", () => {
    expect(readTable("", "空.csv").rows).toEqual([]);
  });
});

test("a text that is no UTF-8 is read as GB 18030", () => {
  expect(readText(new Uint8Array([0xbc, 0xd2, 0xd4, 0xb0]).buffer)).toBe("家园");
  expect(readText(new TextEncoder().encode("家园").buffer)).toBe("家园");
});
