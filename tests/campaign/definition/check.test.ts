import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkDefinition } from "../../../src/campaign/definition/check.ts";
import { definitionFiles } from "../../../src/campaign/definition/definition.ts";
import { brokenFolder, type Defect, lineOf } from "./support/broken-folder.ts";
import { SHAOXING } from "./support/shaoxing.ts";

interface Case {
  what: string;
  defect: Defect;
  /** Text on the line that is named, when it is not the changed text. */
  at?: string;
  message: string;
}

const single: Case[] = [
  {
    what: "an unknown kind of district",
    defect: { file: "campaign.yaml", from: "name: 新昌县, kind: county,", to: "name: 新昌县, kind: cuonty," },
    message:
      "“kind”写的是“cuonty”，是否指“county”？只能是district、county、countyLevelCity、zone、subdistrict、town、village、other。",
  },
  {
    what: "a part that nothing reads",
    defect: { file: "calendar.yaml", from: "overrides: []", to: "overrides: []\ncolour: red" },
    at: "colour: red",
    message: "“colour”不是规定的项目，系统不读取。请删去或改正。",
  },
  {
    what: "a missing part",
    defect: { file: "campaign.yaml", from: "    name: 组织实施\n", to: "" },
    at: "id: implementation",
    message: "缺少“name”。",
  },
  {
    what: "a number where words belong",
    defect: { file: "campaign.yaml", from: "name: 绍兴市", to: "name: 2023" },
    message: "“name”应为文字。",
  },
  {
    what: "a day written the wrong way",
    defect: { file: "campaign.yaml", from: "opensOn: 08-10", to: "opensOn: 8月10日" },
    message: "“opensOn”的写法不对：“8月10日”。请写成月-日，如 08-10；不在活动年度的写明年份，如 2025-01-10。",
  },
  {
    what: "a count of rows that is not theirs",
    defect: { file: "rubric.yaml", from: "criterionCount: 25", to: "criterionCount: 26" },
    message: "评选标准共25条，应为26条。",
  },
  {
    what: "a row numbered out of order",
    defect: { file: "rubric.yaml", from: "id: 4-5", to: "id: 4-9" },
    message: "条目编号“4-9”应为“4-5”。",
  },
  {
    what: "an id used twice",
    defect: { file: "campaign.yaml", from: "id: case-study", to: "id: city-summary" },
    at: "id: city-summary\n    name: 全市总结",
    message: "应交成果编号“city-summary”重复，首次出现在第190行。",
  },
  {
    what: "a ruling nobody asked",
    defect: { file: "forms.yaml", from: "rulings: [R24]", to: "rulings: [R99]" },
    message: "引用了不存在的口径“R99”。",
  },
  {
    what: "a stage that does not exist",
    defect: { file: "campaign.yaml", from: "stage: conclusion", to: "stage: conclusions" },
    message: "引用了不存在的阶段“conclusions”。是否指“conclusion”？",
  },
  {
    what: "a row that a requirement cannot find",
    defect: { file: "requirements.yaml", from: "criteria: [3-3]", to: "criteria: [3-33]" },
    message: "引用了不存在的评选标准条目“3-33”。",
  },
  {
    what: "a member of a group who is not in the roster",
    defect: { file: "roster.yaml", from: "      - team-5", to: "      - team-6" },
    message: "引用了不存在的人员“team-6”。",
  },
  {
    what: "a line the plan does not have",
    defect: { file: "requirements.yaml", from: "line: 34", to: "line: 434" },
    message: "方案共405行，没有第434行。",
  },
  {
    what: "a quote that is not in its line",
    defect: { file: "campaign.yaml", from: "quote: 公布10个\n", to: "quote: 公布12个\n" },
    message: "所引文字不在方案第16行：“公布12个”。请照抄原文，或写 mark: ours。",
  },
  {
    what: "the wording of a row that is not the plan's",
    defect: { file: "rubric.yaml", from: "text: 小区绿化养护良好。", to: "text: 小区绿化良好。" },
    message: "所引文字不在方案第149行：“小区绿化良好。”。请照抄原文，或写 mark: ours。",
  },
  {
    what: "a stage that ends before it begins",
    defect: { file: "campaign.yaml", from: "closesOn: 10-30", to: "closesOn: 10-10" },
    message: "“总结提升”的结束日期早于开始日期。跨年的请写明年份，如 2024-01-10。",
  },
  {
    what: "a stage that begins before the last one has ended",
    defect: { file: "campaign.yaml", from: "opensOn: 08-21", to: "opensOn: 08-20" },
    message: "“组织实施”的开始日期不晚于“宣传发动”的结束日期。",
  },
  {
    what: "a day that is in no calendar",
    defect: { file: "date-phrases.yaml", from: "on: 09-30", to: "on: 09-31" },
    message: "2023年没有“09-31”这一天。",
  },
  {
    what: "a variable that nobody fills in",
    defect: { file: "phrases.yaml", from: "- 本阶段没有须报送的表格。", to: "- 本阶段至{{ stage.endsOn }}。" },
    message: "用语中有未知变量“stage.endsOn”。是否指“stage.opensOn”？",
  },
  {
    what: "a district's name in the words for the group",
    defect: { file: "phrases.yaml", from: "- 本阶段没有须报送的表格。", to: "- 请{{ district.name }}知悉。" },
    message: "用语中有未知变量“district.name”。",
  },
  {
    what: "a missing file",
    defect: { file: "forms.yaml" },
    message: "缺少此文件。",
  },
  {
    what: "a missing plan",
    defect: { file: "plan.txt" },
    message: "缺少此文件。",
  },
];

