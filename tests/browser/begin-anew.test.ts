import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { createEmulator, type Emulator } from "../../src/emulator/create-emulator.ts";
import { openBrowser, visit } from "./support/browser.ts";
import { START, seed } from "./support/seed.ts";

let browser: Browser;
let emulator: Emulator;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  emulator = await createEmulator({ port: 0, seed, now: new Date(START) });
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await emulator.close();
});

const call = (path: string, body: object) =>
  fetch(`${emulator.url}/_emulator${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

test("after a second question everything is as at first start: chats empty, the clock where it began", async () => {
  await call("/users/maxiaohan/say", { text: "进度" });
  await call("/clock/advance", { to: "2023-09-01T09:00:00+08:00" });
  const page = await visit(browser, { url: emulator.url, people: ["maxiaohan"] });
  const said = page.getByRole("article", { name: "马小涵的消息" });
  await said.waitFor();

  await page.getByRole("button", { name: "显示设置" }).click();
  await page.getByRole("button", { name: "清空并重新开始" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "清空", exact: true }).click();

  await page.getByText("已回到起点。").waitFor();
  await page.getByText("2023年8月9日 星期三").waitFor();
  await expect.poll(() => said.count()).toBe(0);
});
