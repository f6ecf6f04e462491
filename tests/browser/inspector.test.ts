import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { toCardParams } from "../../src/platform/dingtalk/render/index.ts";
import { clientOf, say } from "./support/client.ts";
import { pageWithBot } from "./support/page-with-bot.ts";
import { shoot } from "./support/screenshots.ts";
import { stageView } from "./support/views.ts";
import { seriousViolations } from "./support/violations.ts";

const { url, bot, open, control } = pageWithBot(["maxiaohan", "keqiao-1"]);

const panel = (page: Page): Locator => page.getByRole("complementary", { name: "工具" });
const rows = (page: Page): Locator => panel(page).locator("[data-entry]");
const row = (page: Page, text: string | RegExp): Locator => rows(page).filter({ hasText: text }).first();
const detail = (page: Page): Locator => panel(page).getByRole("article", { name: "流量详情" });
const titles = (page: Page): Promise<string[]> => rows(page).locator(".traffic-title").allTextContents();

/** What is on the clipboard after a button was pressed. */
async function copied(page: Page, button: string): Promise<string> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await detail(page).getByRole("button", { name: button, exact: true }).first().click();
  await page.getByText("已复制。").waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Calls that the emulator does not know: each is one entry. */
async function callOften(times: number): Promise<void> {
  for (let done = 0; done < times; done += 100) {
    const some = Array.from({ length: Math.min(100, times - done) }, (_, index) =>
      fetch(`${url()}/v1.0/unheard/${done + index}`, { method: "POST" }),
    );
    await Promise.all(some);
  }
}

describe("the list", () => {
  test("shows what a person says, its acknowledgement and the bot's calls as they happen", async () => {
    const page = await open("traffic");

    await say(clientOf(page, "柯桥区经办人1"), "申报");
    await bot().sendMarkdown("keqiao-1", "进度", "各地进度");

    const message = row(page, /^柯桥区经办人1：申报/);
    await message.getByText("已应答").waitFor();
    await message.getByRole("img", { name: "平台→机器人" }).waitFor();
    await row(page, "应答：柯桥区经办人1：申报").getByText("200").waitFor();
    const call = row(page, "发单聊消息：进度");
    await call.getByRole("img", { name: "机器人→平台" }).waitFor();
    expect(await call.locator("time").textContent()).toMatch(/^\d\d:\d\d:\d\d\.\d{3}$/);
    expect(await call.locator(".traffic-ms").textContent()).toMatch(/^\d+ ms$/);
  });

  test("names a card by its outTrackId, and whose it is", async () => {
    const page = await open("traffic");

    await bot().sendCard("maxiaohan", "stage-card", toCardParams(stageView, 1));

    await row(page, "投放卡片：stage-card").getByText("马小涵").waitFor();
  });

  test("says in words that a call failed", async () => {
    const page = await open("traffic");

    await callOften(1);

    await row(page, "POST /v1.0/unheard/0").getByText("失败 501").waitFor();
  });

  test("shows only what is asked for: a person, a kind, what failed, a text", async () => {
    const page = await open("traffic");
    await bot().sendMarkdown("maxiaohan", "周报", "各地进度");
    await bot().sendMarkdown("keqiao-1", "补正", "请补正");
    await callOften(1);
    await row(page, "失败 501").waitFor();

    await panel(page).getByRole("combobox", { name: "只看此人" }).selectOption("马小涵");
    await expect.poll(() => titles(page)).toEqual(["发单聊消息：周报"]);
    await panel(page).getByRole("combobox", { name: "只看此人" }).selectOption("所有人");
    await panel(page).getByRole("checkbox", { name: "只看异常" }).check();
    await expect.poll(() => titles(page)).toEqual(["POST /v1.0/unheard/0"]);
    await panel(page).getByRole("checkbox", { name: "只看异常" }).uncheck();
    await panel(page).getByRole("searchbox", { name: "查找流量" }).fill("请补正");
    await expect.poll(() => titles(page)).toEqual(["发单聊消息：补正"]);
    await panel(page).getByRole("radio", { name: "推送" }).check();

    await panel(page).getByText("没有符合条件的流量。").waitFor();
  });

  test("stands still while paused, and goes on with what came meanwhile", async () => {
    const page = await open("traffic");
    await row(page, "获取令牌").waitFor();
    await panel(page).getByRole("button", { name: "暂停" }).click();
    await panel(page).getByText("已暂停").waitFor();

    await say(clientOf(page, "马小涵"), "进度");
    await clientOf(page, "马小涵").getByText("已送达").waitFor();
    expect(await row(page, "马小涵：进度").count()).toBe(0);
    await panel(page).getByRole("button", { name: "继续" }).click();

    await row(page, "马小涵：进度").waitFor();
  });

  test("is emptied for the view only", async () => {
    const page = await open("traffic");
    await row(page, "获取令牌").waitFor();

    await panel(page).getByRole("button", { name: "清空" }).click();

    await panel(page).getByText("尚无流量。").waitFor();
    expect(await control("/traffic")).toMatchObject({ entries: [expect.anything(), expect.anything()] });
  });

  test("draws few rows of two thousand, and stays at its end", async () => {
    await callOften(2_010);
    const page = await open("traffic");

    await panel(page).getByText("共2000条").waitFor();

    await row(page, "/v1.0/unheard/2009").waitFor();
    expect(await rows(page).count()).toBeLessThan(60);
  });

  test("keeps its place while more comes in, once it was scrolled away from the end", async () => {
    await callOften(100);
    const page = await open("traffic");
    await row(page, "/v1.0/unheard/99").waitFor();
    await panel(page)
      .locator(".traffic-list")
      .evaluate((list) => list.scrollTo(0, 0));
    await row(page, "登记长连接").waitFor();

    await bot().sendMarkdown("maxiaohan", "周报", "各地进度");
    await panel(page).getByText("共103条").waitFor();

    await row(page, "登记长连接").waitFor();
  });
});

