import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { pageWithBot } from "./support/page-with-bot.ts";

const { open, control } = pageWithBot(["maxiaohan"]);

const said = (page: Page) => page.getByRole("article", { name: "马小涵的消息" });
const traffic = (page: Page) => page.locator(".traffic-row");

/** The page with one message in the chat and in the traffic. */
async function openWithMessage(): Promise<Page> {
  await control("/users/maxiaohan/say", { text: "进度" });
  const page = await open("traffic");
  await said(page).waitFor();
  await traffic(page).first().waitFor();
  return page;
}

test("after a second question everything is as at first start, though the clock was never moved", async () => {
  const page = await openWithMessage();

  await page.getByRole("button", { name: "显示设置" }).click();
  await page.getByRole("button", { name: "清空并重新开始" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "清空", exact: true }).click();

  await page.getByText("已恢复到初始状态。").waitFor();
  await expect.poll(() => said(page).count()).toBe(0);
  await expect.poll(() => traffic(page).count()).toBe(0);
});

test("after a later state was restored the page shows that one alone", async () => {
  await control("/clock/advance", { to: "2023-09-01T09:00:00+08:00" });
  const { snapshot } = Object(await control("/snapshot", {}));
  await control("/reset", {});
  const page = await openWithMessage();

  await control("/restore", { snapshot });

  await page.getByText("2023年9月1日 星期五").waitFor();
  await expect.poll(() => said(page).count()).toBe(0);
});
