import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { clientOf, say } from "./support/client.ts";
import { pageWithBot } from "./support/page-with-bot.ts";
import { shoot } from "./support/screenshots.ts";
import { seriousViolations } from "./support/violations.ts";

const { bot, open, control } = pageWithBot(["maxiaohan", "keqiao-1"]);
const MESSAGES = "/v1.0/im/bot/messages/get";

const panel = (page: Page): Locator => page.getByRole("complementary", { name: "工具" });
const inForce = (page: Page): Locator => panel(page).getByRole("region", { name: "生效中的故障" });
const entry = (page: Page, label: string): Locator =>
  panel(page)
    .getByRole("listitem")
    .filter({ has: page.getByRole("button", { name: new RegExp(`^${label}`) }) });

async function openEntry(page: Page, label: string): Promise<Locator> {
  const found = entry(page, label);
  await found.getByRole("button", { name: new RegExp(`^${label}`) }).click();
  return found;
}

const rulesOf = async () => ((await control("/page/faults")) as { faults: { rule: object; left: number }[] }).faults;

describe("ordering a fault", () => {
  test("as chosen: which push, whose, how often, how likely, how long", async () => {
    const page = await open("faults");
    const delay = await openEntry(page, "延迟");
    await delay.getByRole("combobox", { name: "推送" }).selectOption("机器人消息");
    await delay.getByRole("combobox", { name: "人员" }).selectOption("柯桥区经办人1");
    await delay.getByRole("combobox", { name: "次数" }).selectOption("接下来多次");
    await delay.getByRole("spinbutton", { name: "几次" }).fill("4");
    await delay.getByRole("spinbutton", { name: "概率（%）" }).fill("50");
    await delay.getByRole("spinbutton", { name: "时长（毫秒）" }).fill("300");

    await delay.getByRole("button", { name: "开始" }).click();

    await inForce(page).getByText("机器人消息 · 柯桥区经办人1 · 剩4次 · 概率50% · 300毫秒").waitFor();
    expect(await rulesOf()).toEqual([
      {
        rule: {
          match: { topic: MESSAGES, userId: "keqiao-1", direction: "toBot" },
          action: "delay",
          times: 4,
          probability: 0.5,
          ms: 300,
        },
        left: 4,
      },
    ]);
  });

  test("that strikes once is gone from the list when it has struck", async () => {
    const page = await open("faults");
    const throttle = await openEntry(page, "接口限流");
    await throttle.getByRole("button", { name: "开始" }).click();
    await inForce(page).getByText("全部接口 · 剩1次").waitFor();

    await expect(bot().sendMarkdown("maxiaohan", "周报", "各地进度")).rejects.toThrow(/403.*QpsLimit/);

    await inForce(page).getByText("没有生效中的故障").waitFor();
  });

  test("for now acts at once and leaves nothing in force", async () => {
    const page = await open("faults");
    const cut = await openEntry(page, "连接中断");

    await cut.getByRole("button", { name: "立即执行" }).click();

    await page.getByText("已执行：连接中断。").waitFor();
    await say(clientOf(page, "马小涵"), "进度");
    await clientOf(page, "马小涵").getByText("未送达").waitFor();
    expect(await rulesOf()).toEqual([]);
  });

  test("outside the limits is refused by the form", async () => {
    const page = await open("faults");
    const drop = await openEntry(page, "丢失");
    await drop.getByRole("spinbutton", { name: "概率（%）" }).fill("101");

    await drop.getByRole("button", { name: "开始" }).click();

    expect(await drop.locator("input:invalid").count()).toBe(1);
    expect(await rulesOf()).toEqual([]);
  });

  test("changes what it says with where it strikes", async () => {
    const page = await open("faults");
    const lost = await openEntry(page, "应答丢失");
    await lost.getByText("机器人的应答未到平台，平台将重新推送。").waitFor();

    await lost.getByRole("combobox", { name: "时机" }).selectOption("调用时（机器人→平台）");

    await lost.getByText("调用已执行，但机器人收不到结果。").waitFor();
    await lost.getByText("机器人应当：重试时沿用原编号，不发出两份。").waitFor();
  });
});

describe("faults in force", () => {
  test("are marked at the tool button also when somebody else ordered them, until all are cleared", async () => {
    const page = await open("faults");
    await control("/faults", {
      rules: [
        { match: { topic: MESSAGES }, action: "drop" },
        { match: { api: "/v1.0/robot/*" }, action: "status:502" },
      ],
    });
    await page.getByRole("button", { name: "工具，故障 2 项生效中" }).waitFor();
    await inForce(page).getByText("接口异常 502").waitFor();

    await inForce(page).getByRole("button", { name: "全部清除" }).click();

    await page.getByRole("button", { name: "工具", exact: true }).waitFor();
    expect(await rulesOf()).toEqual([]);
  });

  test("are marked also where the panel is closed and the page is opened later", async () => {
    await control("/faults", { rules: [{ match: { topic: MESSAGES }, action: "drop" }] });

    const page = await open("none");

    await page.getByRole("button", { name: "工具，故障 1 项生效中" }).getByText("故障 1").waitFor();
  });
});

describe("the panel", () => {
  test("is opened, used and left by keyboard alone where it covers the page", async () => {
    const page = await open("none", { width: 360, height: 740 });
    await page.getByRole("button", { name: "工具" }).focus();

    await page.keyboard.press("Enter");
    await page.keyboard.press("End");
    expect(await panel(page).getByRole("tab").last().getAttribute("aria-selected")).toBe("true");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");

    await panel(page).waitFor({ state: "detached" });
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("工具");
  });
});

describe("looks", () => {
  const looks = [360, 1440].flatMap((width) => [false, true].map((dark) => ({ width, dark })));

  test.each(looks)("at $width px (dark: $dark) nothing hinders those who cannot see or point", async (look) => {
    const { width, dark } = look;
    await control("/faults", {
      rules: [
        { match: { topic: MESSAGES, userId: "keqiao-1" }, action: "duplicate", times: 2 },
        { match: { api: "*" }, action: "throttle", probability: 0.5 },
      ],
    });
    const page = await open("faults", { ...look, height: 780 });
    await openEntry(page, "延迟");
    await inForce(page).getByText("剩2次").waitFor();

    await shoot(page, `faults-${width}-${dark ? "dark" : "light"}`);

    expect(await seriousViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
});