describe("the check of a campaign folder", () => {
  test("finds nothing wrong with the campaign of 2023", () => {
    expect(checkDefinition(SHAOXING)).toEqual([]);
  });

  test.each(single)("finds $what", ({ defect, at, message }) => {
    const folder = brokenFolder([defect]);

    const problems = checkDefinition(folder);

    const line = defect.from === undefined ? 1 : lineOf(folder, defect.file, at ?? defect.to ?? "");
    expect(problems).toEqual([{ file: defect.file, line, message }]);
  });
});

test("points changed in a row are held against its section, and against what the plan prints", () => {
  const folder = brokenFolder([
    { file: "rubric.yaml", from: "maxPoints: 5\n        pointsLine: 150", to: "maxPoints: 4\n        pointsLine: 150" },
  ]);

  const problems = checkDefinition(folder);

  const row = lineOf(folder, "rubric.yaml", "pointsLine: 150") - 1;
  const section = lineOf(folder, "rubric.yaml", "maxPoints: 40");
  expect(problems).toEqual([
    { file: "rubric.yaml", line: section, message: "“物业服务规范高效”各条分值之和为39分，应为40分。" },
    { file: "rubric.yaml", line: row, message: "分值为4，方案第150行为“5”。" },
  ]);
});

test("a district whose officials left is without one", () => {
  const folder = brokenFolder([
    { file: "roster.yaml", from: "role: districtOfficer, district: zhuji", to: "role: teamMember" },
    { file: "roster.yaml", from: "role: districtOfficer, district: zhuji", to: "role: districtOfficer" },
  ]);

  const problems = checkDefinition(folder);

  expect(problems).toEqual([
    { file: "roster.yaml", line: lineOf(folder, "roster.yaml", "people:") + 1, message: "诸暨市没有经办人。" },
    {
      file: "roster.yaml",
      line: lineOf(folder, "roster.yaml", "[{ role: districtOfficer }]"),
      message: "经办人没有写明所属地区。",
    },
  ]);
});

