import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dispatchPhrases } from "../../src/campaign/engine/dispatch/phrases.ts";
import { exportPhrases } from "../../src/campaign/export/phrases.ts";
import { figurePhrases } from "../../src/campaign/export/phrases-figures.ts";
import { formPaperPhrases } from "../../src/campaign/form-paper/phrases.ts";
import { rankingPhrases } from "../../src/campaign/ranking/phrases.ts";
import { read, refusal } from "./reading.ts";
import { receivedWorkbook } from "./received-workbook.ts";
import { reviewed } from "./reviewed.ts";
import { exportable, nouns } from "./shaoxing-words.ts";
import { story } from "./story.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

const COLUMNS = [
  "序号",
  "地区",
  "项目名称",
  "物业服务企业名称",
  "所属街道",
  "所属社区",
  "评价分数",
  "交付率或入住率（%）",
];
const TITLE = "2023年度绍兴市“美好家园”小区推荐名单";

const step = story();
let world: World;
let campaignGroup: string;
let cityGroup: string;

beforeAll(async () => {
  world = await worldAt("9月13日");
  campaignGroup = await world.groupId("美好家园活动群");
  cityGroup = await world.groupId("美好家园市级工作群");
  await reviewed(world, { district: "xinchang", name: "新昌人家", less: { "2-2": 3 }, withoutProjectName: true });
  for (const district of ["yuecheng", "keqiao", "shangyu", "shengzhou", "xinchang"]) {
    const order = district === "xinchang" ? "1 2 3" : "1 2";
    for (const text of ["推荐", order, "确认推荐"]) await world.as(`${district}-1`).says(text);
  }
});
afterAll(() => world.end());

const exported = async (userId: string, text: string, chat?: string) =>
  receivedWorkbook(world, await world.as(userId).says(text, { in: chat }));
const says = async (userId: string, text: string, chat?: string): Promise<string[]> =>
  (await world.as(userId).says(text, { in: chat })).map((message) => message.file?.fileName ?? read(message));

const empty = (position: number): (string | number | null)[] => [position];

describe("导出 alone", () => {
  const offered = async (userId: string) => (await says(userId, "导出")).join("\n");

  step("lists for each role what it may have, with what that holds now, each by a button", async () => {
    const organizer = await offered("maxiaohan");
    for (const line of [
      "「导出 附件4」（5个地区已报送的推荐名单）",
      "「导出 排名」（13个小区已提交定稿的分数）",
      "「导出 进度」（6个地区的办理进度，不含分数）",
      "「导出 附件3」（13个小区的申报，含个人信息，只发单聊）",
      "「导出 评审底稿」（13个小区已提交定稿的分数）",
      "「导出 回执」（尚无发送记录）",
      "「导出 工作报告」（尚未报送）",
      "「导出 人员名单」",
    ])
      expect(organizer).toContain(line);
    for (const button of ["[导出附件4]", "[导出排名]", "[导出进度]", "[导出回执]", "[导出报告]"])
      expect(organizer).toContain(button);

    const district = await offered("keqiao-1");
    expect(district).toContain("「导出 附件4」（1个地区已报送的推荐名单）");
    expect(district).toContain("「导出 附件3」（2个小区的申报，含个人信息，只发单聊）");
    for (const other of ["评审底稿", "回执", "人员名单", "口径"]) expect(district).not.toContain(other);
    expect(await offered("approver")).not.toContain("人员名单");
  });
});

