import { mkdtemp, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { clientOf } from "./support/client.ts";
import { documentBytes, PICTURE, workbookBytes } from "./support/office-files.ts";
import { pageWithBot } from "./support/page-with-bot.ts";
import { shoot } from "./support/screenshots.ts";
import { seriousViolations } from "./support/violations.ts";

const { open } = pageWithBot(["maxiaohan", "keqiao-1"]);

interface Chosen {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

const file = (name: string, buffer: Buffer): Chosen => ({ name, mimeType: "application/octet-stream", buffer });
const picture = (name: string): Chosen => ({ name, mimeType: "image/png", buffer: PICTURE });
const organizerOf = (page: Page): Locator => clientOf(page, "马小涵");
const inGroup = (client: Locator) => client.getByRole("button", { name: /^美好家园活动群/ }).click();

async function send(client: Locator, ...files: Chosen[]): Promise<void> {
  await client.locator("input[type=file]").setInputFiles(files);
  await client.getByRole("button", { name: "发送", exact: true }).click();
}

/** Sends a file and opens it from its tile. */
async function opened(page: Page, sent: Chosen): Promise<Locator> {
  await send(organizerOf(page), sent);
  await organizerOf(page)
    .getByRole("button", { name: `预览${sent.name}` })
    .click();
  return page.getByRole("dialog", { name: `预览：${sent.name}` });
}

describe("a workbook", () => {
  test("is shown with its sheets, its formats and its header in view", async () => {
    const page = await open("");
    const dialog = await opened(page, file("推荐名单.xlsx", await workbookBytes()));

    const sheet = dialog.getByRole("region", { name: "附件4" });
    await sheet.getByRole("cell", { name: "第1小区" }).waitFor();
    expect(await sheet.getByRole("row").nth(2).getByRole("cell").allTextContents()).toEqual([
      "1",
      "第1小区",
      "97.00",
      "2023年9月28日",
    ]);
    const bottomOf = (box: { y: number; height: number } | null) => (box ? box.y + box.height : Number.NaN);
    const title = await sheet.getByRole("cell", { name: "项目名称" }).boundingBox();
    const first = await sheet.getByRole("cell", { name: "第1小区" }).boundingBox();
    expect(first?.y).toBeGreaterThanOrEqual(bottomOf(title));
    await sheet.getByRole("cell", { name: "第80小区" }).scrollIntoViewIfNeeded();
    const header = await sheet.getByRole("cell", { name: "项目名称" }).boundingBox();
    const frame = await sheet.boundingBox();
    expect(header && frame && header.y - frame.y).toBeLessThan(60);
    await shoot(page, "preview-workbook");
    expect(await seriousViolations(page)).toEqual([]);
  });

  test("that is longer than what is drawn says so, sheet by sheet", async () => {
    const page = await open("");
    const dialog = await opened(page, file("推荐名单.xlsx", await workbookBytes()));
    const cut = dialog.getByText("仅显示前500行、50列，完整内容请下载查看。");
    await dialog.getByRole("tab", { name: "附件4", selected: true }).focus();
    expect(await cut.count()).toBe(0);

    await page.keyboard.press("ArrowRight");

    await dialog.getByRole("tab", { name: "明细", selected: true }).waitFor();
    await cut.waitFor();
  });

  test("goes by Escape, and the keyboard is back where it was", async () => {
    const page = await open("");
    const dialog = await opened(page, file("推荐名单.xlsx", await workbookBytes()));
    await dialog.getByRole("tab").first().waitFor();

    await page.keyboard.press("Escape");

    await dialog.waitFor({ state: "detached" });
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    await expect.poll(focused).toBe("预览推荐名单.xlsx");
  });
});

describe("a document", () => {
  test("is shown as pages of its own size, and runs nothing", async () => {
    const page = await open("");
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).origin));
    const dialog = await opened(page, file("申报表.docx", await documentBytes()));

    const sheet = dialog.locator("section.docx");
    await sheet.getByText("住宅小区申报表").waitFor();
    expect(Math.round((await sheet.boundingBox())?.width ?? 0)).toBe(794);
    expect(
      await sheet.getByText("锦绣花园").evaluate((cell) => getComputedStyle(cell.closest("td") ?? cell).border),
    ).toMatch(/^\S+ solid/);
    expect(await sheet.getByText("住宅小区申报表").evaluate((words) => getComputedStyle(words).fontFamily)).toMatch(
      /方正小标宋简体.*serif/,
    );
    expect(await sheet.locator("a[href]").evaluateAll((links) => links.map((one) => one.getAttribute("href")))).toEqual(
      ["https://example.gov.cn/"],
    );
    await sheet.getByText("点此").click();
    expect(await page.title()).toBe("家园 · 本地模拟器");
    expect([...new Set(asked.filter((origin) => origin !== "null"))]).toEqual([new URL(page.url()).origin]);
    await shoot(page, "preview-document");
    expect(await seriousViolations(page)).toEqual([]);
  });

  test("fits a phone", async () => {
    const page = await open("", { width: 360, height: 740 });
    const dialog = await opened(page, file("申报表.docx", await documentBytes()));
    await dialog.getByText("住宅小区申报表").waitFor();

    await shoot(page, "preview-document-360");

    expect((await dialog.locator("section.docx").boundingBox())?.width).toBeLessThan(360);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect(await seriousViolations(page)).toEqual([]);
  });
});

