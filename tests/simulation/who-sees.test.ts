import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fullDayWords } from "../../src/campaign/definition/wording.ts";
import { drawInWorker } from "../../src/platform/documents/picture/draw-in-worker.ts";
import { titleLines } from "../../src/platform/documents/word/title-lines.ts";
import { civilDate } from "../../src/shared/civil-date.ts";
import { type Came, PLANTED, type SeenFiles, seenFiles } from "../journeys/seen-files.ts";
import { DISTRICTS, type Seen, tableOf } from "../journeys/who-sees.ts";
import type { World } from "../journeys/world.ts";
import { worldAt } from "../journeys/world-at.ts";

const TITLE = "2023年度绍兴市“美好家园”";
const WEEKLY = `${TITLE}活动办理进度汇总.xlsx`;
const YEAR = `${TITLE}活动日程.png`;
const PROGRESS = `${TITLE}活动办理进度.xlsx`;
const LIST = `${TITLE}小区名单.xlsx`;
const RANKING = `${TITLE}小区排名汇总`;

/** 初评, all lists in, scoring, all points final, published, all reports in. */
const moments: Seen[] = [];
/** What came to the groups by itself, up to each of them. */
const came: Awaited<ReturnType<SeenFiles["came"]>>[] = [];
const stood: Came[] = [];
const said: string[] = [];
const metrics: string[] = [];
let world: World;
let seen: SeenFiles;

beforeAll(async () => {
  await begin("9月13日");
  await seen.plant();
  await look();
  await seen.recommend();
  await look();
  await seen.beginToVerify();
  await look();
  await seen.finishPoints();
  await world.advanceTo("2023-09-25T10:00:00+08:00");
  await look();
  await finish();
  for (const moment of ["10月13日", "10月21日"] as const) {
    await begin(moment);
    await look();
    await finish();
  }
}, 1_800_000);
afterAll(() => world.end());

async function begin(moment: Parameters<typeof worldAt>[0]): Promise<void> {
  world = await worldAt(moment, { LOG_LEVEL: "debug" });
  seen = await seenFiles(world);
}

async function look(): Promise<void> {
  came.push(await seen.came());
  moments.push(await seen.asked());
}

async function finish(): Promise<void> {
  stood.push(...seen.stood);
  said.push(world.output());
  metrics.push(await (await fetch(`${botUrl()}/metrics`)).text());
  await world.end();
}

function botUrl(): string {
  const line = world
    .output()
    .split("\n")
    .findLast((one) => one.startsWith('{"ready":"bot"'));
  return (JSON.parse(line ?? "{}") as { url: string }).url;
}

const DAY_20 = new Date("2023-09-20");
const names = (files: readonly Came[] = []): string[] => files.map(({ name }) => name);
const sheet = ({ sheets }: Came): readonly (readonly unknown[])[] => [...sheets.values()].flat();

