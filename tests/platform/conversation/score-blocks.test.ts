import { expect, test } from "vitest";
import { readScoreLine } from "../../../src/platform/conversation/score-line.ts";
import { showEntries } from "../../../src/platform/conversation/score-readings.ts";
import { rules } from "./support/sections.ts";

const read = (text: string): string => {
  const line = readScoreLine(rules, text);
  return line.kind === "points" ? showEntries(line.entries) : line.kind;
};

test.each([
  ["第二块六三五五", "2-1 6；2-2 3；2-3 5；2-4 5"],
  ["第一块四四四五三，第二块六三六五", "1-1 4；1-2 4；1-3 4；1-4 5；1-5 3；2-1 6；2-2 3；2-3 6；2-4 5"],
  ["第二板块第一项五分", "2-1 5"],
  ["4-4、4-5不适用 没有地下车库", "4-4 不适用 没有地下车库；4-5 不适用 没有地下车库"],
  ["1-1\t1-2\t1-3\n4\t3\t4\n初评", "1-1 4；1-2 3；1-3 4"],
])("%j", (text, entries) => {
  expect(read(text)).toBe(entries);
});

test("a command behind the points is no reason", () => {
  for (const word of ["初评", "推荐", "待办", "进度"]) expect(read(`1-1 4 1-2 3 ${word}`)).toBe("retry");
  expect(read("1-2 3 初评材料不全")).toBe("1-2 3 初评材料不全");
});