describe("what cannot be shown", () => {
  test.each(["坏.xlsx", "坏.docx"])("as %s says so in one sentence, and can be downloaded", async (name) => {
    const page = await open("");
    const dialog = await opened(page, file(name, Buffer.from("PK 不是压缩文件".repeat(50))));

    expect(await dialog.getByRole("alert").textContent()).toBe("文件已损坏或不是所称的格式，无法预览。");
    expect(await dialog.getByRole("link", { name: "下载" }).getAttribute("download")).toBe(name);
  });

  test("because it is too large is not opened", async () => {
    const page = await open("");
    const dialog = await opened(page, file("大.csv", Buffer.alloc(10 * 1024 * 1024 + 1, "1")));

    expect(await dialog.getByRole("alert").textContent()).toBe("文件超过10 MB，请下载后查看。");
  });

  test("because of its kind is a tile that only downloads", async () => {
    const page = await open("");
    await send(organizerOf(page), file("资料.zip", Buffer.from("PK")));

    const organizer = organizerOf(page);
    await organizer.getByRole("link", { name: /^下载资料\.zip/ }).waitFor();
    expect(await organizer.getByRole("button", { name: /^预览/ }).count()).toBe(0);
  });
});

describe("text", () => {
  test("of an older Chinese editor is shown in words", async () => {
    const page = await open("");
    const dialog = await opened(page, file("说明.txt", Buffer.from([0xbc, 0xd2, 0xd4, 0xb0])));

    await dialog.getByText("家园", { exact: true }).waitFor();
  });

  test("between commas is a table", async () => {
    const page = await open("");
    const dialog = await opened(page, file("名单.csv", Buffer.from('地区,说明\n越城区,"一,二"')));

    await dialog.getByRole("cell", { name: "一,二" }).waitFor();
  });
});

describe("pictures", () => {
  test("are shown large and leafed through by the arrow keys", async () => {
    const page = await open("");
    const organizer = organizerOf(page);
    await send(organizer, picture("一.png"), picture("二.png"));
    await organizer.getByRole("button", { name: "查看图片二.png" }).click();
    const heading = (name: string) => page.getByRole("dialog", { name: `图片：${name}` });
    await heading("二.png").getByText("2/2").waitFor();

    await page.keyboard.press("ArrowLeft");

    await heading("一.png").getByText("1/2").waitFor();
    expect(await page.getByRole("link", { name: "下载", exact: true }).getAttribute("download")).toBe("一.png");
    await shoot(page, "lightbox");
    expect(await seriousViolations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    expect(await page.getByRole("dialog").count()).toBe(0);
  });

  test("on the clipboard are pasted, also without a name", async () => {
    const page = await open("");
    const organizer = organizerOf(page);
    await organizer.getByRole("textbox", { name: /^发给/ }).evaluate((box, base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([bytes], "", { type: "image/png" }));
      box.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, PICTURE.toString("base64"));
    await organizer.getByRole("list", { name: "待发送的文件" }).getByText("图片.png").waitFor();

    await organizer.getByRole("button", { name: "发送", exact: true }).click();

    await organizer.getByRole("button", { name: "查看图片图片.png" }).waitFor();
  });
});

describe("sending", () => {
  /** Drags files over the open chat, and drops them unless told otherwise. */
  const drag = (client: Locator, names: readonly string[], type: "dragover" | "drop") =>
    client.getByRole("region", { name: "会话内容" }).evaluate(
      (chat, { files, kind }) => {
        const dataTransfer = new DataTransfer();
        for (const name of files) dataTransfer.items.add(new File(["x"], name, { type: "text/plain" }));
        chat.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
      },
      { files: names, kind: type },
    );

  test("takes several files that are dropped on the chat", async () => {
    const page = await open("");
    const organizer = organizerOf(page);
    await drag(organizer, ["一.txt"], "dragover");
    await organizer.getByText("松开即可发送文件").waitFor();
    await shoot(page, "drop-zone");

    await drag(organizer, ["一.txt", "二.txt"], "drop");

    const tray = organizer.getByRole("list", { name: "待发送的文件" });
    expect(await tray.getByRole("listitem").count()).toBe(2);
    await tray.getByRole("button", { name: "不发送一.txt" }).click();
    await organizer.getByRole("button", { name: "发送", exact: true }).click();
    await organizer.getByRole("button", { name: "预览二.txt" }).waitFor();
    expect(await organizer.getByRole("button", { name: "预览一.txt" }).count()).toBe(0);
  });

  test("of a file that is too large is refused before it begins", async () => {
    const page = await open("");
    const organizer = organizerOf(page);

    // One of this size is given by its path.
    const path = join(await mkdtemp(join(tmpdir(), "jiayuan-page-")), "大.zip");
    await writeFile(path, "");
    await truncate(path, 64 * 1024 * 1024 + 1);

    await organizer.locator("input[type=file]").setInputFiles(path);

    await organizer.getByRole("button", { name: "“大.zip”有64.0 MB，超过模拟器接收的64 MB，未添加。" }).waitFor();
    expect(await organizer.getByRole("list", { name: "待发送的文件" }).count()).toBe(0);
  });

  test("of a file into a group is refused as the platform does, and the file stays at hand", async () => {
    const page = await open("");
    const organizer = organizerOf(page);
    await inGroup(organizer);
    await organizer.getByRole("textbox", { name: /^发给/ }).fill("请查收");

    await send(organizer, file("附件4.xlsx", Buffer.alloc(10)));

    await organizer.getByRole("button", { name: "群聊中无法向机器人发送语音、视频和文件，请在单聊中发送" }).waitFor();
    await organizer.getByRole("list", { name: "待发送的文件" }).getByText("附件4.xlsx").waitFor();
    expect(await organizer.getByRole("textbox", { name: /^发给/ }).inputValue()).toBe("请查收");
  });
});
