import { describe, expect, test } from "vitest";
import { compareDefinitions } from "../../../src/campaign/definition/compare.ts";
import { attributeNames } from "../../../src/campaign/definition/compare-phrases.ts";
import { type Definition, definitionKeys, parseDefinition } from "../../../src/campaign/definition/definition.ts";
import { canonicalJson, definitionHash } from "../../../src/campaign/definition/hash.ts";
import { shaoxing } from "./support/shaoxing.ts";

/** The campaign of 2023 with one place of its JSON written differently. */
function changed(from: string, to: string): Definition {
  const json = JSON.stringify(shaoxing);
  if (!json.includes(from)) throw new Error(`the definition does not contain ${from}`);
  return parseDefinition(JSON.parse(json.replace(from, () => to)));
}

const ROW_3_2 = '小区物业管理投诉位于全市后5%。","purpose":"satisfaction","knockOut":false,"maxPoints":5';

describe("what changed from one definition to another", () => {
  test("nothing, when nothing did", () => {
    expect(compareDefinitions(shaoxing, parseDefinition(JSON.parse(JSON.stringify(shaoxing))))).toEqual([]);
  });

  test("the points of a row, with the row", () => {
    const found = changed(ROW_3_2, ROW_3_2.replace(/5$/, "4"));

    expect(compareDefinitions(shaoxing, found)).toEqual([
      { in: "rubric", text: "评选标准 3-2 分值：5 → 4", criteria: ["3-2"] },
    ]);
  });

  test("a threshold, with the rows that must reach it", () => {
    const found = changed('"value":50,"unit":"percent"', '"value":60,"unit":"percent"');

    expect(compareDefinitions(shaoxing, found)).toEqual([
      { in: "datePhrases", text: "用语 超过50% 数值：50 → 60", criteria: ["2-2"] },
    ]);
  });

  test("a ruling's default, with the rows it governs", () => {
    const found = changed('"allOrNothing":["2-2"', '"allOrNothing":["2-3"');

    expect(compareDefinitions(shaoxing, found)).toEqual([
      {
        in: "rulings",
        text: "口径 R4 默认读法 数值 只打满分或0分的条目：2-2、3-1、3-2、3-3 → 2-3、3-1、3-2、3-3",
        criteria: ["2-2", "3-1", "3-2", "3-3", "4-4", "4-7"],
      },
    ]);
  });

  test("a field that became optional", () => {
    const found = changed(
      '"label":"小区地址","purpose":"address","kind":"text","required":true',
      '"label":"小区地址","purpose":"address","kind":"text","required":false',
    );

    expect(compareDefinitions(shaoxing, found)).toEqual([
      { in: "forms", text: "表单 小区地址 必填：是 → 否", criteria: [] },
    ]);
  });

  test("what was added, removed and put in another order", () => {
    const [first, second, ...rest] = shaoxing.campaign.districts;
    const districts = [second, first, ...rest.slice(1), { ...rest[0], id: "binhai", name: "滨海新区" }];

    const found = parseDefinition({ ...shaoxing, campaign: { ...shaoxing.campaign, districts } });

    expect(compareDefinitions(shaoxing, found)).toEqual([
      { in: "campaign", text: "活动 上虞区：删除", criteria: [] },
      { in: "campaign", text: "活动 滨海新区：新增", criteria: [] },
      { in: "campaign", text: "活动 地区：顺序有变动", criteria: [] },
    ]);
  });

  test("a line of the plan", () => {
    const planLines = shaoxing.planLines.map((line) => (line === "附件1" || line === " 附件1" ? "附件一" : line));

    const found = parseDefinition({ ...shaoxing, planLines });

    expect(compareDefinitions(shaoxing, found)).toEqual([
      { in: "planLines", text: "实施方案第23行： 附件1 → 附件一", criteria: [] },
    ]);
  });
});

test("every part of the definition has a name people read", () => {
  const values = new Set(["value", "may"]);
  const keys = (part: unknown): string[] => {
    if (Array.isArray(part)) return part.flatMap(keys);
    if (typeof part !== "object" || part === null) return [];
    return Object.entries(part).flatMap(([key, inner]) => [key, ...(values.has(key) ? [] : keys(inner))]);
  };

  const used = new Set(definitionKeys.flatMap((key) => keys(shaoxing[key])));

  expect([...used].filter((key) => attributeNames[key] === undefined)).toEqual([]);
});

describe("the hash of a definition", () => {
  test("does not depend on the order in which keys were stored", () => {
    expect(canonicalJson({ b: 1, a: [{ d: 2, c: 3 }] })).toBe('{"a":[{"c":3,"d":2}],"b":1}');
  });

  test("changes with any change", () => {
    const found = changed("85082235", "85082236");

    expect(definitionHash(found)).not.toBe(definitionHash(shaoxing));
    expect(definitionHash(shaoxing)).toMatch(/^[0-9a-f]{64}$/);
  });
});
