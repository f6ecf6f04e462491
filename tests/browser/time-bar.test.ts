import type { Locator, Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { pageWithBot } from "./support/page-with-bot.ts";
import { followClock } from "./support/small-campaign.ts";

const { url, open: openWith } = pageWithBot(["maxiaohan"]);
let campaign: { close(): void };
beforeEach(async () => {
  campaign = await followClock(url());
});
afterEach(() => campaign.close());

const open = (): Promise<Page> => openWith("none");
const needleOf = (page: Page): Locator => page.getByRole("slider", { name: /^当前时间/ });

/** The middle of the strip's share of a day. @param day counted from the strip's first, 9 August */
async function placeOf(page: Page, day: number): Promise<{ x: number; y: number }> {
  const strip = await page.locator(".timeline-inner").boundingBox();
  if (strip === null) throw new Error("there is no time bar");
  const days = 83;
  return { x: strip.x + (strip.width * (day + 0.5)) / days, y: strip.y + 10 };
}

test("the needle drawn to a later day goes to its morning when it is let go", async () => {
  const page = await open();
  const needle = await needleOf(page).boundingBox();
  if (needle === null) throw new Error("there is no needle");
  const { x, y } = await placeOf(page, 19);

  await page.mouse.move(needle.x + needle.width / 2, needle.y + 10);
  await page.mouse.down();
  await page.mouse.move(x, y, { steps: 4 });
  await page.getByText("松开前往 8月28日 星期一 09:00").waitFor();
  await page.mouse.up();

  await page.getByText("2023年8月28日 星期一").waitFor();
});

test("by keys the needle shows the day it would go to, rest day or not, and Enter goes there", async () => {
  const page = await open();
  const needle = needleOf(page);
  await needle.focus();

  for (const key of ["PageUp", "ArrowRight", "ArrowRight", "ArrowRight"]) await needle.press(key);

  expect(await needle.getAttribute("aria-valuetext")).toBe("8月19日 星期六 09:00");
  await page.getByText("回车前往 8月19日 星期六 09:00 周末").waitFor();
  await needle.press("Enter");
  await page.getByText("2023年8月19日 星期六").waitFor();
});

test("the needle cannot be drawn into the past", async () => {
  const page = await open();
  const needle = needleOf(page);
  await needle.focus();

  await needle.press("ArrowLeft");

  expect(await needle.getAttribute("aria-valuetext")).toBe("8月9日 星期三 09:00");
});

test("the next deadline is one press away, past all that falls due before it", async () => {
  const page = await open();

  await page.getByRole("button", { name: "下一截止" }).click();

  await page.getByText("2023年8月20日 星期日").waitFor();
  await page.getByText("触发1项：").waitFor();
});
