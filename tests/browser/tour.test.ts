import type { Locator, Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { clientOf } from "./support/client.ts";
import { pageWithBot } from "./support/page-with-bot.ts";
import { shoot } from "./support/screenshots.ts";
import { followClock } from "./support/small-campaign.ts";
import { seriousViolations } from "./support/violations.ts";

const { url, open } = pageWithBot(["maxiaohan", "keqiao-1"]);
let campaign: { close(): void };

beforeEach(async () => {
  campaign = await followClock(url());
});
afterEach(() => campaign.close());

const tour = (page: Page): Locator => page.getByRole("complementary", { name: "引导" });
const button = (page: Page, name: string): Locator => tour(page).getByRole("button", { name });

describe("the guided first steps", () => {
  test("lead by words and by the clock to what the first moment brings, and to their end", async () => {
    const page = await open("");
    await button(page, "以马小涵的身份输入「进度」").click();
    await tour(page).getByText("已填入，请按 Enter 或点「发送」").waitFor();
    await page.keyboard.press("Enter");

    await tour(page).getByText("下一时点是8月10日 星期四 08:30，宣传发动开始。").waitFor();
    await button(page, "前往下一时点").click();
    await page.getByText("触发1项：").waitFor();
    await button(page, "打开马小涵的会话").click();
    await clientOf(page, "马小涵").getByRole("heading", { name: "家园助手" }).waitFor();
    await button(page, "以柯桥区经办人1的身份输入「申报」").click();
    await page.keyboard.press("Enter");

    await tour(page)
      .getByText(/^引导到此结束/)
      .waitFor();
    await button(page, "关闭引导").click();
    expect(await tour(page).count()).toBe(0);
  });

  test("take the clock's own button as well", async () => {
    const page = await open("");
    await button(page, "跳过这步").click();
    await button(page, "前往下一时点").waitFor();

    await page.getByRole("banner").getByRole("button", { name: "下一时点", exact: true }).click();

    await button(page, "打开马小涵的会话").waitFor();
  });

  test("can be gone back, put away and begun again", async () => {
    const page = await open("");
    await button(page, "跳过这步").click();
    await button(page, "上一步").click();
    await button(page, "以马小涵的身份输入「进度」").waitFor();

    await button(page, "不再引导").click();
    await page.getByText("引导已收起，可在右上角「显示设置」中重新开始。").waitFor();
    expect(await tour(page).count()).toBe(0);
    await page.getByRole("button", { name: "显示设置", exact: true }).click();
    await page.getByRole("button", { name: "重新开始引导" }).click();

    await tour(page).getByText("第1步").waitFor();
  });

  test("fit a phone", async () => {
    const page = await open("", { width: 360, height: 740 });
    expect(await button(page, "跳过这步").isVisible()).toBe(false);
    await button(page, "展开说明").click();
    await button(page, "跳过这步").click();
    await button(page, "前往下一时点").waitFor();

    await shoot(page, "tour-360");

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect(await seriousViolations(page)).toEqual([]);
  });
});