test("who gets which file on asking: a role and a place a line, a moment a column", () => {
  expect(tableOf(moments)).toEqual([
    // 初评 报齐 核验 定稿 公布 总结
    "单聊　活动联系人　附件4：— 全市 全市 全市 全市 全市",
    "单聊　活动联系人　排名：全市 全市 全市 全市 全市 全市",
    "单聊　活动联系人　进度：全市 全市 全市 全市 全市 全市",
    "单聊　活动联系人　评审底稿：— 全市 全市 全市 全市 全市",
    "单聊　活动联系人　回执：— — — — 全市 全市",
    "单聊　活动联系人　工作报告：— — — — — 文件",
    "单聊　活动联系人　名册：全市 全市 全市 全市 全市 全市",
    "单聊　活动联系人　口径：全市 全市 全市 全市 全市 全市",
    "单聊　审批领导　附件4：— 全市 全市 全市 全市 全市",
    "单聊　审批领导　排名：全市 全市 全市 全市 全市 全市",
    "单聊　审批领导　进度：全市 全市 全市 全市 全市 全市",
    "单聊　审批领导　评审底稿：— 全市 全市 全市 全市 全市",
    "单聊　审批领导　工作报告：— — — — — 文件",
    "单聊　审批领导　口径：全市 全市 全市 全市 全市 全市",
    "单聊　经办人　附件4：— 本地 本地 本地 本地 本地",
    "单聊　经办人　排名：本地 本地 本地 本地 本地 本地",
    "单聊　经办人　进度：本地 本地 本地 本地 本地 本地",
    "单聊　经办人　工作报告：— — — — — 文件",
    "单聊　组长　评审底稿：— 全市 — 全市 全市 全市",
    "单聊　系统管理员　名册：全市 全市 全市 全市 全市 全市",
    "单聊　审计人员　附件4：— 全市 全市 全市 全市 全市",
    "单聊　审计人员　排名：全市 全市 — 全市 全市 全市",
    "单聊　审计人员　进度：全市 全市 全市 全市 全市 全市",
    "单聊　审计人员　评审底稿：— 全市 — 全市 全市 全市",
    "单聊　审计人员　工作报告：— — — — — 文件",
    "单聊　审计人员　口径：全市 全市 全市 全市 全市 全市",
    "活动群　活动联系人　附件4：— 单聊全市 单聊全市 单聊全市 全市 全市",
    "活动群　活动联系人　排名：单聊全市 单聊全市 单聊全市 单聊全市 全市 全市",
    "活动群　审批领导　附件4：— 单聊全市 单聊全市 单聊全市 全市 全市",
    "活动群　审批领导　排名：单聊全市 单聊全市 单聊全市 单聊全市 全市 全市",
    "活动群　经办人　附件4：— 单聊本地 单聊本地 单聊本地 单聊本地 单聊本地",
    "活动群　经办人　排名：单聊本地 单聊本地 单聊本地 单聊本地 单聊本地 单聊本地",
    "市级工作群　活动联系人　附件4：— 单聊全市 单聊全市 全市 全市 全市",
    "市级工作群　活动联系人　排名：单聊全市 单聊全市 单聊全市 全市 全市 全市",
    "市级工作群　活动联系人　进度：全市 全市 全市 全市 全市 全市",
    "市级工作群　审批领导　附件4：— 单聊全市 单聊全市 全市 全市 全市",
    "市级工作群　审批领导　排名：单聊全市 单聊全市 单聊全市 全市 全市 全市",
    "市级工作群　审批领导　进度：全市 全市 全市 全市 全市 全市",
  ]);
});

test("what comes by itself: counts on Mondays for all, the ranking for the city's group not before all points are final", () => {
  const [reviewing, listed, scoring, final, published] = came;
  const monday = [WEEKLY, YEAR];
  expect(names(reviewing?.campaign)).toEqual([...monday, ...monday, ...monday]);
  expect(names(reviewing?.city)).toEqual([]);
  expect(names(listed?.campaign)).toEqual(monday);
  expect(names(listed?.city)).toEqual([PROGRESS, `${TITLE}活动办理进度.png`]);
  expect([...names(scoring?.campaign), ...names(scoring?.city)]).toEqual([]);
  expect(names(final?.campaign)).toEqual(monday);
  expect(names(final?.city)).toEqual([`${RANKING}.xlsx`, `${RANKING}.png`, `${TITLE}初评与核验得分对照.png`]);
  expect(names(published?.campaign)).toContain(LIST);
});

