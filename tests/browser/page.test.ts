import { createEmulator, type Emulator } from "dingtalk-emulator";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { toAnswerParams, toCardParams } from "../../src/platform/dingtalk/render/index.ts";
import { openBrowser, type Visit, visit } from "./support/browser.ts";
import { clientOf, say } from "./support/client.ts";
import { shoot } from "./support/screenshots.ts";
import { START, seed } from "./support/seed.ts";
import { connectSmallBot, type SmallBot } from "./support/small-bot.ts";
import { followClock } from "./support/small-campaign.ts";
import { formView, openedView, stageView } from "./support/views.ts";
import { seriousViolations } from "./support/violations.ts";

const PEOPLE = ["maxiaohan", "keqiao-1"];

let browser: Browser;
let emulator: Emulator;
let bot: SmallBot;
let campaign: { close(): void };

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  emulator = await createEmulator({ port: 0, seed, now: new Date(START) });
  campaign = await followClock(emulator.url);
  bot = await connectSmallBot(emulator.url, () => ({
    cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: true },
    cardData: { cardParamMap: toCardParams(openedView, 2) },
    userPrivateData: { cardParamMap: toAnswerParams({ toast: "已为您记录。", version: 2 }) },
  }));
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  bot.close();
  campaign.close();
  await emulator.close();
});

const open = (where: Partial<Visit> = {}): Promise<Page> =>
  visit(browser, { url: emulator.url, people: PEOPLE, ...where });

describe("chats side by side", () => {
  test("what one person says in the group, the other reads in the column beside", async () => {
    const page = await open();
    const [organizer, district] = [clientOf(page, "马小涵"), clientOf(page, "柯桥区经办人1")];
    for (const client of [organizer, district]) await client.getByRole("button", { name: /^美好家园活动群/ }).click();

    await say(district, "请问申报何时截止？");

    await organizer.getByRole("article", { name: "柯桥区经办人1的消息" }).getByText("请问申报何时截止？").waitFor();
    await district.getByText("已送达").waitFor();
  });

  test("a chat that is not open counts what is unread", async () => {
    const page = await open();
    const district = clientOf(page, "柯桥区经办人1");
    await district.getByRole("button", { name: /^美好家园活动群/ }).click();

    await say(district, "大家好");
    await say(district, "收到请回复");

    await clientOf(page, "马小涵")
      .getByRole("button", { name: /^美好家园活动群.*2\s*条未读/ })
      .waitFor();
  });

  test("in a group a message without @ does not reach the bot, and says so", async () => {
    const page = await open();
    const district = clientOf(page, "柯桥区经办人1");
    await district.getByRole("button", { name: /^美好家园活动群/ }).click();
    await district.getByRole("button", { name: "@家园助手" }).click();

    await say(district, "大家好");

    await district.getByText("未@机器人，机器人听不到").waitFor();
  });

  test("a link of a message says its words for the person", async () => {
    await bot.sendMarkdown(
      "maxiaohan",
      "帮助",
      "[查看进度](dtmd://dingtalkclient/sendMessage?content=%E8%BF%9B%E5%BA%A6)",
    );
    const organizer = clientOf(await open(), "马小涵");

    await organizer.getByRole("link", { name: "查看进度" }).click();

    await organizer.getByRole("article", { name: "马小涵的消息" }).getByText("进度", { exact: true }).waitFor();
  });

  test("a message's markup cannot run anything or lead elsewhere than to the web", async () => {
    const text = '<img src="x" onerror="document.title=1"> [点此](javascript:document.title=1) **已送达**';
    await bot.sendMarkdown("maxiaohan", "通知", text);
    const page = await open();

    await clientOf(page, "马小涵").getByText("已送达").waitFor();

    expect(await page.title()).toBe("家园 · 本地模拟器");
    expect(await page.locator("[onerror]").count()).toBe(0);
    expect(await page.getByRole("link", { name: "点此" }).count()).toBe(0);
  });

  test("a message taken back leaves only that it was", async () => {
    const organizer = clientOf(await open(), "马小涵");
    await say(organizer, "口径 12 不含");

    await organizer.getByRole("button", { name: "撤回" }).click();

    await organizer.getByText("您撤回了一条消息").waitFor();
    expect(await organizer.getByRole("article").count()).toBe(0);
  });

  test("the people on the page stay after a reload, and stand in its address", async () => {
    const page = await open();
    await page.getByRole("combobox", { name: "第2列的人员" }).selectOption("keqiao-2");
    expect(new URL(page.url()).hash).toBe("#maxiaohan,keqiao-2");

    await page.reload();

    await clientOf(page, "柯桥区经办人2").waitFor();
  });
});