test("everything wrong is told at once, also within one file, by file and line", () => {
  const folder = brokenFolder([
    { file: "campaign.yaml", from: "    numeral: 二\n", to: "" },
    { file: "campaign.yaml", from: "stage: conclusion", to: "stage: closing" },
    { file: "roster.yaml" },
    { file: "forms.yaml", from: "label: 小区地址", to: "label: 小区名称" },
    { file: "phrases.yaml", from: "{{ stage.numeral }}", to: "{{ stage.numeral" },
    { file: "requirements.yaml", from: "line: 33", to: "line: 999" },
    { file: "rubric.yaml", from: "        short: 环境卫生\n", to: "" },
    { file: "rubric.yaml", from: "totalPoints: 100", to: "totalPoints: 90" },
    { file: "rulings.yaml", from: "- id: R28", to: "- id: R27" },
  ]);

  const problems = checkDefinition(folder);

  const line = (file: string, text: string) => lineOf(folder, file, text);
  expect(problems).toEqual([
    { file: "campaign.yaml", line: line("campaign.yaml", "- id: implementation"), message: "缺少“numeral”。" },
    { file: "campaign.yaml", line: line("campaign.yaml", "stage: closing"), message: "引用了不存在的阶段“closing”。" },
    {
      file: "campaign.yaml",
      line: line("campaign.yaml", "rulings: [R9, R10, R28]"),
      message: "引用了不存在的口径“R28”。",
    },
    {
      file: "forms.yaml",
      line: line("forms.yaml", "key: compoundAddress") + 1,
      message: `栏目名称“小区名称”重复，首次出现在第${line("forms.yaml", "label: 小区名称")}行。`,
    },
    {
      file: "phrases.yaml",
      line: line("phrases.yaml", "title: "),
      message: "用语模板的写法有误：请核对“{{ }}”“{% %}”是否成对，if 之后是否有 endif，变量名是否只含字母、数字和点。",
    },
    {
      file: "requirements.yaml",
      line: line("requirements.yaml", "line: 999"),
      message: "方案共405行，没有第999行。",
    },
    { file: "roster.yaml", line: 1, message: "缺少此文件。" },
    { file: "rubric.yaml", line: line("rubric.yaml", "totalPoints: 90"), message: "各部分分值之和为100分，应为90分。" },
    { file: "rubric.yaml", line: line("rubric.yaml", "- id: 3-5"), message: "缺少“short”。" },
    {
      file: "rulings.yaml",
      line: line("rulings.yaml", "question: 公布前可否向各地区展示带分数的排名？") - 1,
      message: `口径编号“R27”重复，首次出现在第${line("rulings.yaml", "- id: R27")}行。`,
    },
  ]);
});

test.each(
  Object.values(definitionFiles).flatMap(({ file }) =>
    ["", "5", "[]", "{}", "- 1", "stages: 1"].map((text) => [file, text]),
  ),
)("%s holding only %j is a problem of the folder, never a crash", (file, text) => {
  const folder = brokenFolder([]);
  writeFileSync(join(folder, file), text);

  expect(checkDefinition(folder).length).toBeGreaterThan(0);
});

test("a file that may be left out is not missed, unless another needs what it says", () => {
  const missing = (file: string) => checkDefinition(brokenFolder([{ file }])).map(({ message }) => message);

  expect(missing("calendar.yaml")).toEqual([]);
  expect(missing("roster.yaml")).toEqual(["缺少此文件。"]);
  expect(missing("rubric.yaml")).toContain(
    "没有评选标准，不能初评：请写 rubric.yaml，或删去步骤“review（初评）”和它的成果。",
  );
  expect(missing("recommendation-list.yaml")).toEqual(["要报推荐名单，须有此文件，写明名单的栏目。"]);
});

test("a file that is no YAML is named with the line", () => {
  const folder = brokenFolder([{ file: "calendar.yaml", from: "overrides: []", to: "overrides: [" }]);

  const problems = checkDefinition(folder);

  expect(problems.map(({ file, line }) => ({ file, line }))).toEqual([
    { file: "calendar.yaml", line: lineOf(folder, "calendar.yaml", "overrides: [") + 1 },
  ]);
});