describe("one entry in full", () => {
  test("shows the JSON inside its strings as what it says, and as it was sent", async () => {
    await bot().sendMarkdown("maxiaohan", "周报", "各地进度");
    const page = await open("traffic");
    await row(page, "发单聊消息：周报").click();
    const request = detail(page).getByRole("region", { name: "请求" });

    expect(await request.locator("pre").textContent()).toContain('"title": "周报"');
    await request.getByRole("button", { name: "显示原文" }).click();

    expect(await request.locator("pre").textContent()).toContain('"msgParam": "{\\"title\\":\\"周报\\"');
  });

  test("leads from a message to its acknowledgement and to the calls that followed", async () => {
    const page = await open("traffic");
    await say(clientOf(page, "柯桥区经办人1"), "申报");
    await row(page, "应答：柯桥区经办人1：申报").waitFor();
    await bot().sendMarkdown("keqiao-1", "填写申报表", "第1项");
    await row(page, "发单聊消息：填写申报表").waitFor();

    await row(page, /^柯桥区经办人1：申报/).click();
    await detail(page).getByRole("region", { name: "对应的应答" }).getByRole("button").click();
    await detail(page).getByRole("region", { name: "对应的帧" }).getByRole("button").click();
    await detail(page).getByRole("region", { name: "随后发给此人的调用" }).getByRole("button").click();

    await detail(page).getByRole("heading", { name: "发单聊消息：填写申报表" }).waitFor();
  });

  test("is copied as a command for a shell and as JSON", async () => {
    await bot().sendMarkdown("maxiaohan", "周报", "各地进度");
    const page = await open("traffic");
    await row(page, "发单聊消息：周报").click();

    expect(await copied(page, "复制为 curl")).toContain(
      `curl -sS -X POST "$EMULATOR"'/v1.0/robot/oToMessages/batchSend'`,
    );
    expect(JSON.parse(await copied(page, "复制为 JSON"))).toMatchObject({ status: 200, userIds: ["maxiaohan"] });
  });

  test("is left by Escape, and the keyboard is where it was; arrows go from row to row", async () => {
    await bot().sendMarkdown("maxiaohan", "周报", "各地进度");
    await bot().sendMarkdown("maxiaohan", "补正", "请补正");
    const page = await open("traffic");
    await row(page, "发单聊消息：周报").focus();

    await page.keyboard.press("Enter");
    await detail(page).waitFor();
    await page.keyboard.press("Escape");
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await expect.poll(focused).toContain("周报");
    await page.keyboard.press("ArrowDown");

    await expect.poll(focused).toContain("补正");
  });
});

describe("looks", () => {
  const looks = [360, 1440].flatMap((width) => [false, true].map((dark) => ({ width, dark })));

  test.each(looks)("at $width px (dark: $dark) nothing hinders those who cannot see or point", async (look) => {
    const { width, dark } = look;
    const name = `${width}-${dark ? "dark" : "light"}`;
    await bot().sendCard("maxiaohan", "stage-card", toCardParams(stageView, 1));
    await control("/faults", { rules: [{ match: { api: "*" }, action: "throttle", times: 1 }] });
    await bot()
      .sendMarkdown("maxiaohan", "周报", "各地进度")
      .catch(() => undefined);
    await callOften(1);
    await control("/users/keqiao-1/say", { text: "请问申报何时截止？" });
    const page = await open("traffic", { ...look, height: 780 });
    await row(page, "请问申报何时截止？").waitFor();

    await shoot(page, `inspector-${name}`);
    expect(await seriousViolations(page)).toEqual([]);
    await row(page, "投放卡片：stage-card").click();
    await shoot(page, `inspector-detail-${name}`);
    expect(await seriousViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
});