describe("typing", () => {
  test("the arrow up brings back what was sent last", async () => {
    const organizer = clientOf(await open(), "马小涵");
    const box = organizer.getByRole("textbox", { name: "发给家园助手" });
    await say(organizer, "依据 L15");
    await organizer.getByRole("article", { name: "马小涵的消息" }).waitFor();

    await box.press("ArrowUp");

    expect(await box.inputValue()).toBe("依据 L15");
  });

  test("a slash lists commands, and Enter takes the one that is marked", async () => {
    const organizer = clientOf(await open(), "马小涵");
    const box = organizer.getByRole("textbox", { name: "发给家园助手" });

    await box.pressSequentially("/排");
    await organizer.getByRole("option", { name: /^排名/ }).waitFor();
    await box.press("Enter");

    expect(await box.inputValue()).toBe("排名");
  });

  test("Ctrl-K goes to another chat by a part of its name", async () => {
    const page = await open();
    await clientOf(page, "马小涵").getByRole("textbox", { name: "发给家园助手" }).focus();

    await page.keyboard.press("Control+k");
    await page.getByRole("textbox", { name: "会话名称" }).fill("活动");
    await page.keyboard.press("Enter");

    await clientOf(page, "马小涵").getByRole("heading", { name: "美好家园活动群" }).waitFor();
  });
});

describe("files", () => {
  const workbook = { name: "附件4 推荐汇总表.xlsx", mimeType: "application/octet-stream", buffer: Buffer.alloc(2048) };

  test("a file goes to the bot in the direct chat and stands there to be downloaded", async () => {
    const organizer = clientOf(await open(), "马小涵");

    await organizer.locator("input[type=file]").setInputFiles(workbook);
    await organizer.getByRole("button", { name: "发送", exact: true }).click();

    const tile = organizer.getByRole("link", { name: /附件4 推荐汇总表\.xlsx.*2 KB/ });
    await tile.waitFor();
    expect(await tile.getAttribute("href")).toMatch(/^\/_emulator\/files\/.+/);
  });

  test("in a group the emulator's refusal is shown", async () => {
    const organizer = clientOf(await open(), "马小涵");
    await organizer.getByRole("button", { name: /^美好家园活动群/ }).click();

    await organizer.locator("input[type=file]").setInputFiles(workbook);
    await organizer.getByRole("button", { name: "发送", exact: true }).click();

    await organizer.getByRole("button", { name: "群聊中无法向机器人发送语音、视频和文件，请在单聊中发送" }).waitFor();
    expect(await organizer.getByRole("article").count()).toBe(0);
  });
});

describe("cards", () => {
  test("a pressed button calls back with its parameters, and the card changes in place", async () => {
    await bot.sendCard("maxiaohan", "stage-card", toCardParams(stageView, 1));
    const organizer = clientOf(await open(), "马小涵");
    const card = organizer.getByRole("region", { name: /宣传发动/ });

    await card.getByRole("button", { name: "查看进度" }).click();

    await card.getByText("已查看").waitFor();
    await organizer.getByText("已为您记录。").waitFor();
    expect(bot.callbacks).toEqual([
      {
        outTrackId: "stage-card",
        userId: "maxiaohan",
        params: expect.objectContaining({ action: "campaign.progress", subject: "stage-1" }),
      },
    ]);
    expect(await organizer.getByRole("region", { name: /宣传发动/ }).count()).toBe(1);
  });

  test("the small version button shows what the card said before", async () => {
    await bot.sendCard("maxiaohan", "stage-card", toCardParams(stageView, 1));
    const page = await open();
    const organizer = clientOf(page, "马小涵");
    await organizer.getByRole("button", { name: "查看进度" }).click();

    await organizer.getByRole("button", { name: "v2，查看历次内容" }).click();

    const history = page.getByRole("dialog", { name: "卡片历次内容" }).getByRole("listitem");
    await history.nth(1).getByText("进行中").waitFor();
    expect(await history.count()).toBe(2);
  });

  test("a form that lacks a required field says so at the field and sends nothing", async () => {
    await bot.sendCard("keqiao-1", "form-card", toCardParams(formView, 1));
    const district = clientOf(await open(), "柯桥区经办人1");

    await district.getByRole("button", { name: "保存并继续" }).click();

    await district.getByText("项目名称是必填项").waitFor();
    expect(bot.callbacks).toEqual([]);
  });

  test("a filled form arrives with the values as the client encodes them", async () => {
    await bot.sendCard("keqiao-1", "form-card", toCardParams(formView, 1));
    const district = clientOf(await open(), "柯桥区经办人1");
    await district.getByRole("textbox", { name: /^项目名称/ }).fill("锦绣花园");
    await district.getByRole("combobox", { name: /^房屋类型/ }).selectOption("商住混合");
    await district.getByRole("switch", { name: "以上内容属实" }).check();

    await district.getByRole("button", { name: "保存并继续" }).click();

    await expect.poll(() => bot.callbacks.length).toBe(1);
    expect(bot.callbacks[0]?.params.form).toMatchObject({
      projectName: "锦绣花园",
      address: "柯桥区群贤路1号",
      kind: { index: 1, value: "mixed" },
      deliveredOn: "2019-06-30",
      truthful: true,
    });
  });
});

