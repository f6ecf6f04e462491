import { expect, test } from "vitest";
import type { Context } from "../../../src/campaign/engine/context.ts";
import { givenOnPage } from "../../../src/campaign/scoring/given-on-page.ts";
import { pageFields, sheetPages } from "../../../src/campaign/scoring/page.ts";
import { emptySheet } from "../../../src/campaign/scoring/score-sheet.ts";
import { formBytes } from "../../../src/platform/dingtalk/render/form-variable.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";
import { openSheet } from "./support/score-sheet.ts";

/** As much of a context as pages need. */
const contextWith = (limit: number) =>
  ({
    campaign: { definition: shaoxing },
    rulings: new Map(),
    cards: {
      formRoom: { limit, measure: (fields: Parameters<typeof formBytes>[0]["fields"]) => formBytes({ fields }) },
    },
  }) as unknown as Context;

const sheet = emptySheet({ caseId: "锦绣花园", ledger: "district", scorer: "district" });

test("a page is a part of the plan: four pages for four parts, each within a card value", () => {
  const context = contextWith(1024);
  const pages = sheetPages(context);

  expect(pages.map(({ section, piece }) => [section.numeral, piece])).toEqual(
    ["一", "二", "三", "四"].map((numeral) => [numeral, { at: 1, of: 1 }]),
  );
  for (const page of pages) {
    const fields = pageFields(context, page, { sheet, isFirst: false, refused: [] });
    expect(formBytes({ fields })).toBeLessThanOrEqual(1024);
    expect(fields.map(({ name }) => name)).toEqual([...page.rows.map(({ id }) => id), "reasons", "then"]);
  }
});

test("each field says what can be given, and names its row where the page has room for that", () => {
  const context = contextWith(1024);
  const labels = sheetPages(context).map((page) =>
    pageFields(context, page, { sheet, isFirst: false, refused: [] })
      .slice(0, 2)
      .map(({ label }) => label),
  );

  expect(labels).toEqual([
    ["1-1 街道协调机制（0～4）", "1-2 联席会议（0～4）"],
    ["2-1 人选推荐把关（0～6）", "2-2 党员占比（0或3）"],
    ["3-1（0或4）", "3-2（0或5）"],
    ["4-1 投诉电话公示（0～3）", "4-2 运营单位电话（0～3）"],
  ]);
});

test("a part that does not fit takes two pages", () => {
  const third = sheetPages(contextWith(900)).filter(({ section }) => section.numeral === "三");

  expect(third.map(({ piece, rows }) => [piece, rows.length])).toEqual([
    [{ at: 1, of: 2 }, 5],
    [{ at: 2, of: 2 }, 4],
  ]);
});

test("a refused text too long for a card value stands above the form only", () => {
  const context = contextWith(1024);
  const [page] = sheetPages(context);
  const refused = [{ key: "reasons", label: "理由", sentence: "", typed: "字".repeat(400) }];

  const fields = page ? pageFields(context, page, { sheet, isFirst: true, refused }) : [];

  expect(fields.find(({ name }) => name === "reasons")?.value).toBeUndefined();
  expect(formBytes({ fields })).toBeLessThanOrEqual(1024);
});

test("a submitted page gives points and reasons by row; the earlier field for a row's reason is still read", () => {
  const { given, refused } = givenOnPage(contextWith(1024), {
    "1-1": 3,
    "1-2": "满分",
    "1-1-reason": "台账不全",
    reasons: "1-2 记录缺失；1-3 未公示",
  });

  expect(given).toEqual([
    { criterion: "1-1", points: 3, reason: "台账不全" },
    { criterion: "1-2", points: 4, reason: "记录缺失" },
    { criterion: "1-3", reason: "未公示" },
  ]);
  expect(refused).toEqual([]);
});

test("what cannot be read is kept as it was written", () => {
  const { given, refused } = givenOnPage(contextWith(1024), { "1-1": "很好", "9-9": 3, reasons: "台账不全" });

  expect(given).toEqual([]);
  expect(refused.map(({ key, typed }) => [key, typed])).toEqual([
    ["1-1", "很好"],
    ["9-9", "3"],
    ["reasons", "台账不全"],
  ]);
});

test("one field takes reasons, remarks and 不适用 as they are typed in chat; 不适用 takes the place of the points sent with it", () => {
  const { given, refused } = givenOnPage(contextWith(1024), {
    "4-1": 2,
    "4-2": 3,
    "4-3": 3,
    reasons: "4-1 字迹不清 备注 东门已更换；4-2 不适用 无集中供热；备注 4-3 分两批进驻",
  });

  expect(given).toEqual([
    { criterion: "4-1", points: 2, reason: "字迹不清", remark: "东门已更换" },
    { criterion: "4-3", points: 3, remark: "分两批进驻" },
    { criterion: "4-2", notApplicable: true, reason: "无集中供热" },
  ]);
  expect(refused).toEqual([]);
});

test("a row marked 不适用 shows no number that would be sent back as points", () => {
  const context = contextWith(1024);
  const page = sheetPages(context).at(-1);
  const marked = openSheet("甲", { "4-1": 300, "4-2": { state: "notApplicable", hundredths: 300, reason: undefined } });

  const fields = page ? pageFields(context, page, { sheet: marked, isFirst: false, refused: [] }) : [];

  expect(fields.slice(0, 2).map(({ value }) => value)).toEqual([3, undefined]);
  expect(fields.find(({ name }) => name === "reasons")?.placeholder).toBe("4-1 …；4-2 不适用 …");
});
