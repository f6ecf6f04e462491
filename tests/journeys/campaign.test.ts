import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cardsSeen, meaningOf } from "./campaign-state.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";
import { type Outcome, outcomeOf } from "./year.ts";

let world: World;
let played: Outcome;

beforeAll(async () => {
  world = await worldAt("10月21日");
  played = await outcomeOf(world);
});
afterAll(() => world.end());

const cells = (sheets: unknown) =>
  (sheets as { rows: unknown[][] }[])[0]?.rows.filter((row) => row.some((cell) => cell !== null)) ?? [];

describe("the campaign of 2023, some districts typing and some pressing, from the first form to the last report", () => {
  test("附件4 of the city has the plan's title, its eight columns and the twelve compounds", () => {
    const rows = cells(played.annex);

    expect(rows.slice(0, 2).map(([cell]) => cell)).toEqual(["附件4", "2023年度绍兴市“美好家园”小区推荐名单"]);
    expect(rows[2]).toEqual([
      "序号",
      "地区",
      "项目名称",
      "物业服务企业名称",
      "所属街道",
      "所属社区",
      "评价分数",
      "交付率或入住率（%）",
    ]);
    expect(rows.slice(3, 15).map((row) => [row[0], row[1], row[2], row[6], row[7]])).toEqual([
      [1, "越城区", "鉴湖雅苑", 97, 91],
      [2, "越城区", "稽山花园", 100, 90.5],
      [3, "柯桥区", "柯岩新村", 95, 92],
      [4, "柯桥区", "瓜渚湖畔", 99, 91.5],
      [5, "上虞区", "舜耕花园", 96, 93],
      [6, "上虞区", "曹娥江苑", 98, 92.5],
      [7, "诸暨市", "暨阳新村", 94, 94],
      [8, "诸暨市", "浣纱名苑", 100, 93.5],
      [9, "嵊州市", "越剧新苑", 98, 90],
      [10, "嵊州市", "剡溪花园", 97, 94.5],
      [11, "新昌县", "鼓山新村", 99, 91],
      [12, "新昌县", "南岩雅居", 95, 90.5],
    ]);
  });

  test("the ranking keeps equal ranks: two first, two third, and the total is the sum of its sections", () => {
    const table = cells(played.ranking).filter((row) => typeof row[0] === "number" || /^\d+$/.test(String(row[0])));

    expect(table.map((row) => [Number(row[0]), row[2], row[7]])).toEqual([
      [1, "稽山花园", 100],
      [1, "浣纱名苑", 100],
      [3, "瓜渚湖畔", 99],
      [3, "鼓山新村", 99],
      [5, "曹娥江苑", 98],
      [5, "越剧新苑", 98],
      [7, "鉴湖雅苑", 97],
      [7, "剡溪花园", 97],
      [9, "舜耕花园", 96],
      [10, "柯岩新村", 95],
      [10, "南岩雅居", 95],
      [12, "暨阳新村", 94],
    ]);
    expect(table.map((row) => Number(row[3]) + Number(row[4]) + Number(row[5]) + Number(row[6]))).toEqual(
      table.map((row) => row[7]),
    );
  });

  test("ten compounds are published once, to the campaign group", async () => {
    const group = await world.groupId("美好家园活动群");
    const texts = (await world.as("maxiaohan").messages(group)).map(({ card }) => card?.text ?? "");
    const lists = texts.filter((text) => text.includes("已公布") && /^\d+ \| /m.test(text));

    expect(lists).toHaveLength(1);
    expect(lists[0]?.match(/^\d+ \| /gm)).toHaveLength(10);
    expect(lists[0]).not.toContain("暨阳新村");
  });

  test("what each clerk got unasked is what was written by hand: openings, reminders until it was in, the outcome; at most twelve", async () => {
    // What they did themselves, and what it was answered with, was at 10:00.
    const unasked = async (userId: string) =>
      (await world.as(userId).messages())
        .filter(({ from, at }) => from !== userId && (at.slice(11, 16) !== "10:00" || at.startsWith("2023-10-13")))
        .map(({ at }) => at.slice(5, 16))
        .sort();
    const openings = ["08-10T08:30", "08-21T08:30", "09-21T08:30", "10-16T08:30"];
    // The lists were sent on 26 September, the reports on 18 October.
    const reminders = ["09-19T09:00", "09-25T09:00", "10-11T09:00", "10-17T09:00"];
    const inTime = [...openings, ...reminders, "10-13T10:00"].sort();

    for (const district of ["yuecheng", "keqiao", "shangyu", "zhuji", "xinchang"]) {
      expect(await unasked(`${district}-1`)).toEqual(inTime);
    }
    expect(await unasked("shengzhou-1")).toEqual([...inTime, "10-20T09:00"]);
    expect(inTime.length + 1).toBeLessThanOrEqual(12);
  });

  test("the progress summary comes on Mondays at 09:00 once something is owed, except where a stage opens; none in the week of the holiday, without scores", async () => {
    const group = await world.groupId("美好家园活动群");
    const summaries = (await world.as("maxiaohan").messages(group)).filter(({ text = "" }) =>
      text.includes("办理进度汇总"),
    );

    expect(summaries.map(({ at }) => at.slice(5, 16))).toEqual([
      "08-28T09:00",
      "09-04T09:00",
      "09-11T09:00",
      "09-18T09:00",
      "09-25T09:00",
      "10-09T09:00",
    ]);
    expect(summaries.filter(({ text = "" }) => text.includes("分数") || text.includes("总分"))).toEqual([]);
  });

  test("the journal replayed into an empty database gives the same tables", async () => {
    const { replayed, actual } = await meaningOf(world);

    expect(replayed).toEqual(actual);
  });

  test("no card was sent twice, and the busiest month stays under half of 5000 calls and 3000 pushes", async () => {
    const cards = await cardsSeen(world);
    const { months } = await world.call<{ months: Record<string, { apiCalls: number; pushes: number }> }>("/usage");
    console.log(
      "usage by month:",
      JSON.stringify(
        Object.fromEntries(
          Object.entries(months).map(([month, { apiCalls, pushes }]) => [month, { apiCalls, pushes }]),
        ),
      ),
    );

    expect(cards).toHaveLength(new Set(cards).size);
    expect(Object.values(months).filter(({ apiCalls, pushes }) => apiCalls >= 2500 || pushes >= 1500)).toEqual([]);
  });
});
