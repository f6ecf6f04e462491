import { describe, expect, test } from "vitest";
import { parseAnswer } from "../../../../src/platform/conversation/answers/parse-answer.ts";
import { type Cell, cellText, readCell, readCells } from "../../../../src/platform/conversation/answers/read-cells.ts";
import { form, ownersBody, question, when } from "../support/questions.ts";

const date = question("date");
const phone = question("phone");
const percent = question("percent");

const readAs = (asked: typeof date, cell: Cell) => {
  const parsed = readCell(asked, cell, when);
  return parsed?.ok ? parsed.value : parsed?.retry;
};

describe("a cell is read as it would be typed", () => {
  test.each([
    [date, "2023-06-30", "2023-06-30"],
    [date, "二〇二三年六月三十日", "2023-06-30"],
    [date, 20_230_630, "2023-06-30"],
    [phone, 13_812_345_678, "13812345678"],
    [phone, "'0575-85082235", "0575-85082235"],
    [percent, 92.5, 92.5],
    [percent, "92.5%", 92.5],
    [percent, 92.500_000_000_000_01, 92.5],
    [percent, 0, 0],
    [percent, 100, 100],
    [ownersBody, 1, "ownersCommittee"],
    [ownersBody, " 业主委员会\n", "ownersCommittee"],
  ])("%o", (asked, cell, value) => {
    expect(readAs(asked, cell)).toBe(value);
  });

  test.each([
    [percent, 0.925],
    [percent, 100.5],
    [date, "5/1/2020"],
    [date, 2023.1],
    [phone, 57_185],
    [ownersBody, 9],
    [ownersBody, "TRUE"],
  ])("or refused with the same sentence: %o", (asked, cell) => {
    const typed = parseAnswer(asked, String(cell), when);

    expect(typed.ok).toBe(false);
    expect(readCell(asked, cell, when)).toEqual(typed);
  });

  test.each([
    [36_526, "2000年1月1日"],
    [45_107, "2023年6月30日"],
    [73_050, "2099年12月31日"],
  ])("a bare count of days is asked about: %i is %s", (cell, day) => {
    expect(readCell(date, cell, when)).toMatchObject({ ok: false, readings: [day] });
  });

  test.each([36_525, 73_051, 45_107.5])("but %d is none", (cell) => {
    expect(readCell(date, cell, when)).toEqual(parseAnswer(date, String(cell), when));
  });

  test.each([null, undefined, "", "  ", Number.NaN])("%o is empty", (cell) => {
    expect(cellText(cell)).toBe("");
    expect(readCell(percent, cell, when)).toBe(undefined);
  });
});

test("the cells of a row are read in the order of the form; empty and unknown ones are left out", () => {
  const cells = new Map<string, Cell>([
    ["rate", 92.5],
    ["compoundName", "锦绣花园"],
    ["headPhone", null],
    ["nothing", "x"],
  ]);

  expect(readCells(form.fields, cells, when).map(({ question: { key }, typed }) => [key, typed])).toEqual([
    ["compoundName", "锦绣花园"],
    ["rate", "92.5"],
  ]);
});
