import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { createEmulator, type Emulator } from "dingtalk-emulator";
import { type EmulatorClient, emulatorClient } from "dingtalk-emulator/client/client.ts";
import { organisation } from "dingtalk-emulator/testing/organisation.ts";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { answeringBot, BOARD, BOARD_FILE } from "../../emulator/tests/support/answering-bot.ts";
import { openBrowser, type Visit, visit } from "./support/browser.ts";
import { seriousViolations } from "./support/violations.ts";

const SCREENSHOTS = join(import.meta.dirname, "screenshots");
const OFFICIAL = "柯桥区经办人1";

let browser: Browser;
let emulator: Emulator;
let client: EmulatorClient;
let disconnect: () => void;

beforeAll(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true });
  browser = await openBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  const seed = organisation({
    people: { maxiaohan: "马小涵", "keqiao-1": OFFICIAL, "keqiao-2": "柯桥区经办人2" },
    groups: { 美好家园活动群: ["maxiaohan", "keqiao-1"] },
    templates: { [BOARD]: BOARD_FILE },
    bot: "家园助手",
  });
  emulator = await createEmulator({ port: 0, seed, now: new Date("2023-08-09T09:00:00+08:00") });
  client = emulatorClient(emulator.url);
  disconnect = await answeringBot(emulator.env);
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  disconnect();
  await emulator.close();
});

const open = (where: Partial<Visit> = {}): Promise<Page> =>
  visit(browser, {
    url: emulator.url,
    people: ["maxiaohan", "keqiao-1"],
    preferences: { tool: "scenarios" },
    ...where,
  });
const clientOf = (page: Page, name: string): Locator => page.getByRole("region", { name: `${name}的客户端` });
const bar = (page: Page): Locator => page.getByRole("region", { name: "场景播放" });
const steps = (page: Page): Locator => page.getByRole("list", { name: "步骤" }).getByRole("listitem");

const APPLYING = `标题: 申报一个小区
人员: [${OFFICIAL}, 马小涵]
步骤:
  - 说明: 先看怎么申报
  - ${OFFICIAL} 说: 申报
  - ${OFFICIAL} 填: {小区名称: 示例小区}
  - ${OFFICIAL} 点: 提交
  - 应看到 ${OFFICIAL}: 申报已提交
  - 马小涵 在 美好家园活动群 说: "@家园助手 进度"
  - 应看到 ${OFFICIAL} 在 美好家园活动群: 收到：进度
`;

/** Puts the text in and opens it. */
async function write(page: Page, text: string): Promise<void> {
  await page.getByRole("button", { name: "粘贴或编写" }).click();
  await page.getByRole("textbox", { name: "场景文件的内容" }).fill(text);
  await page.getByRole("button", { name: "打开", exact: true }).click();
}

async function play(page: Page, pace: "慢" | "快"): Promise<void> {
  await page.getByRole("button", { name: /^(播放|重新播放)$/ }).click();
  await bar(page).getByText(pace, { exact: true }).click();
}

describe("a scenario is played", () => {
  test("those that come along are listed, and one of them is shown with its steps", async () => {
    const page = await open();

    await page.getByRole("button", { name: /^第一次使用/ }).click();

    await page.getByRole("heading", { name: "第一次使用" }).waitFor();
    expect(await steps(page).count()).toBe(19);
  });

  test("to its end: everybody did their part, in the chats where it happened", async () => {
    const page = await open();
    await write(page, APPLYING);

    await play(page, "快");

    await bar(page).getByText("「申报一个小区」已完成，共7步").waitFor();
    expect((await client.as("keqiao-1").latestCard())?.text).toContain("申报已提交");
    await clientOf(page, "马小涵").getByText("收到：进度 @maxiaohan").first().waitFor();
    expect(new URL(page.url()).hash).toBe("#keqiao-1,maxiaohan");
    expect(await steps(page).filter({ hasText: "（已完成）" }).count()).toBe(7);
  });

  test("slowly: the caption stands large, the step is marked, the words appear before they are sent", async () => {
    const page = await open();
    await write(page, `标题: 慢\n步骤:\n  - 说明: 先看怎么申报\n  - ${OFFICIAL} 说: 请问申报何时截止，应当交到哪里\n`);
    const box = clientOf(page, OFFICIAL).getByRole("textbox", { name: /^发给/ });

    await play(page, "慢");

    await bar(page).getByText("先看怎么申报").waitFor();
    await expect.poll(() => box.inputValue(), { timeout: 15_000, interval: 30 }).toMatch(/^请问申报何/);
    expect(await steps(page).and(page.locator("[aria-current=step]")).innerText()).toContain("请问申报何时截止");
    expect(await client.as("keqiao-1").messages()).toEqual([]);
  });

  test("it can be paused, taken step by step, and stopped", async () => {
    const page = await open();
    await write(page, APPLYING);
    await play(page, "慢");
    await bar(page).getByRole("button", { name: "暂停" }).click();
    await bar(page).getByText("快", { exact: true }).click();

    await bar(page).getByRole("button", { name: "下一步" }).click();
    await bar(page).getByText("第2步，共7步").waitFor();
    await bar(page).getByRole("button", { name: "下一步" }).click();
    await bar(page).getByText("第3步，共7步").waitFor();

    expect(new Set((await client.as("keqiao-1").messages()).map(({ kind }) => kind))).toEqual(
      new Set(["card", "text"]),
    );
    await bar(page).getByRole("button", { name: "继续" }).click();
    await bar(page).getByText("已完成，共7步").waitFor();
    await bar(page).getByRole("button", { name: "关闭" }).click();
    await bar(page).waitFor({ state: "detached" });
  });

  test("from a file, with the files it names", async () => {
    const page = await open();
    const text = `标题: 材料\n步骤:\n  - ${OFFICIAL} 发文件: 材料/报告.txt\n  - 应看到 ${OFFICIAL}: 收到文件：报告.txt\n`;

    await page.getByLabel("打开场景文件").setInputFiles([
      { name: "材料.yaml", mimeType: "application/yaml", buffer: Buffer.from(text) },
      { name: "报告.txt", mimeType: "text/plain", buffer: Buffer.from("全文") },
    ]);
    await play(page, "快");

    await bar(page).getByText("已完成，共2步").waitFor();
  });
});

