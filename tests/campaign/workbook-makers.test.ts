import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/**
 * Where workbooks are made, and a journey that has each sent, with the words that it is asked for with: when its world ends,
 * the workbook's layout is checked.
 */
const MADE_IN: Readonly<Record<string, readonly [journey: string, words: string]>> = {
  "administration/roster/workbook/sheet.ts": ["people.test.ts", "导出 人员名单"],
  "application/requirements/clause-sheet/feature.ts": ["paper-forms.test.ts", "要求表.xlsx"],
  "archive/contents/index-pieces.ts": ["campaign.test.ts", "归档"],
  "case-history/trail-workbook.ts": ["case-history.test.ts", "导出留痕"],
  "consultation/workbook/make.ts": ["consultation.test.ts", "导出 征求意见函"],
  "evidence/output/pack.ts": ["evidence.test.ts", "00_目录.xlsx"],
  "export/automatic.ts": ["ranking.test.ts", "自动报表 每周进度"],
  "export/clause-export.ts": ["paper-forms.test.ts", "导出 要求表"],
  "export/form-workbook.ts": ["paper-forms.test.ts", "导出 申报表"],
  "export/list-workbook.ts": ["exports.test.ts", "导出 附件4"],
  "export/progress-workbook.ts": ["exports.test.ts", "导出 进度"],
  "export/receipts.ts": ["broadcasts.test.ts", "导出 阅读情况"],
  "export/ruling-workbook.ts": ["rulings.test.ts", "导出 口径"],
  "overview/rehearsal/views.ts": ["extensions.test.ts", "预演"],
  "preliminary-review/workbook/make.ts": ["workbooks.test.ts", "导出 初评表"],
  "ranking/review-file/make.ts": ["province.test.ts", "评审底稿"],
  "ranking/workbook.ts": ["exports.test.ts", "导出 排名"],
  "recommendation/workbook/make.ts": ["three-ways.test.ts", "导出 推荐表"],
  "verification/workbook/make.ts": ["verification.test.ts", "导出 核验表"],
};

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));

const makers = filesBelow("src/campaign").filter((name) =>
  readFileSync(join("src/campaign", name), "utf8").includes("writeWorkbook("),
);

test("every workbook that the bot makes is sent in a journey", () => {
  expect(new Set(makers)).toEqual(new Set(Object.keys(MADE_IN)));
});

test.each(Object.entries(MADE_IN))("%s", (_, [journey, words]) => {
  expect(readFileSync(join("tests/journeys", journey), "utf8")).toContain(words);
});
