import { describe, expect, test } from "vitest";
import { cite } from "../../../src/campaign/definition/citation.ts";
import { deadlineOf, stageById } from "../../../src/campaign/definition/deadlines.ts";
import { dayInCampaign, parseDefinition, stageWindow } from "../../../src/campaign/definition/definition.ts";
import {
  districtsOn,
  districtsWithin,
  lowerDistricts,
  upperDistricts,
} from "../../../src/campaign/definition/districts.ts";
import { quotaFor } from "../../../src/campaign/definition/purposes.ts";
import { boundsOf, fitOf } from "../../../src/campaign/definition/quotas.ts";
import {
  hasRubric,
  knockOutRows,
  maximumPoints,
  pointRows,
  reachesPassMark,
  rubricTotal,
} from "../../../src/campaign/definition/rubric-points.ts";
import { sourceWords } from "../../../src/campaign/definition/source-words.ts";
import {
  casesWords,
  dayWordsIn,
  districtsWords,
  quotaWords,
  stageWords,
} from "../../../src/campaign/definition/wording.ts";
import { beijing, households, householdsContext } from "./support/campaigns.ts";
import { shaoxing } from "./support/shaoxing.ts";

describe("points", () => {
  const given = (points: Record<string, number>) =>
    new Map(Object.entries(points).map(([row, value]) => [row, value * 100]));
  const everything = given({
    ...{ "1-1": 20, "1-2": 12.5, "1-3": 7.5, "2-1": 15, "2-2": 15, "3-1": 15, "3-2": 15 },
    ...{ "4-1": 5, "4-2": 5, "4-3": 3 },
  });

  test("of bonus sections come on top, up to their maximum", () => {
    expect(rubricTotal(households.rubric, everything)).toEqual({ base: 10_000, bonus: 1000, total: 11_000 });
    expect(maximumPoints(households.rubric)).toBe(110);
  });

  test("of halves add up exactly", () => {
    expect(rubricTotal(households.rubric, given({ "1-2": 12.5, "1-3": 7.5, "4-3": 0.1 })).total).toBe(2010);
  });

  test("reach the pass mark at the mark itself", () => {
    const total = (hundredths: number) => ({ base: hundredths, bonus: 0, total: hundredths });

    expect([7999, 8000].map((points) => reachesPassMark(households.rubric, total(points)))).toEqual([false, true]);
    expect(reachesPassMark(shaoxing.rubric, total(0))).toBe(true);
  });

  test("are cited by the whole number of the row, also with two digits", () => {
    const [section] = shaoxing.rubric.sections;
    const [row] = section?.criteria ?? [];
    const criteria = Array.from({ length: 10 }, (_, at) => ({ ...row, id: `1-${at + 1}`, short: `第${at + 1}条` }));
    const definition = parseDefinition({
      ...shaoxing,
      rubric: { ...shaoxing.rubric, sections: [{ ...section, criteria }] },
    });

    const found = cite(definition, "一-10");

    expect("label" in found && found.label).toBe("1-10");
  });

  test("are not given in a row that knocks out, nor without a rubric", () => {
    expect(knockOutRows(households.rubric).map(({ id }) => id)).toEqual(["5-1"]);
    expect(pointRows(households.rubric).length).toBe(10);
    expect([hasRubric(beijing.rubric), maximumPoints(beijing.rubric)]).toEqual([false, 0]);
  });
});

