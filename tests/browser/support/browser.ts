import chromium from "@sparticuz/chromium";
import { type Browser, type BrowserContextOptions, chromium as engine, type Page } from "playwright-core";

/** A Chromium that comes from the package registry. Its own arguments are for one page only, so they are not used. */
export async function openBrowser(): Promise<Browser> {
  return engine.launch({
    executablePath: await chromium.executablePath(),
    args: ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none", "--lang=zh-CN"],
    headless: true,
  });
}

export interface Visit {
  url: string;
  people: readonly string[];
  width?: number;
  height?: number;
  dark?: boolean;
  preferences?: object;
}

/** Opens the page as a person with an empty browser would, with these people side by side. */
export async function visit(browser: Browser, where: Visit): Promise<Page> {
  const { url, people, width = 1280, height = 800, dark = false, preferences } = where;
  const options: BrowserContextOptions = {
    viewport: { width, height },
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    colorScheme: dark ? "dark" : "light",
    reducedMotion: "reduce",
  };
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  if (preferences !== undefined)
    await page.addInitScript(
      (value) => localStorage.setItem("jiayuan.emulator.preferences", value),
      JSON.stringify(preferences),
    );
  await page.goto(`${url}/#${people.join(",")}`);
  await page
    .getByRole("region", { name: /的客户端$/ })
    .first()
    .waitFor();
  return page;
}
