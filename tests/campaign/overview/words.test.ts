import { describe, expect, test } from "vitest";
import { bindingPhrases } from "../../../src/campaign/administration/binding/phrases.ts";
import { cite } from "../../../src/campaign/definition/citation.ts";
import { noRulings } from "../../../src/campaign/definition/rulings-in-force.ts";
import { nounsOf } from "../../../src/campaign/directory/nouns.ts";
import { examplesOf } from "../../../src/campaign/overview/citation/examples.ts";
import { citationPhrases } from "../../../src/campaign/overview/citation/phrases.ts";
import { deskPhrases } from "../../../src/campaign/overview/desk/phrases.ts";
import { tourPhrases } from "../../../src/campaign/overview/tour/phrases.ts";
import { expectedPhrases } from "../../../src/campaign/ranking/phrases.ts";
import { beijing, households } from "../definition/support/campaigns.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

describe("examples of 依据", () => {
  test.each([
    ["shaoxing-2023", shaoxing],
    ["beijing-2024", beijing],
    ["example-households", households],
  ])("are found in %s", (_, definition) => {
    const { line, row, requirement, ruling } = examplesOf(definition);
    const references = [`L${line}`, row, requirement, ruling].filter((one) => one !== undefined);

    expect(references.filter((one) => "nearest" in cite(definition, one, noRulings))).toEqual([]);
  });

  test("of a campaign without rows name none", () => {
    expect(citationPhrases.what(examplesOf(beijing))).not.toContain("评分条目");
    expect(citationPhrases.line(examplesOf(shaoxing))).toBe("依据 L15");
  });
});

test("nouns are those of the campaign", () => {
  expect(deskPhrases.title(households)).toBe("今日待办　美丽庭院");
  expect(expectedPhrases.counts({ expected: 6, received: 1, nobody: 0 }, nounsOf(shaoxing))).toBe("应报6个，已报1个");
  expect(expectedPhrases.counts({ expected: 6, received: 5, nobody: 1 }, nounsOf(shaoxing))).toBe(
    "应报6个，已报5个（其中无推荐1个）",
  );
  expect(bindingPhrases.which(households)).toBe("请注明绑定为哪一类群：「绑定本群 活动群」或「绑定本群 镇级工作群」。");
  expect(tourPhrases.official(households, { name: "经办人", line: 6 }).map(({ say }) => say)).toEqual([
    "帮助",
    "进度",
    "依据 L6",
  ]);
});