describe("numbers", () => {
  const perVillage = quotaFor(households, "perDistrict");
  const selected = quotaFor(households, "selected");
  const least = quotaFor(shaoxing, "perDistrict");
  const ten = quotaFor(shaoxing, "selected");
  if (!perVillage || !selected || !least || !ten) throw new Error("no quota");

  test("have one end, two, or the same twice", () => {
    expect([perVillage, selected, least, ten].map(boundsOf)).toEqual([
      { least: 2, most: 4 },
      { most: 20 },
      { least: 2 },
      { least: 10, most: 10 },
    ]);
  });

  test("are kept at their ends", () => {
    expect([1, 2, 4, 5].map((count) => fitOf(perVillage, count))).toEqual(["tooFew", "fits", "fits", "tooMany"]);
    expect([0, 20, 21].map((count) => fitOf(selected, count))).toEqual(["fits", "fits", "tooMany"]);
  });

  test("are said in the campaign's own measure", () => {
    expect([quotaWords(households, perVillage), quotaWords(households, selected)]).toEqual(["2—4户", "不超过20户"]);
    expect([quotaWords(shaoxing, least), quotaWords(shaoxing, ten)]).toEqual(["不少于2个", "10个"]);
    expect([casesWords(shaoxing, 3), casesWords(households, 3)]).toEqual(["3个小区", "3户农户"]);
    expect([districtsWords(shaoxing, 6), districtsWords(households, 3)]).toEqual(["6个地区", "3个村"]);
  });
});

describe("days", () => {
  test("a stage over New Year ends in the year it names", () => {
    const stage = stageById(households, "deciding");

    expect(stageWindow(households, stage)).toEqual({ from: "2024-12-16", to: "2025-01-10" });
    expect(deadlineOf(householdsContext, "result").statedOn).toBe("2025-01-10");
    expect(stageWords(householdsContext, stage, { kind: "group" }).title).toBe(
      "【第三阶段】评定公布　12月16日至2025年1月10日",
    );
    expect(stageWords(householdsContext, stage, { kind: "group" }).lead).toBe(
      "各村：镇人居环境办公室现对推荐的农户择优评定，示范户不超过20户。1月1日元旦放假，请提前安排。",
    );
  });

  test("a day without a year is the campaign's", () => {
    expect([dayInCampaign(households, "01-10"), dayInCampaign(households, "2025-01-10")]).toEqual([
      "2024-01-10",
      "2025-01-10",
    ]);
    expect(dayWordsIn(households, "2024-12-16")).toBe("12月16日");
  });
});

describe("districts", () => {
  const source = { kind: "other", line: 3, mark: "ours" };
  const definition = parseDefinition({
    ...shaoxing,
    campaign: {
      ...shaoxing.campaign,
      districts: [
        { id: "town", name: "镇", ...source },
        { id: "east", name: "东村", within: "town", until: "09-30", ...source },
        { id: "west", name: "西村", within: "town", from: "10-01", ...source },
      ],
    },
  });
  const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);

  test("count from their first day and until their last", () => {
    expect(names(districtsOn(definition, "2023-09-30"))).toEqual(["镇", "东村"]);
    expect(names(districtsOn(definition, "2023-10-01"))).toEqual(["镇", "西村"]);
  });

  test("recommend to the one above them, where there is one", () => {
    expect(names(upperDistricts(definition))).toEqual(["镇"]);
    expect(names(lowerDistricts(definition))).toEqual(["东村", "西村"]);
    expect(names(districtsWithin(definition, "town"))).toEqual(["东村", "西村"]);
    expect(lowerDistricts(shaoxing).length).toBe(6);
    expect(upperDistricts(shaoxing)).toEqual([]);
  });
});

test.each<[string, typeof shaoxing, number | readonly number[], string]>([
  ["a line of the plan's arrangement", shaoxing, 14, "实施方案“三、工作安排”第（一）项"],
  ["lines of two parts", shaoxing, [15, 20], "实施方案“三、工作安排”第（二）项、“四、相关要求”第（二）项"],
  ["lines of one part", shaoxing, [15, 16], "实施方案“三、工作安排”第（二）项、第（三）项"],
  ["the heading of a part", shaoxing, 13, "实施方案“三、工作安排”"],
  ["a row of an annex", shaoxing, 121, "实施方案附件2第三部分第2项"],
  ["a row that the plan breaks", shaoxing, [84, 85], "实施方案附件2第二部分第1项"],
  ["a requirement", shaoxing, 33, "实施方案附件1第9项"],
  ["a line in no part", shaoxing, 2, "实施方案第2行"],
  ["a plan that calls itself otherwise", households, 8, "通知“一、评选安排”第（三）项"],
])("%s is cited as people do", (_, definition, lines, words) => {
  expect(sourceWords(definition, lines)).toBe(words);
});
