import { describe, expect, test } from "vitest";
import { checkDefinition } from "../../../src/campaign/definition/check.ts";
import { brokenFolder, type Defect, lineOf } from "./support/broken-folder.ts";
import { BEIJING, HOUSEHOLDS } from "./support/campaigns.ts";
import { SHAOXING } from "./support/shaoxing.ts";

interface Case {
  what: string;
  defect: Defect;
  /** Text on the line that is named, when it is not the changed text. */
  at?: string;
  message: string;
}

const PURPOSES =
  "checkIn（宣传情况）、application（申报）、review（初评）、list（推荐名单）、team（成立工作组）、verification（核验）、notice（公示）、publication（公布）、provinceList（向上级推荐）、report（工作报告）、caseStudy（典型案例）、summary（总结）";

const households: Case[] = [
  {
    what: "a day of the week for a workbook that does not come by the week",
    defect: {
      file: "campaign.yaml",
      from: "format: 2",
      to: 'format: 2\nsummaries:\n  - { what: ranking, weekday: 2, time: "10:00" }',
    },
    at: "what: ranking",
    message: "weekday 只用于每周发送的 weekly，请删去。",
  },
  {
    what: "a workbook that comes by itself, set twice",
    defect: {
      file: "campaign.yaml",
      from: "format: 2",
      to: "format: 2\nsummaries:\n  - { what: weekly }\n  - { what: weekly, on: false }",
    },
    at: "what: weekly, on: false",
    message: "自动报表“weekly”重复，首次出现在第4行。",
  },
  {
    what: "a misspelt purpose",
    defect: { file: "campaign.yaml", from: "purpose: review", to: "purpose: reviews" },
    message: `“purpose”写的是“reviews”，是否指“review”？只能是${PURPOSES}。`,
  },
  {
    what: "a purpose given twice",
    defect: {
      file: "campaign.yaml",
      from: "purpose: perDistrict, min: 2, max: 4",
      to: "purpose: selected, min: 2, max: 4",
    },
    at: "id: households, name: 示范户总数",
    message: "purpose“selected（择优几个）”写了两次，首次在第99行。只能有一处，请删去多余的。",
  },
  {
    what: "a purpose on two fields",
    defect: {
      file: "forms.yaml",
      from: "label: 门牌号, aliases: [门牌, 门牌号码], purpose: address",
      to: "label: 门牌号, purpose: name",
    },
    message: "purpose“name（名称）”写了两次，首次在第7行。只能有一处，请删去多余的。",
  },
  {
    what: "a form without a name",
    defect: { file: "forms.yaml", from: "purpose: name, ", to: "" },
    at: "{ key: householder",
    message: "表单“household”没有写明哪一项是名称：请在那一项下写 purpose: name。",
  },
  {
    what: "a step that has nothing to work on",
    defect: { file: "campaign.yaml", from: "steps: [application, review]", to: "steps: [application, review, report]" },
    message:
      "步骤“report（报工作报告）”没有可办的成果：请在 deliverables 里写一项 purpose: report（工作报告），或删去此步骤。",
  },
  {
    what: "a quota of 0",
    defect: { file: "campaign.yaml", from: "max: 20", to: "max: 0" },
    message: "“max”须大于0。",
  },
  {
    what: "a quota without a number",
    defect: { file: "campaign.yaml", from: "max: 20, ", to: "" },
    at: "id: households, name: 示范户总数",
    message: "“示范户总数”没有写数量：请写 min（不少于）、max（不超过）或 exact（正好）。",
  },
  {
    what: "a quota with its ends the wrong way round",
    defect: { file: "campaign.yaml", from: "min: 2, max: 4", to: "min: 5, max: 4" },
    message: "“每村推荐户数”的 max（4）小于 min（5）。",
  },
  {
    what: "the word of the format before",
    defect: { file: "campaign.yaml", from: "max: 20", to: "max: 20, count: 20" },
    message: "“count”不是规定的项目，系统不读取。数量请写 min（不少于）、max（不超过）或 exact（正好）。",
  },
  {
    what: "a district that recommends to nobody",
    defect: { file: "campaign.yaml", from: "name: 上阳村, kind", to: "name: 上阳村, within: zhen, kind" },
    message: "引用了不存在的地区“zhen”。",
  },
  {
    what: "an annex that the plan lacks",
    defect: { file: "campaign.yaml", from: "name: 附件3, title", to: "name: 附件5, title" },
    message: "方案第39行没有“附件5”：请改正行号；方案没有这个附件的，请删去。",
  },
  {
    what: "a text that speaks of an annex nobody has",
    defect: { file: "phrases.yaml", from: "各村：现在开始推荐", to: "各村：请填写附件4，现在开始推荐" },
    message: "活动没有“附件4”：请在 campaign.yaml 的 annexes 里写明，或改正。",
  },
  {
    what: "a list of the second level where nobody is above anybody",
    defect: { file: "campaign.yaml", from: "purpose: list\n", to: "purpose: list\n    level: 2\n" },
    at: "level: 2",
    message: "没有一个地区写明 within，不能有第2级：请在下级地区里写 within: 上级编号，或删去 level。",
  },
  {
    what: "a part of the plan under a name that it does not bear",
    defect: { file: "campaign.yaml", from: "name: 二、有关要求", to: "name: 二、工作要求" },
    message: "方案第9行没有“二、工作要求”这几个字：名称是自己起的，请写 mark: ours。",
  },
  {
    what: "a stage over New Year that does not say so",
    defect: { file: "campaign.yaml", from: "closesOn: 2025-01-10", to: "closesOn: 01-10" },
    message: "“评定公布”的结束日期早于开始日期。跨年的请写明年份，如 2025-01-10。",
  },
  {
    what: "a day of another year",
    defect: { file: "campaign.yaml", from: "closesOn: 2025-01-10", to: "closesOn: 2029-01-10" },
    message: "“2029-01-10”与活动年度2024年相差一年以上：请改正其一。",
  },
  {
    what: "a day in a year whose holidays are not known, from one that is",
    defect: { file: "campaign.yaml", from: "id: example-households", to: "id: households-2025" },
    message: "活动编号“households-2025”里的年份与年度2024不符：两处须一并改正。",
  },
  {
    what: "a weekday that this year does not have",
    defect: { file: "rulings.yaml", from: "包括当日。", to: "包括当日，12月13日（周六）。" },
    message: "“12月13日（周六”与日历不符：2024年这一天是周五。请改正，或不写星期。",
  },
  {
    what: "a holiday that is none this year",
    defect: { file: "rulings.yaml", from: "包括当日。", to: "包括当日，12月13日在假期内。" },
    message: "“12月13日在假期”与日历不符：2024年这一天为工作日。请改正，或写成“逢休假日的”。",
  },
  {
    what: "a last working day before a holiday that is none this year",
    defect: { file: "rulings.yaml", from: "包括当日。", to: "包括当日，提醒至节前最后一个工作日（12月12日）。" },
    message:
      "“最后一个工作日（12月12日）”与日历不符：2024年其前后并无休假日。请改正，或不写日期（卡片按当年日历显示）。",
  },
  {
    what: "a working day that is a day off this year",
    defect: { file: "rulings.yaml", from: "包括当日。", to: "包括当日，按前一个工作日（12月14日）安排。" },
    message: "“前一个工作日（12月14日）”与日历不符：2024年这一天为休息日。请改正，或不写日期（卡片按当年日历显示）。",
  },
  {
    what: "a value that nothing reads",
    defect: { file: "rulings.yaml", from: "  decides: pointStep\n", to: "" },
    at: "value: { step: 0.5 }",
    message: "口径“R3”的 value 系统不读取：请写明 decides，或删去 value，由人工执行。",
  },
  {
    what: "a value that the decision reads otherwise",
    defect: { file: "rulings.yaml", from: "value: { step: 0.5 }", to: "value: { step: 0.3 }" },
    message: "value 的写法不对，pointStep（打分的最小单位） 只读 step。",
  },
  {
    what: "two rulings on one matter",
    defect: { file: "rulings.yaml", from: "decides: noticePeriod", to: "decides: rankingBasis" },
    at: "default: { text: 不公示。",
    message: "value 的写法不对，rankingBasis（以谁的分数排名） 只读 basis。",
  },
  {
    what: "an answer that does not say what follows",
    defect: { file: "forms.yaml", from: "text: 有\n          verdict: excluded\n", to: "text: 有\n" },
    at: "- value: some",
    message: "请写明选这一项的后果 verdict：clear（可参与）、excluded（不得参与）、pending（待核实）。",
  },
  {
    what: "a pass mark that nobody can reach",
    defect: { file: "rubric.yaml", from: "passMark: 80", to: "passMark: 111" },
    message: "及格分111分高于满分110分。",
  },
  {
    what: "a bonus that no section gives",
    defect: { file: "rubric.yaml", from: "bonusPoints: 10", to: "bonusPoints: 15" },
    message: "加分最多15分，各加分部分之和只有10分。",
  },
  {
    what: "points for a row that knocks out",
    defect: { file: "rubric.yaml", from: "knockOut: true, maxPoints: 0", to: "maxPoints: 0" },
    at: "id: 5-1",
    message: "分值为0：一票否决的条目请写 knockOut: true，其余须有分值。",
  },
  {
    what: "two groups of one audience",
    defect: { file: "roster.yaml", from: "audience: city", to: "audience: campaign" },
    at: "cidQingxiTown==",
    message: "已有一个群面向“campaign”（第15行）：请合并，或改 audience。",
  },
  {
    what: "an official of a district that the campaign lacks",
    defect: { file: "roster.yaml", from: "role: auditor }", to: "role: districtOfficer, district: xiyang }" },
    message: "引用了不存在的地区“xiyang”。是否指“xiayang”？",
  },
];

