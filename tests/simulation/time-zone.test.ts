import { afterAll, beforeAll, expect, test } from "vitest";
import { cardTexts } from "../journeys/reading.ts";
import { startWorld, type World } from "../journeys/world.ts";

let world: World;

beforeAll(async () => {
  world = await startWorld({ environment: { TZ: "America/New_York" } });
});
afterAll(() => world.end());

const openings = (fired: readonly { kind: string; key: string; dueAt: string }[]) =>
  fired.filter(({ kind }) => kind === "stage.opening").map(({ key, dueAt }) => [key, dueAt]);

/** The lines of the official's newest card that count days. */
async function countedDays(): Promise<string[]> {
  const cards = cardTexts(await world.as("keqiao-1").messages()).filter((text) => text.startsWith("【第"));
  return (cards.at(-1) ?? "").split("\n").filter((line) => /剩\d+个工作日/.test(line));
}

test("on a machine in New York stage two opens on Monday 8月21日 at 08:30 in Shanghai", async () => {
  const before = await world.advanceTo("2023-08-21T08:29:00+08:00");
  const fired = await world.advanceTo("2023-08-21T08:30:00+08:00");

  expect(openings(before)).toEqual([["shaoxing-2023/mobilization", "2023-08-10T08:30:00+08:00"]]);
  expect(openings(fired)).toEqual([["shaoxing-2023/implementation", "2023-08-21T08:30:00+08:00"]]);
});

test("its cards count from midnight in Shanghai on, while it is still Sunday in New York", async () => {
  await world.advanceTo("2023-09-17T23:59:00+08:00");
  expect(await countedDays()).toEqual([]);

  await world.advanceTo("2023-09-18T00:00:00+08:00");
  expect(await countedDays()).toEqual([
    "申报表：尚未提交；请尽量于9月20日前办理，剩3个工作日，之后仍可办理",
    "初评：尚未开始；请尽量于9月20日前办理，剩3个工作日，之后仍可办理",
  ]);
});

test("and stage four, begun on a Sunday, opens on Monday 10月16日 and counts to 10月20日", async () => {
  const fired = await world.advanceTo("2023-10-16T08:30:00+08:00");

  expect(openings(fired)).toEqual([
    ["shaoxing-2023/verification", "2023-09-21T08:30:00+08:00"],
    ["shaoxing-2023/conclusion", "2023-10-16T08:30:00+08:00"],
  ]);
  expect(await countedDays()).toEqual([]);
  await world.advanceTo("2023-10-18T08:30:00+08:00");
  expect(await countedDays()).toEqual([
    "【第四阶段】总结提升　10月20日前报工作报告 进行中，剩3个工作日",
    "工作报告：尚未报送；10月20日前（含当日），请尽量于10月19日（周四）17:00前，剩3个工作日",
  ]);
});
