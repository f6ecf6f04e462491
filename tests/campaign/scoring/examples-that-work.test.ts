import { describe, expect, test } from "vitest";
import { requirementPhrases } from "../../../src/campaign/application/requirements/phrases.ts";
import { reviewPhrases } from "../../../src/campaign/preliminary-review/phrases.ts";
import { lineRules } from "../../../src/campaign/scoring/line-rules.ts";
import { besidePoints } from "../../../src/campaign/scoring/open-row.ts";
import { scoringPhrases } from "../../../src/campaign/scoring/phrases.ts";
import { criteriaOf } from "../../../src/campaign/scoring/rubric.ts";
import { readScoreLine } from "../../../src/platform/conversation/score-line.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const rules = lineRules(shaoxing, new Map());
const ROWS = criteriaOf(shaoxing.rubric).map((row) => [row.id, row] as const);
const shown = (sentence: string): string => /例如[：「]([^」。]+)/u.exec(sentence)?.[1] ?? "";
const sentenceOf = (said: string): string => {
  const line = readScoreLine(rules, said);
  return line.kind === "retry" ? line.sentence : "";
};

describe("the line that is shown as an example is taken for that very row", () => {
  test.each(ROWS)("%s", (id, row) => {
    const sentences = [
      besidePoints(row, "不对") ?? "",
      scoringPhrases.whichRow("3", row),
      row.knockOut ? sentenceOf(`${id} 0`) : sentenceOf(`${id} 一般`),
    ];
    for (const sentence of sentences) {
      expect(shown(sentence)).toMatch(new RegExp(`^${id} `, "u"));
      expect(readScoreLine(rules, shown(sentence))).toMatchObject({ kind: "points", entries: [{ row: id }] });
    }
  });

  test("3-2, which takes 5 or 0, never shows a value between", () => {
    expect(sentenceOf("3-2 一般")).toContain("例如：3-2 0 理由。");
    expect(scoringPhrases.talk("不对", criterion("3-2"), "wrong")).toContain("例如：3-2 5。");
  });
});

test("points are said to be kept only where there are some", () => {
  const all = ROWS.map(([id]) => id);
  expect(reviewPhrases.cannotFinalize(all, 0)).toBe("各条均未评分，不能提交定稿，未作任何改动。");
  expect(reviewPhrases.cannotFinalize(["1-2", "3-1"], 23)).toBe(
    "还有2条未评分，不能提交定稿：1-2、3-1。已评的23条均已保存。",
  );
  expect(reviewPhrases.leftLead(0)).toBe("尚未评分。随时可从中断处继续。");
});

test("a clause that follows from the form or a list is not said to be filled in", () => {
  const nouns = { city: "市" };
  const clauses = [
    { id: "2-2", words: "符合", source: "form" },
    { id: "3-1", words: "不符合", source: "list" },
    { id: "3-2", words: "待核实", source: "awaited" },
  ] as const;
  expect(requirementPhrases.besideRowOpen("附件1", clauses, nouns)).toBe(
    "对应附件1条款（尚未填报）：2-2据申报表符合，3-1据市级名单不符合，3-2待核实",
  );
  expect(scoringPhrases.noClauses("附件1", 23, "锦绣花园")).toMatch(/^附件1要求尚未填报，待填报23条；/u);
});

function criterion(id: string) {
  const row = criteriaOf(shaoxing.rubric).find((one) => one.id === id);
  if (!row) throw new Error(`no row ${id}`);
  return row;
}

test("a reason that ends with a full stop does not double it", () => {
  expect(reviewPhrases.lateLine("材料补齐较晚。")).toBe("本初评为逾期定稿，原因：材料补齐较晚。");
  expect(reviewPhrases.lateLine("材料补齐较晚")).toBe("本初评为逾期定稿，原因：材料补齐较晚。");
});
