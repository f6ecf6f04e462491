import chromium from "@sparticuz/chromium";
import { type Browser, chromium as engine, type Page } from "playwright-core";
import { SHOWN } from "./crowd.ts";
import { LONG_GROUP } from "./fill.ts";

/** As many as stand side by side in the window with their lists of chats. */
export const CLIENTS = 3;
const WINDOW = { width: 1920, height: 1080 };

export const openBrowser = async (): Promise<Browser> =>
  engine.launch({
    executablePath: await chromium.executablePath(),
    args: ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none", "--lang=zh-CN"],
    headless: true,
  });

export async function emptyPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: WINDOW, locale: "zh-CN", timezoneId: "Asia/Shanghai" });
  return context.newPage();
}

/** The page as somebody finds it who had the long group open in the first client and the bot's chat in the others. */
export async function openPage(browser: Browser, url: string): Promise<Page> {
  const page = await emptyPage(browser);
  const columns = SHOWN.slice(0, CLIENTS).map((userId, place) => ({
    userId,
    chatId: place === 0 ? LONG_GROUP : "direct",
  }));
  await page.addInitScript((kept) => localStorage.setItem("jiayuan.emulator.columns", kept), JSON.stringify(columns));
  await page.goto(`${url}/#${columns.map(({ userId }) => userId).join(",")}`, { waitUntil: "commit" });
  return page;
}

/** The floor: a text box beside a list of as many paragraphs that nothing changes. */
export async function openPlainPage(browser: Browser, messages: readonly string[]): Promise<Page> {
  const page = await emptyPage(browser);
  const paragraphs = messages.map((words) => `<p>${words}</p>`).join("");
  await page.setContent(
    `<!doctype html><html lang="zh-CN"><title>plain</title><style>body{margin:0;height:100vh;display:flex;flex-direction:column}
div{flex:1;overflow-y:auto}</style><div role="log">${paragraphs}</div><textarea></textarea></html>`,
  );
  return page;
}
