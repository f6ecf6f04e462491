import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { checkDefinition } from "../../../src/campaign/definition/check.ts";
import { loadDefinition } from "../../../src/campaign/definition/load.ts";
import { nextCampaign, nextId, yearInName } from "../../../src/campaign/definition/starter/next-year/clone.ts";
import { makeNextYear } from "../../../src/campaign/definition/starter/next-year/make.ts";
import { addedLines, planMoves } from "../../../src/campaign/definition/starter/next-year/plan-moves.ts";

const SOURCE = "campaigns/shaoxing-2023";
const folder = mkdtempSync(join(tmpdir(), "jiayuan-next-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const made = (to: string, more: { year?: number; plan?: string } = {}) =>
  makeNextYear({ from: SOURCE, to: join(folder, to), year: more.year, plan: more.plan });

describe("last year's folder as next year's", () => {
  test.each([2024, 2026])("is sound for %i, says what falls on days off and which texts speak of a date", (year) => {
    const result = made(`shaoxing-${year}`);
    const lines = result.ok ? result.lines.join("\n") : result.why;

    expect(checkDefinition(join(folder, `shaoxing-${year}`))).toEqual([]);
    const { campaign } = loadDefinition(join(folder, `shaoxing-${year}`));
    expect([campaign.id, campaign.year.value, campaign.year.mark]).toEqual([`shaoxing-${year}`, year, "ours"]);
    expect(lines).toContain(`年度${year}暂按我们自己的设定`);
    expect(lines).toContain(`10月20日前：${year}-10-20`);
    expect(lines).toContain("rulings.yaml:9　text: 截至9月30日");
    expect(lines).toContain("国庆节");
  });

  test("2024's days off are named: its first stage opens on a Saturday", () => {
    const result = made("named-2024");

    expect(result.ok && result.lines).toContain("　宣传发动开始：2024-08-10（周六，非工作日，请考虑是否调整）");
  });

  test("with the new plan, the year is the plan's again, and every moved, changed and vanished line is told with its items", () => {
    const before = readFileSync(join(SOURCE, "plan.txt"), "utf8").split("\n");
    const after = before.map((line) => line.replace("2023年度", "2024年度"));
    after[13] = (after[13] ?? "").replace("8月20日", "8月25日");
    after.splice(0, 0, "新增的一行");
    const result = made("planned-2024", { plan: after.join("\n") });
    const lines = result.ok ? result.lines.join("\n") : result.why;

    expect(lines).toContain("新增第1行：新增的一行");
    expect(lines).toMatch(/第14行有改动：（一）宣传发动（8月10日—8月20日）.*第15行/u);
    expect(lines).toMatch(/campaign\.yaml:\d+　所据第14行有改动，现为第15行/u);
    expect(lines).toMatch(/campaign\.yaml:\d+　所据第16行现为第17行/u);
    expect(readFileSync(join(folder, "planned-2024/campaign.yaml"), "utf8")).toContain(
      "year: { value: 2024, line: 313, mark: plan, quote: 2024年度 }",
    );
  });

  test("an existing folder, no year, the same year, a year without a calendar and no campaign are refused, and nothing is written", () => {
    const refused = [
      made("shaoxing-2024"),
      made("without"),
      made("same", { year: 2023 }),
      made("shaoxing-2031"),
      makeNextYear({ from: folder, to: join(folder, "none-2024"), year: undefined, plan: undefined }),
    ].map((one) => (one.ok ? "made" : one.why));

    expect(refused.map((why) => why.replace(/“[^”]*”/u, ""))).toEqual([
      "里已有文件，未作改动。请换一个文件夹。",
      "没有写明年度，未作改动。请在新文件夹的名称中写明，或用 --year 2024。",
      "新旧文件夹同为2023年度，未作改动。请用 --year 写明新的年度。",
      "日历中没有2031年的节假日安排，未作改动。请待国务院办公厅公布后更新程序，再行生成。",
      expect.stringContaining("不是可用的活动文件夹，未作改动"),
    ]);
    expect(readdirSync(folder).sort()).toEqual(["named-2024", "planned-2024", "shaoxing-2024", "shaoxing-2026"]);
  });
});

test("an id takes the new year in place of the old, a folder's name says which", () => {
  expect([nextId("shaoxing-2023", 2023, 2024), nextId("households", 2023, 2024)]).toEqual([
    "shaoxing-2024",
    "households-2024",
  ]);
  expect([yearInName("/a/shaoxing-2024"), yearInName("shaoxing"), yearInName("x-20244")]).toEqual([
    2024,
    undefined,
    undefined,
  ]);
  expect(nextCampaign("id: a-2023\nyear: { value: 2023, line: 3, mark: plan, quote: 2023年度 }\n", 2024)).toBe(
    "id: a-2024\nyear: { value: 2024, line: 3, mark: ours }\n",
  );
});

test("lines of two plans: same, moved, changed, gone and added", () => {
  const before = ["一、工作目标", "开展评选工作，共建美好家园。", "联系人：甲", "附件1"];
  const after = ["前言", "一、工作目标", "开展评选工作，同建美好家园。", "附件1", "附件2"];
  const moves = planMoves(before, after);

  expect([...moves]).toEqual([
    [1, { kind: "moved", to: 2 }],
    [2, { kind: "changed", to: 3, text: "开展评选工作，同建美好家园。" }],
    [3, { kind: "gone" }],
    [4, { kind: "same", to: 4 }],
  ]);
  expect(addedLines(moves, after)).toEqual([1, 5]);
});