describe("time", () => {
  test("the next due moment is gone to, and what it set off is named", async () => {
    const page = await open();

    await page.getByRole("button", { name: "下一时点" }).click();

    await page.getByText("2023年8月10日 星期四").waitFor();
    await page.getByText("触发1项：").waitFor();
    await page.getByText("宣传发动开始").waitFor();
  });

  test("a deadline on the time bar is gone to by a press", async () => {
    const page = await open();

    await page.getByRole("button", { name: /申报截止$/ }).click();

    await page.getByText("2023年9月20日 星期三").waitFor();
  });

  test("a guided step types its words, and sending them leads to the next", async () => {
    const page = await open();
    const organizer = clientOf(page, "马小涵");
    const box = organizer.getByRole("textbox", { name: "发给家园助手" });

    await page.getByRole("button", { name: "以马小涵的身份输入「进度」" }).click();
    await expect.poll(() => box.inputValue()).toBe("进度");
    await box.press("Enter");

    await page.getByRole("button", { name: "前往下一时点" }).waitFor();
  });
});

describe("the emulator itself", () => {
  test("a bar says so, and goes when the emulator is back", async () => {
    const page = await open();
    const port = Number(new URL(emulator.url).port);
    const bar = page.getByRole("alert").getByText("模拟器没有应答，页面暂停更新。");

    await emulator.close();
    await bar.waitFor();
    emulator = await createEmulator({ port, seed, now: new Date(START) });

    await bar.waitFor({ state: "detached" });
  });

  test("a call that the emulator does not know is named on the page", async () => {
    const page = await open();

    await fetch(`${emulator.url}/v1.0/unheard/of`, { method: "POST" });

    await page.getByRole("button", { name: "提示1条" }).click();
    await page.getByText("/v1.0/unheard/of").waitFor();
  });
});

describe("looks", () => {
  const looks = [360, 768, 1280, 1600].flatMap((width) => [false, true].map((dark) => ({ width, dark })));

  test.each(looks)(
    "at $width px (dark: $dark) nothing hinders those who cannot see or point",
    async ({ width, dark }) => {
      await bot.sendMarkdown(
        "maxiaohan",
        "帮助",
        "### 您可以这样说\n\n- **进度**：各地申报情况\n- **依据 L15**：方案原文\n\n1. 越城区 96.5\n2. 柯桥区 92.0",
      );
      await bot.sendCard("maxiaohan", "stage-card", toCardParams(stageView, 1));
      await bot.sendCard("keqiao-1", "form-card", toCardParams(formView, 1));
      const page = await open({ width, dark, height: width < 500 ? 740 : 860 });
      await page.getByRole("region", { name: /宣传发动/ }).waitFor();

      await shoot(page, `${width}-${dark ? "dark" : "light"}`);

      expect(await seriousViolations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    },
  );

  test.each([false, true])("with every panel open (dark: %s) the same holds", async (dark) => {
    await bot.sendCard("maxiaohan", "stage-card", toCardParams(stageView, 1));
    await bot.sendCard("keqiao-1", "form-card", toCardParams(formView, 1));
    const page = await open({ dark });
    await page.getByRole("button", { name: "下一时点" }).click();
    await page.getByText("触发1项：").waitFor();
    const district = clientOf(page, "柯桥区经办人1");
    await district.getByRole("button", { name: "保存并继续" }).click();
    await district.getByText("项目名称是必填项").waitFor();
    await clientOf(page, "马小涵").getByRole("textbox", { name: "发给家园助手" }).fill("/");
    await page.getByRole("button", { name: "显示设置" }).click();

    await shoot(page, `panels-${dark ? "dark" : "light"}`);

    expect(await seriousViolations(page)).toEqual([]);
  });

  test("at the largest text on a narrow phone nothing runs over the edge", async () => {
    await bot.sendCard("maxiaohan", "stage-card", toCardParams(stageView, 1));
    const page = await open({ width: 360, height: 740, preferences: { textSize: "largest" } });
    await page.getByRole("region", { name: /宣传发动/ }).waitFor();

    await shoot(page, "360-largest");

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect(await page.locator(".client.active .messages").evaluate((list) => list.scrollWidth - list.clientWidth)).toBe(
      0,
    );
  });
});