describe("the check of a folder of another kind", () => {
  test.each([SHAOXING, HOUSEHOLDS, BEIJING])("finds nothing wrong with %s", (folder) => {
    expect(checkDefinition(folder)).toEqual([]);
  });

  test.each(households)("finds $what", ({ defect, at, message }) => {
    const folder = brokenFolder([defect], HOUSEHOLDS);

    const problems = checkDefinition(folder);

    const line = lineOf(folder, defect.file, at ?? defect.to ?? "");
    expect(problems).toContainEqual({ file: defect.file, line, message });
  });

  test("finds everything of a bad folder at once, by file and line", () => {
    const folder = brokenFolder(
      [
        { file: "campaign.yaml", from: "purpose: review", to: "purpose: list" },
        { file: "campaign.yaml", from: "max: 20", to: "exact: 0" },
        { file: "campaign.yaml", from: "closesOn: 11-29", to: "closesOn: 11-09" },
        { file: "campaign.yaml", from: "name: 附件3, title", to: "name: 附件9, title" },
        { file: "forms.yaml", from: "purpose: address", to: "purpose: name" },
        { file: "rubric.yaml", from: "totalPoints: 100", to: "totalPoints: 90" },
        { file: "roster.yaml", from: "district: shiqiao", to: "district: shangshan" },
      ],
      HOUSEHOLDS,
    );

    expect(checkDefinition(folder).map(({ file, message }) => `${file} ${message.slice(0, 20)}`)).toEqual([
      "campaign.yaml 方案第39行没有“附件9”：请改正行号；",
      "campaign.yaml “申报”的结束日期早于开始日期。跨年的请",
      "campaign.yaml 步骤“review（初评）”没有可办的成",
      "campaign.yaml 步骤“review（初评）”没有可办的成",
      "campaign.yaml purpose 为“list”的成果，“",
      "campaign.yaml purpose“list（推荐名单）”写",
      "campaign.yaml “exact”须大于0。",
      "forms.yaml purpose“name（名称）”写了两",
      "roster.yaml 石桥村没有经办人。",
      "roster.yaml 引用了不存在的地区“shangshan”",
      "rubric.yaml 各部分分值之和为100分，应为90分。",
    ]);
  });

  test("says of a folder of the format before what each part is to be now", () => {
    const folder = brokenFolder([{ file: "campaign.yaml", from: "format: 2\n", to: "" }], HOUSEHOLDS);

    expect(checkDefinition(folder).map(({ message }) => message)).toEqual(["缺少“format”，可写：2。"]);
  });
});

test.each([
  ["calendar.yaml", "overrides: []", "overrides: [", "括号没有成对"],
  ["calendar.yaml", "mark: ours", "mark：ours", "冒号是否半角"],
  ["calendar.yaml", "line: 14", "line: 14\nline: 15", "同一项写了两次"],
  ["calendar.yaml", "line: 14", "\tline: 14", "缩进用了制表符"],
  ["calendar.yaml", "mark: ours", "mark: *ours", "请用引号括起来"],
  ["calendar.yaml", "mark: ours", "mark: @ours", "文字不能以“@”"],
])("%s with %j written %j is explained in Chinese", (file, from, to, words) => {
  const messages = checkDefinition(brokenFolder([{ file, from, to }])).map(({ message }) => message);

  expect(messages.some((message) => message.includes(words))).toBe(true);
  expect(messages.filter((message) => /[a-z]{4,} [a-z]{2,}/i.test(message))).toEqual([]);
});
