import { expect, test } from "vitest";
import { caseOfPoints, namesSeveralRows, readRowWords } from "../../../src/campaign/evidence/row-words.ts";
import { criteriaOf } from "../../../src/campaign/scoring/rubric.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const rows = criteriaOf(shaoxing.rubric).map(({ id }) => id);

test.each([
  ["3-5", "", "3-5", ""],
  ["3－5", "", "3-5", ""],
  ["３—５。", "", "3-5", ""],
  ["第3-5条", "", "3-5", ""],
  ["三杠五", "", "3-5", ""],
  ["三之五 东门", "", "3-5", "东门"],
  ["3-5 东门", "", "3-5", "东门"],
  ["3-5：垃圾房，清晨", "", "3-5", "垃圾房,清晨"],
  ["翠苑三区 3-5", "翠苑三区", "3-5", ""],
  ["翠苑三区3-5东门", "翠苑三区", "3-5", "东门"],
  ["4-7", "", "4-7", ""],
])("%s names a row", (text, caseName, row, label) => {
  expect(readRowWords(text, rows)).toEqual({ kind: "row", words: { caseName, row, label } });
});

test.each([
  ["都归入 3-5", ""],
  ["全部放到翠苑三区3-5", "翠苑三区"],
])("%s is said of all files that wait", (text, caseName) => {
  expect(readRowWords(text, rows)).toEqual({ kind: "row", words: { caseName, row: "3-5", label: "", all: true } });
});

test("都市花园 is a name", () => {
  expect(readRowWords("都市花园 3-5", rows)).toMatchObject({ words: { caseName: "都市花园" } });
});

test.each(["9-9", "4-8 东门", "5-1"])("%s names a row that there is not", (text) => {
  expect(readRowWords(text, rows).kind).toBe("unknown");
});

test.each([
  ["points", "3-5 4.5"],
  ["points with a colon", "3-5：4"],
  ["points with a reason", "3-5 3 垃圾未分类"],
  ["a bare number", "3.5"],
  ["several rows", "3-5、3-6"],
  ["a range", "1-2 到 1-4"],
  ["a day", "2023-09-12"],
  ["a telephone number", "0575-88001234"],
  ["a whole sentence", "我想问一下三区的申报什么时候截止。3-5这一条呢"],
  ["a long text", `3-5 ${"长".repeat(31)}`],
  ["nothing", ""],
])("%s is none: %s", (_, text) => {
  expect(readRowWords(text, rows)).toEqual({ kind: "none" });
});

test.each([
  ["3-5和3-6", true],
  ["翠苑三区 三杠五、三杠六", true],
  ["3-5", false],
  ["翠苑三区 3-5 东门", false],
  ["东门", false],
])("%s names several rows: %s", (text, several) => {
  expect(namesSeveralRows(text)).toBe(several);
});

test.each([
  ["浣江铭都 3-2 0 没数据", "浣江铭都"],
  ["3-2 0 没数据", undefined],
  ["浣江铭都 3-2 东门", undefined],
])("%s gives points to the case named before them, if there is one", (text, name) => {
  expect(caseOfPoints(text)).toBe(name);
});