describe("cell by cell, as another library opens it,", () => {
  test("the week's workbook has counts of the whole city and what comes next", () => {
    const [weekly] = came[3]?.campaign ?? [];
    const rows = weekly ? sheet(weekly) : [];
    expect(rows).toEqual([
      [`${TITLE}活动办理进度汇总`, null, null, null],
      ["截至2023年9月25日", null, null, null],
      ["阶段", "事项", "总体情况", "截止日期"],
      ["第二阶段　组织实施", "申报表", "已提交13个小区，涉及6个地区", DAY_20],
      ["第二阶段　组织实施", "初评", "已提交定稿13个，共13个小区", DAY_20],
      ["第二阶段　组织实施", "推荐名单", "应报6个，已报6个（其中无推荐4个）", new Date("2023-09-30")],
      ["接下来：核验，10月14日前", null, null, null],
      ["接下来：公布市级名单，10月14日前", null, null, null],
      ["接下来：向省推荐，10月14日前", null, null, null],
    ]);
    for (const one of came.flatMap(({ campaign }) => campaign).filter(({ name }) => name === WEEKLY)) {
      const cells = sheet(one).flat();
      expect(cells.filter((cell) => typeof cell === "number")).toEqual([]);
      expect(DISTRICTS.filter((district) => cells.some((cell) => String(cell).includes(district)))).toEqual([]);
    }
  });

  test("the progress of the city's group has a row a district and no points", () => {
    const [progress] = came[1]?.city ?? [];
    expect(progress && sheet(progress)).toEqual([
      [`${TITLE}活动办理进度`, null, null, null, null],
      ["截至2023年9月18日", null, null, null, null],
      ["地区", "申报小区（个）", "初评已定稿\n（个）", "推荐名单", "工作报告"],
      ["越城区", 2, 2, "已报送", "尚未报送"],
      ["柯桥区", 3, 3, "已报送", "尚未报送"],
      ...["上虞区", "诸暨市", "嵊州市", "新昌县"].map((name) => [name, 2, 2, "已报送无推荐", "尚未报送"]),
      ["合计", 13, 13, "6/6", "0/6"],
    ]);
  });

  test("the ranking has the city's points of those recommended and of the others the district's", () => {
    const [ranking] = came[3]?.city ?? [];
    const [title, , ...rows] = ranking ? sheet(ranking) : [];
    expect(title?.[0]).toBe(RANKING);
    expect(rows.slice(0, 4)).toEqual([
      [1, "越城区", "稽山花园", 20, 20, 38, 20, 98, 100, "已推荐"],
      [1, "越城区", "鉴湖雅苑", 20, 20, 38, 20, 98, 97, "已推荐"],
      [1, "柯桥区", "瓜渚湖畔", 20, 20, 38, 20, 98, 99, "已推荐"],
      [1, "柯桥区", "绿苑人家", 20, 20, 38, 20, 98, 95, "已推荐"],
    ]);
    expect(rows.filter(([rank, , name]) => rank === null && name)).toHaveLength(9);
  });

  test("the published list has number, district and name, nothing else", () => {
    const list = came[4]?.campaign.find(({ name }) => name === LIST);
    const [, , header, ...rows] = list ? sheet(list) : [];
    expect(header).toEqual(["序号", "地区", "小区名称"]);
    expect(rows).toHaveLength(10);
    expect(rows.map(([at]) => at)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(rows.every(([, district]) => DISTRICTS.includes(String(district)))).toBe(true);
  });
});

test("the picture is what five columns of the workbook with its date and basis are drawn as, and nothing else", async () => {
  const [workbook, picture] = came[3]?.city ?? [];
  if (!workbook || !picture) throw new Error("no ranking came");
  const [[title] = [], head = [], ...rest] = sheet(workbook);
  const rows = rest.filter(([, , name]) => typeof name === "string");
  const [basis] = rest[rows.length] ?? [];
  const five = (row: readonly unknown[]): string[] => [0, 1, 2, 7, 9].map((at) => String(row[at] ?? ""));
  const [rank = "", district = "", name = "", , remarks = ""] = five(head);
  const text = (of: string, look: "title" | "small") => ({ kind: "text" as const, text: of, look });
  const drawn = await drawInWorker({
    width: 1_080,
    isSoft: true,
    blocks: [
      text(titleLines(String(title)), "title"),
      text(`截至${fullDayWords(civilDate(picture.on))}`, "small"),
      text(String(basis), "small"),
      {
        kind: "table",
        columns: [12, 18, 32, 14, 34],
        head: [rank, district, name, "总分", remarks],
        rows: rows.map(five),
      },
    ],
  });
  expect(drawn && Buffer.from(drawn).equals(picture.bytes)).toBe(true);
});

test("planted names and numbers stand in no file of a group, no picture, no log and no metric", () => {
  const planted = Object.values(PLANTED);
  const found = (texts: readonly string[]) => planted.filter((one) => texts.some((text) => text.includes(one)));
  expect(stood.length).toBeGreaterThan(20);
  for (const { name, texts } of stood) expect([name, ...found(texts)]).toEqual([name]);
  expect(found(said)).toEqual([]);
  expect(found(metrics)).toEqual([]);
  expect(metrics.every((text) => text.includes("# HELP"))).toBe(true);
});
