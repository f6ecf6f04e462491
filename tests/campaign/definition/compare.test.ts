import { describe, expect, test } from "vitest";
import { compareDefinitions } from "../../../src/campaign/definition/compare.ts";
import { attributeNames } from "../../../src/campaign/definition/compare-phrases.ts";
import { type Definition, definitionKeys, parseDefinition } from "../../../src/campaign/definition/definition.ts";
import { canonicalJson, definitionHash } from "../../../src/campaign/definition/hash.ts";
import { capabilityNames } from "../../../src/campaign/definition/value-names.ts";
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

  test.each([
    [
      "what a role may do",
      '"workReport.submit":"own"',
      '"workReport.submit":"all"',
      "活动 区（县、市）经办人 权限 报送工作报告：本地区 → 全部",
    ],
    [
      "how a date is read",
      '"softClose":"onOrBefore"',
      '"softClose":"before"',
      "口径 R1 默认读法 数值 提醒截止：当日或之前的工作日 → 前一个工作日",
    ],
    [
      "a card's template, without its signs",
      "{{ district.name }}“美好家园”活动已启动",
      "{{ district.name }}活动已启动",
      "卡片用语 mobilization 经办人卡片 正文：您好。〔地区〕“美好家园”活动已启动，本阶段至〔结束日期〕，共〔工作日数〕个工作日。 请做好向属地党委、政府的汇报和辖区内的宣传发动。 → 您好。〔地区〕活动已启动，本阶段至〔结束日期〕，共〔工作日数〕个工作日。 请做好向属地党委、政府的汇报和辖区内的宣传发动。",
    ],
    [
      "a default that is taken away",
      '"decides":"stageCloses","default":{"text":"不是。方案只给推荐名单定了时间，9月20日仅作提醒。","value":{"closes":false}}',
      '"decides":"stageCloses"',
      "口径 R13 默认读法：不是。方案只给推荐名单定了时间，9月20日仅作提醒。（数值：否） → （无）",
    ],
  ])("%s, in words", (_what, from, to, text) => {
    expect(compareDefinitions(shaoxing, changed(from, to)).map((one) => one.text)).toEqual([text]);
  });

  test("nothing of JSON or of a template is left, whatever is taken away or added", () => {
    const strip = (file: Definition["phrases"]): Definition["phrases"] => ({
      stages: file.stages.map((stage) => ({ ...stage, group: { ...stage.group, title: "", lead: "", owed: [] } })),
    });
    const rulings = shaoxing.rulings.map(({ default: _, ...ruling }) => ruling);
    const bare = { ...shaoxing, rulings, phrases: strip(shaoxing.phrases) } as unknown as Definition;

    const texts = compareDefinitions(shaoxing, bare).map(({ text }) => text);

    expect(texts.length).toBeGreaterThan(40);
    expect(texts.filter((text) => /[{}%]|":/.test(text.replaceAll(/\d+%/g, "")))).toEqual([]);
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
  const keys = (part: unknown): string[] => {
    if (Array.isArray(part)) return part.flatMap(keys);
    if (typeof part !== "object" || part === null) return [];
    return Object.entries(part).flatMap(([key, inner]) => [key, ...keys(inner)]);
  };

  const used = new Set(definitionKeys.flatMap((key) => keys(shaoxing[key])));

  expect([...used].filter((key) => attributeNames[key] === undefined && !(key in capabilityNames))).toEqual([]);
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