describe("what is wrong is said with its line", () => {
  test("an unknown step, and the nearest that is known", async () => {
    const page = await open();

    await write(page, `标题: 错\n步骤:\n  - ${OFFICIAL} 说说: 帮助\n`);

    await page.getByText(`第3行：不认识的步骤「${OFFICIAL} 说说」，最接近的写法是「${OFFICIAL} 说: 帮助」。`).waitFor();
    expect(await page.getByRole("textbox", { name: "场景文件的内容" }).inputValue()).toContain("说说");
  });

  test("a step that fails: it stops there, and the step can be tried again", async () => {
    const page = await open();
    await write(page, `标题: 早\n步骤:\n  - ${OFFICIAL} 点: 提交\n`);
    await play(page, "快");
    await bar(page).getByRole("alert").getByText(`第3行：「${OFFICIAL} 点：提交」未能完成。`).waitFor();
    await client.as("keqiao-1").says("申报");
    await client.as("keqiao-1").submits({ 小区名称: "示例小区" });

    await bar(page).getByRole("button", { name: "再试这一步" }).click();

    await bar(page).getByText("已完成，共1步").waitFor();
    expect(await bar(page).getByRole("alert").count()).toBe(0);
  });
});

test("what is done on the page is recorded, and plays again after a reset", async () => {
  const page = await open();
  const official = clientOf(page, OFFICIAL);
  await page.getByRole("button", { name: "开始录制" }).click();
  const box = official.getByRole("textbox", { name: "发给家园助手" });
  await box.fill("申报");
  await box.press("Enter");
  await official.getByLabel(/^小区名称/).fill("示例小区");
  await official.getByRole("button", { name: "保存", exact: true }).click();
  await official.getByRole("button", { name: "提交" }).click();
  await official.getByText("申报已提交").waitFor();
  await page.getByRole("button", { name: "+1天" }).click();
  await page.getByText("正在录制，已记5步").or(page.getByText("正在录制，已记4步")).waitFor();

  await page.getByRole("button", { name: "停止录制" }).click();

  const written = await page.getByRole("textbox", { name: "场景文件的内容" }).inputValue();
  expect(written.split("\n")).toEqual([
    "标题: 录制的场景",
    "开始时间: 2023-08-09 09:00",
    "人员:",
    "  - 马小涵",
    `  - ${OFFICIAL}`,
    "步骤:",
    `  - ${OFFICIAL} 说: 申报`,
    `  - ${OFFICIAL} 填:`,
    "      小区名称: 示例小区",
    `  - ${OFFICIAL} 点: 提交`,
    "  - 前进: 1天",
    "",
  ]);
  await page.getByRole("button", { name: "打开", exact: true }).click();
  expect(await page.getByRole("checkbox", { name: /^先恢复到初始状态/ }).isChecked()).toBe(true);
  await play(page, "快");
  await bar(page).getByText("已完成，共4步").waitFor();
  expect((await client.as("keqiao-1").latestCard())?.text).toContain("申报已提交");
  expect((await client.as("keqiao-1").messages()).filter(({ kind }) => kind === "card")).toHaveLength(1);
  expect(await client.clock.now()).toBe("2023-08-10T09:00:00+08:00");
});

describe("looks", () => {
  const looks = [360, 900, 1440].flatMap((width) => [false, true].map((dark) => ({ width, dark })));

  test.each(looks)("at $width px (dark: $dark) nothing hinders anybody", async ({ width, dark }) => {
    const page = await open({ width, dark, height: width < 500 ? 740 : 860 });
    const shot = async (name: string) => {
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({ path: join(SCREENSHOTS, `scenarios-${name}-${width}-${dark ? "dark" : "light"}.png`) });
      expect(await seriousViolations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    };
    await page.getByRole("button", { name: /^第一次使用/ }).waitFor();
    await shot("list");
    await write(page, "标题: 错\n步骤:\n  - 马小涵 写: 帮助\n");
    await page.getByRole("alert").waitFor();
    await shot("text");
    await page.getByRole("textbox", { name: "场景文件的内容" }).fill(APPLYING);
    await page.getByRole("button", { name: "打开", exact: true }).click();
    await page.getByRole("button", { name: "播放" }).waitFor();
    await shot("sheet");
    await play(page, "慢");
    await bar(page).getByText("先看怎么申报").waitFor();
    await bar(page).getByRole("button", { name: "暂停" }).click();
    await shot("bar");
  });
});
