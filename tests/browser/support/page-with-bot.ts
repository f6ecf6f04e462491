import { createEmulator, type Emulator } from "dingtalk-emulator";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { toAnswerParams, toCardParams } from "../../../src/platform/dingtalk/render/index.ts";
import { openBrowser, type Visit, visit } from "./browser.ts";
import { START, seed } from "./seed.ts";
import { connectSmallBot, type SmallBot } from "./small-bot.ts";
import { openedView } from "./views.ts";

export interface PageWithBot {
  browser(): Browser;
  url(): string;
  bot(): SmallBot;
  /** Opens the page with this instrument of the tool panel. */
  open(tool: string, where?: Partial<Visit>): Promise<Page>;
  /** Calls the control interface. @param body undefined reads */
  control(path: string, body?: object): Promise<unknown>;
}

const asOpened = () => ({
  cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: true },
  cardData: { cardParamMap: toCardParams(openedView, 2) },
  userPrivateData: { cardParamMap: toAnswerParams({ toast: "已为您记录。", version: 2 }) },
});

/**
 * For every test of a file an emulator of its own with a small bot, in one browser for all.
 * @param answer what the bot answers to a press; by default it shows the card as opened
 */
export function pageWithBot(people: readonly string[], answer: () => object = asOpened): PageWithBot {
  let browser: Browser;
  let emulator: Emulator;
  let bot: SmallBot;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    emulator = await createEmulator({ port: 0, seed, now: new Date(START) });
    bot = await connectSmallBot(emulator.url, answer);
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    bot.close();
    await emulator.close();
  });
  return {
    browser: () => browser,
    url: () => emulator.url,
    bot: () => bot,
    open: (tool, where = {}) => visit(browser, { url: emulator.url, people, preferences: { tool }, ...where }),
    control: async (path, body) => {
      const reply = await fetch(`${emulator.url}/_emulator${path}`, body === undefined ? {} : asJson(body));
      if (!reply.ok) throw new Error(`${path} ${reply.status} ${await reply.text()}`);
      return reply.json();
    },
  };
}

const asJson = (body: object): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});
