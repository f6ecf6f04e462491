import { expect, test } from "vitest";
import { runningCampaign } from "../../../src/campaign/definition/running-campaign.ts";
import { progressFigure } from "../../../src/campaign/export/progress-figure.ts";
import { yearFigure } from "../../../src/campaign/export/year-figure.ts";
import { type Figure, figureSpec } from "../../../src/campaign/figure/figure.ts";
import { compareFigure } from "../../../src/campaign/ranking/compare-figure.ts";
import type { CityFigures, ScoredCompound } from "../../../src/campaign/ranking/ranking.ts";
import type { DistrictCount } from "../../../src/campaign/tasks/counts.ts";
import { drawPicture } from "../../../src/platform/documents/picture/draw-picture.ts";
import { beijing } from "../definition/support/campaigns.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const MOST_BYTES = 100_000;
const campaign = runningCampaign({ definition: shaoxing, definitionVersion: 1, startedAt: new Date(0) });
const on = (day: string) => ({ campaign, now: new Date(`${day}T09:00:00+08:00`) });

const sizeOf = async (figure: Figure): Promise<number> => (await drawPicture(figureSpec(figure))).length;

const count = (district: string, name: string, applied: number): DistrictCount => ({
  ...{ district, name, applied, finalized: Math.max(0, applied - 1), excluded: 0, filling: 0 },
  ...{ list: "missing", isUnsealed: false, returned: 0, reportIn: false },
});

const inPlanOrder = shaoxing.campaign.districts.map(({ id, name }, at) => count(id, name, at % 3));

test("progress stands in the plan's order, whoever is ahead; what has not begun is not said", () => {
  const figure = progressFigure(on("2023-09-01"), inPlanOrder);

  expect(figure.lines.map((line) => line.split("：")[0])).toEqual(shaoxing.campaign.districts.map(({ name }) => name));
  expect(figure.lines[2]).toBe("上虞区：申报2个，初评定稿1个，推荐名单尚未报送");
  const [bars] = figure.blocks;
  expect(bars).toMatchObject({ kind: "bars", most: 2 });
  expect(bars?.kind === "bars" ? bars.rows[2] : undefined).toEqual({
    ...{ label: "上虞区", value: 2, done: 1, words: "申报2个，初评定稿1个，推荐名单尚未报送" },
  });
});

test.each([
  ["the first day", "2023-08-10", 0, [false, false, false, false]],
  ["the last day of a stage", "2023-09-20", 41, [true, false, false, false]],
  ["the first of the next", "2023-09-21", 42, [true, true, false, false]],
  ["the last day", "2023-10-30", 81, [true, true, true, false]],
  ["the day after", "2023-10-31", undefined, [true, true, true, true]],
])("the year on %s", (_, day, at, over) => {
  const { blocks } = yearFigure(on(day), []);
  const [calendar] = blocks;

  expect(calendar).toMatchObject({ kind: "calendar", days: 82 });
  expect(calendar?.kind === "calendar" ? calendar.today?.day : "none").toBe(at);
  expect(calendar?.kind === "calendar" ? calendar.bars.map(({ isOver }) => isOver) : []).toEqual(over);
});

test("what is kept as a picture says as of which day, with its year", () => {
  expect(yearFigure(on("2023-10-20"), []).lead).toBe("截至2023年10月20日。");
});

test("the year has its holidays, but no weekends, and in words all stages in order", () => {
  const { blocks, lines } = yearFigure(on("2023-09-25"), ["推荐名单，9月底前"]);
  const [calendar] = blocks;

  expect(calendar?.kind === "calendar" ? calendar.rests : []).toEqual([{ from: 50, to: 57 }]);
  expect(lines).toEqual([
    "8月10日至8月20日　第一阶段　宣传发动",
    "8月21日至9月20日　第二阶段　组织实施",
    "9月21日至10月14日　第三阶段　核查推荐",
    "9月29日至10月6日　中秋、国庆节放假",
    "10月15日至10月30日　第四阶段　总结提升",
  ]);
  expect(blocks.slice(1)).toMatchObject([
    { text: "9月29日至10月6日　中秋、国庆节放假" },
    { text: "接下来：推荐名单，9月底前" },
  ]);
});

const compound = (district: string, name: string, total: number, city?: Partial<CityFigures>): ScoredCompound => ({
  ...{
    applicationId: name,
    district,
    name,
    points: new Map(),
    total,
    listing: "recommended",
    declaration: "none",
  },
  ...(city === undefined
    ? {}
    : { verified: { corrected: new Map(), own: new Map(), correctedTotal: 0, ownTotal: 0, isWhole: true, ...city } }),
});
test("points stand side by side in the plan's order, only where the city's are final", () => {
  const figure = compareFigure(
    { campaign, rulings: new Map() },
    [
      compound("keqiao", "瓜渚湖畔", 9900, { correctedTotal: 9850 }),
      compound("yuecheng", "稽山花园", 9600, { correctedTotal: 9700 }),
      compound("yuecheng", "鉴湖雅苑", 9500, { correctedTotal: 9000, isWhole: false }),
      compound("shangyu", "曹娥景苑", 9100),
    ],
    "2023年10月9日",
  );

  expect(figure?.lines).toEqual([
    "越城区　稽山花园：区级初评96分，市级核验后97分",
    "柯桥区　瓜渚湖畔：区级初评99分，市级核验后98.5分",
  ]);
  expect(figure?.blocks[0]).toMatchObject({ from: 95, to: 100 });
});

test("every picture is below 100 KB, that of seventeen districts with long words, too", async () => {
  const many = beijing.campaign.districts.map(({ id, name }, at) => count(id, name, at));
  const sizes = await Promise.all([
    sizeOf(progressFigure({ campaign: { ...campaign, definition: beijing }, now: new Date("2024-12-01") }, many)),
    sizeOf(progressFigure(on("2023-10-25"), inPlanOrder)),
    sizeOf(yearFigure(on("2023-09-25"), ["推荐名单，9月底前（截至9月30日）", "公布名单，10月14日前"])),
  ]);

  for (const size of sizes) expect(size).toBeLessThan(MOST_BYTES);
});
