import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { boardSamples } from "../../cards/samples/board.ts";
import { exportOf, shownWhen, text, variable, words } from "../../emulator/tests/card/export-of.ts";
import { pageWithBot } from "./support/page-with-bot.ts";
import { seriousViolations } from "./support/violations.ts";

const SCREENSHOTS = join(import.meta.dirname, "screenshots");

const { browser, url, open, bot } = pageWithBot(["maxiaohan"]);

beforeAll(() => mkdirSync(SCREENSHOTS, { recursive: true }));

async function openGallery(width = 1280): Promise<Page> {
  const context = await browser().newContext({
    viewport: { width, height: 900 },
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${url()}/gallery.html`);
  await page.getByRole("heading", { name: "卡片模板" }).waitFor();
  return page;
}

const frameOf = (page: Page, sample: string, look = "手机，浅色"): Locator =>
  page.getByRole("region", { name: `${sample}：${look}`, exact: true });

async function openFile(page: Page, name: string, content: object | string): Promise<Locator> {
  const buffer = Buffer.from(typeof content === "string" ? content : JSON.stringify(content));
  await page.locator("input[type=file]").setInputFiles({ name, mimeType: "application/json", buffer });
  return frameOf(page, name);
}

describe("the gallery of card templates", () => {
  test("shows every sample on both widths, light and dark", async () => {
    const page = await openGallery();

    for (const { name } of boardSamples) {
      for (const look of ["手机，浅色", "电脑，浅色", "手机，深色", "电脑，深色"])
        expect(await frameOf(page, name, look).locator(".card").count()).toBe(1);
    }
    expect(await frameOf(page, "进行中的阶段").evaluate((frame) => frame.getBoundingClientRect().width)).toBe(375);
  });

  test("says what a button would send, and sends nothing", async () => {
    const page = await openGallery();
    const frame = frameOf(page, "排名");

    await frame.getByRole("button", { name: "导出排名" }).click();

    await frame.getByText('将回传 {"actionIds":["button1"]').waitFor();
    expect(bot().callbacks).toEqual([]);
  });

  test("checks required fields as the client does", async () => {
    const page = await openGallery();
    const frame = frameOf(page, "填报页");

    await frame.getByRole("button", { name: "保存本页" }).click();

    await frame.getByText("小区名称是必填项").waitFor();
    expect(await frameOf(page, "填报页", "电脑，浅色").getByText("小区名称是必填项").count()).toBe(0);
  });

  test("is reached from the emulator's page", async () => {
    const page = await open("none");
    await page.getByRole("button", { name: "显示设置" }).click();

    const [gallery] = await Promise.all([
      page.context().waitForEvent("page"),
      page.getByRole("link", { name: "卡片模板" }).click(),
    ]);

    await gallery.getByRole("heading", { name: "卡片模板" }).waitFor();
  });

  test.each([360, 900, 1440])("at %d px hinders nobody, also at the largest text", async (width) => {
    const page = await openGallery(width);
    expect(await seriousViolations(page)).toEqual([]);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: join(SCREENSHOTS, `gallery-${width}.png`) });

    await page.getByRole("radio", { name: "特大" }).check();

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    const wider = await page
      .locator(".card")
      .evaluateAll((cards) =>
        cards.filter((card) => card.scrollWidth > card.clientWidth + 1).map((card) => card.textContent),
      );
    expect(wider).toEqual([]);
  });
});

describe("somebody's own export", () => {
  const tab = (name: string, value: string) => ({
    componentName: "Grid",
    id: name,
    props: {
      actionType: "setLocalState",
      localVarAction: { ...variable("tab"), varType: "string" },
      stringLocalValue: words(value),
    },
    children: [text(`${name}-words`, name)],
  });

  test("is drawn, and its pages turn by the client's own variable", async () => {
    const page = await openGallery();
    const file = exportOf({
      components: [
        tab("第二页", "2"),
        text("first", "首页内容", shownWhen("or", { variable: "tab", op: "isEmpty" })),
        text("second", "次页内容", shownWhen("and", { variable: "tab", op: "equal", value: "2" })),
        { componentName: "Carousel", id: "c", props: {} },
      ],
      locals: { tab: "string" },
    });

    const frame = await openFile(page, "多页.json", file);
    await frame.getByText("首页内容").waitFor();
    await frame.getByRole("button", { name: "第二页" }).click();

    await frame.getByText("次页内容").waitFor();
    expect(await frame.getByText("首页内容").count()).toBe(0);
    await frame.getByText("未支持的组件：Carousel").waitFor();
  });

  test("asks before a press that wants a second look", async () => {
    const page = await openGallery();
    const publish = {
      componentName: "SingleButton",
      id: "publish",
      props: {
        text: words("公布"),
        actionType: "confirm",
        confirmTitle: words("确认公布"),
        confirmMessage: words("公布后不可撤回。"),
        confirmOkText: words("公布结果"),
        confirmOkReqActionActionId: words("publish"),
      },
    };

    const frame = await openFile(page, "公布.json", exportOf({ components: [publish] }));
    await frame.getByRole("button", { name: "公布", exact: true }).click();
    await page.getByRole("dialog", { name: "确认公布" }).getByRole("button", { name: "公布结果" }).click();

    await frame.getByText('将回传 {"actionIds":["publish"]').waitFor();
  });

  test("may color words, set tables and code in markdown, but run nothing", async () => {
    const page = await openGallery();
    const source = [
      "<font colorTokenV2=common_red1_color sizeToken=common_h3_text_style__font_size>已逾期</font>",
      "| 地区 | 得分 |\n| :- | -: |\n| 越城区 | 96.5 |",
      "```json\n{}\n```",
      '<img src=x onerror="document.title=1"><span class="dialog">框</span> [点此](javascript:document.title=1)',
    ].join("\n\n");
    const markdown = {
      componentName: "Markdown",
      id: "m",
      props: { content: { type: "dynamicMarkdown", valueType: "fixed", value: source } },
    };

    const frame = await openFile(page, "文字.json", exportOf({ components: [markdown] }));

    expect(await frame.getByText("已逾期").getAttribute("class")).toBe("tone-red size-heading");
    expect(await frame.getByRole("cell", { name: "96.5" }).getAttribute("class")).toBe("right");
    expect(await frame.locator("pre").textContent()).toBe("{}\n");
    expect(await frame.locator("[onerror], .dialog, a").count()).toBe(0);
    expect(await page.title()).toBe("卡片模板 · 家园本地模拟器");
  });

  test.each([
    ["空.json", "{}"],
    ["乱码.json", "{"],
  ])("%s that is none is refused with a sentence", async (name, content) => {
    const page = await openGallery();

    await openFile(page, name, content);

    await page.getByRole("alert").getByText(`${name} 不是卡片平台导出的文件。`).waitFor();
  });
});