describe("附件4", () => {
  step("of a district: the plan's title and eight columns, the district's order, empty lines up to ten", async () => {
    const line = (position: number, name: string, score: number, rate: number) => [
      ...[position, "柯桥区", name, `${name}物业服务有限公司`, "示范街道", "示范社区", score, rate],
    ];

    expect(await exported("keqiao-2", "导出 附件4")).toEqual({
      name: `${TITLE}（柯桥区）.xlsx`,
      sheet: "附件4",
      rows: [
        ["附件4"],
        [TITLE],
        COLUMNS,
        line(1, "瓜渚湖畔", 99, 91.5),
        line(2, "柯岩新村", 95, 92),
        ...[3, 4, 5, 6, 7, 8, 9, 10].map(empty),
        ["备注：“交付率或入住率（%）”一栏，序号1至2为入住率。"],
        [expect.stringMatching(/^（盖章）/)],
        [expect.stringMatching(/^操作留痕：第\d+条，校验值[0-9a-f]{16}$/)],
        [expect.stringMatching(/^校验号：\d{5}-\d{5}（柯桥区第1次报送，2023年9月13日）$/)],
      ],
    });
  });

  step("of the city: all districts one after the other, going on below the ten printed lines", async () => {
    const { name, rows } = await exported("maxiaohan", "导出 附件4");

    expect(name).toBe(`${TITLE}.xlsx`);
    expect(rows.slice(3, 14).map(([position, district, project]) => [position, district, project])).toEqual([
      [1, "越城区", "稽山花园"],
      [2, "越城区", "鉴湖雅苑"],
      [3, "柯桥区", "瓜渚湖畔"],
      [4, "柯桥区", "柯岩新村"],
      [5, "上虞区", "曹娥江苑"],
      [6, "上虞区", "舜耕花园"],
      [7, "嵊州市", "越剧新苑"],
      [8, "嵊州市", "剡溪花园"],
      [9, "新昌县", "鼓山新村"],
      [10, "新昌县", "新昌人家"],
      [11, "新昌县", "南岩雅居"],
    ]);
  });

  step("is the same to the byte when nothing has changed", async () => {
    const first = await world.as("maxiaohan").says("导出 附件4 柯桥区");
    const second = await world.as("maxiaohan").says("导出 附件4 柯桥区");

    expect(second.map(({ file }) => file?.size)).toEqual(first.map(({ file }) => file?.size));
    expect(await receivedWorkbook(world, second)).toEqual(await receivedWorkbook(world, first));
  });

  step("without a confirmed list there is none, and the district is told", async () => {
    expect(await says("zhuji-1", "导出 附件4")).toEqual([refusal(exportPhrases.noList("诸暨市", "附件4"))]);
  });
});

describe("排名汇总", () => {
  step("without R14 by district and without ranks: sections, total, remarks, and why", async () => {
    const { name, sheet, rows } = await exported("approver", "导出 排名 柯桥区");

    expect([name, sheet]).toEqual(["2023年度绍兴市“美好家园”小区排名汇总（柯桥区）.xlsx", "排名汇总"]);
    expect(rows.slice(0, 4)).toEqual([
      [rankingPhrases.workbookTitle({ year: 2023, city: "绍兴市", name: "美好家园" }, nouns)],
      [
        ...["区内名次", "地区", "小区名称", "一、党建引领机制完善\n（20分）", "二、业委会运行规范\n（20分）"],
        ...["三、物业服务规范高效\n（40分）", "四、部门协同治理秩序好\n（20分）", "总分（100分）", "备注"],
      ],
      [1, "柯桥区", "瓜渚湖畔", 20, 20, 39, 20, 99, "已推荐"],
      [2, "柯桥区", "柯岩新村", 20, 20, 35, 20, 95, "已推荐"],
    ]);
  });

  step("of the city: no ranks before R14, equal ranks kept after it", async () => {
    const before = await exported("maxiaohan", "导出 排名");
    await world.as("maxiaohan").says("口径 R14 以核验修正后的区级初评分为准");
    await world.as("approver").says("确认口径 R14");
    const after = await exported("maxiaohan", "导出 排名");

    const ranks = ({ rows }: typeof before) => rows.slice(2, 15).map(([rank, , compound]) => [rank, compound]);
    expect(ranks(before).map(([rank]) => rank)).toEqual(Array.from({ length: 13 }, () => null));
    expect(ranks(after)).toEqual([
      [1, "稽山花园"],
      [2, "瓜渚湖畔"],
      [2, "鼓山新村"],
      [4, "曹娥江苑"],
      [4, "越剧新苑"],
      [6, "鉴湖雅苑"],
      [6, "剡溪花园"],
      [6, "新昌人家"],
      [9, "舜耕花园"],
      [10, "柯岩新村"],
      [10, "南岩雅居"],
      // Without a list of their district they take no part.
      [null, "浣纱名苑"],
      [null, "暨阳新村"],
    ]);
  });
});

describe("办理进度", () => {
  step("as a workbook for the city: counts and what was received, no points", async () => {
    const { rows } = await exported("maxiaohan", "导出 进度", cityGroup);

    expect(rows).toEqual([
      [exportPhrases.progressTitle(2023, "绍兴市", "美好家园")],
      ["截至2023年9月13日"],
      ["地区", "申报小区（个）", "初评已定稿\n（个）", "推荐名单", "工作报告"],
      ["越城区", 2, 2, "已报送", "尚未报送"],
      ["柯桥区", 2, 2, "已报送", "尚未报送"],
      ["上虞区", 2, 2, "已报送", "尚未报送"],
      ["诸暨市", 2, 2, "尚未报送", "尚未报送"],
      ["嵊州市", 2, 2, "已报送", "尚未报送"],
      ["新昌县", 3, 3, "已报送", "尚未报送"],
      ["合计", 13, 13, "5/6", "0/6"],
    ]);
  });

  step("in the campaign group counts only", async () => {
    expect(await says("maxiaohan", "导出 进度", campaignGroup)).toEqual([
      [
        "### 办理进度汇总（截至9月13日）",
        "**当前阶段**：第二阶段　组织实施",
        "**申报表**：已提交13个小区，涉及6个地区",
        "**初评**：已提交定稿13个，共13个小区",
        "**推荐名单**：应报6个，已报5个",
        exportPhrases.weeklyFootnote(nouns),
      ].join("\n"),
    ]);
  });

  step(
    "goes to the campaign group on Mondays at 09:00; the week of the holiday has none, that of an opening its card",
    async () => {
      const fired = await world.advanceTo("2023-10-16T09:00:00+08:00");

      expect(fired.filter(({ kind }) => kind === "progress.weekly").map(({ dueAt }) => dueAt)).toEqual([
        "2023-09-18T09:00:00+08:00",
        "2023-09-25T09:00:00+08:00",
        "2023-10-09T09:00:00+08:00",
      ]);
      const titles = (await world.as("zhuji-1").messages(campaignGroup))
        .map((message) => read(message).split("\n")[0] ?? "")
        .filter((title) => title.startsWith("### 办理进度汇总"));
      expect(titles.slice(-3)).toEqual(
        ["9月18日", "9月25日", "10月9日"].map((day) => `### 办理进度汇总（截至${day}）`),
      );
    },
  );
});

describe("an export by someone who may not", () => {
  test.each([
    ["team-1", "导出 附件4", dispatchPhrases.mayNot("导出", "评选工作组成员")],
    ["administrator", "导出 进度", dispatchPhrases.mayNot("导出", "系统管理员")],
    ["team-lead", "导出 排名", exportPhrases.nothingAssigned(nouns)],
    ["keqiao-1", "导出 排名 新昌县", exportPhrases.notYours("新昌县", nouns)],
    ["keqiao-1", "导出 火星", exportPhrases.unknown("火星", exportable, nouns)],
  ])("%s: %s", async (userId, text, sentence) => {
    expect(await says(userId, text)).toEqual([refusal(sentence)]);
  });

  step("附件3: the city prints what a district has reported, and nothing of a district that has not", async () => {
    const name = "绍兴市“美好家园”示范小区申报表（瓜渚湖畔）.docx";
    for (const userId of ["maxiaohan", "approver", "auditor"]) {
      expect(await says(userId, "导出 附件3 瓜渚湖畔")).toEqual([name]);
      expect(await says(userId, "导出 附件3 浣纱名苑")).toEqual([
        refusal(formPaperPhrases.notReported("浣纱名苑", "附件3")),
      ]);
    }
    expect(await says("zhuji-1", "导出 附件3 浣纱名苑")).toHaveLength(1);
  });

  step("before publication a list with points asked for in the campaign group goes to the person alone", async () => {
    // The two come in two chats, so in no certain order.
    expect(new Set(await says("keqiao-1", "导出 附件4", campaignGroup))).toEqual(
      new Set([`### 已导出\n《${TITLE}（柯桥区）.xlsx》已发送到您与家园助手的单聊。`, `${TITLE}（柯桥区）.xlsx`]),
    );
    const inGroup = (await world.as("xinchang-1").messages(campaignGroup)).flatMap(({ file }) => file ?? []);
    // What comes by itself on Mondays has counts and the year's days only.
    const weekly = [
      `${exportPhrases.progressTitle(2023, "绍兴市", "美好家园")}汇总.xlsx`,
      `${figurePhrases.yearTitle(2023, "绍兴市", "美好家园")}.png`,
    ];
    expect(inGroup.filter(({ fileName }) => !weekly.includes(fileName))).toEqual([]);
  });
});
