import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compounds } from "../../demo/compounds.ts";
import { startWorld, type World } from "../journeys/world.ts";
import { openBrowser, visit } from "./support/browser.ts";
import { fillPages } from "./support/fill-pages.ts";

const SCREENSHOTS = join(import.meta.dirname, "screenshots");
const [COMPOUND] = compounds.filter(({ district }) => district === "keqiao");
if (!COMPOUND) throw new Error("the demonstration has no compound of keqiao");
const { name: NAME, answers: ANSWERS, points: POINTS } = COMPOUND;
const TOTAL = POINTS.flat().reduce((sum, points) => sum + points, 0);

let browser: Browser;
let world: World;
let url: string;
let page: Page;

beforeAll(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true });
  [browser, world] = await Promise.all([openBrowser(), startWorld()]);
  const { CLOCK_URL } = await world.call<{ CLOCK_URL: string }>("/env");
  url = new URL(CLOCK_URL).origin;
  page = await visit(browser, {
    url,
    people: ["maxiaohan", "keqiao-1"],
    height: 940,
    preferences: { tourSkipped: true },
  });
});
afterAll(async () => {
  await browser.close();
  await world.end();
});

const clientOf = (name: string): Locator => page.getByRole("region", { name: `${name}的客户端` });
const organizer = () => clientOf("马小涵");
const district = () => clientOf("柯桥区经办人1");
const card = (client: Locator, title: RegExp): Locator => client.getByRole("region", { name: title });
const press = (within: Locator, name: string): Promise<void> =>
  within.getByRole("button", { name, exact: true }).click();

/** How far the card's top lies above what its chat shows, in pixels; 0 when it is in sight. */
async function hiddenAbove(shown: Locator): Promise<number> {
  return shown.evaluate((element) => {
    const list = element.closest(".messages");
    const above = (list?.getBoundingClientRect().top ?? 0) - element.getBoundingClientRect().top;
    return Math.max(0, Math.round(above));
  });
}

/** By the page's own field and button. @param moment as the field takes it: `2023-08-10T09:00` */
async function goTo(moment: string): Promise<void> {
  await page.getByLabel("前往的日期和时间").fill(moment);
  await press(page.locator("header"), "前往");
  await page.locator(`.now time[datetime^="${moment}"]`).waitFor();
  await page.getByRole("button", { name: "下一时点" }).waitFor();
}

async function shoot(name: string, on: Page = page): Promise<void> {
  await on.evaluate(() => document.fonts.ready);
  await on.screenshot({ path: join(SCREENSHOTS, `campaign-${name}.png`) });
}

/** The same person on a phone. */
async function shootOnPhone(name: string, title: RegExp): Promise<void> {
  const phone = await visit(browser, {
    url,
    people: ["keqiao-1"],
    width: 360,
    height: 740,
    preferences: { tourSkipped: true },
  });
  await phone
    .getByRole("region", { name: title })
    .last()
    .evaluate((element) => element.scrollIntoView());
  await shoot(name, phone);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await phone.context().close();
}

describe("a district's work, without a word in the message box", () => {
  test("on 8月10日 the first stage's card stands in the group and in the official's own chat", async () => {
    await organizer()
      .getByRole("button", { name: /^美好家园活动群/ })
      .click();

    await goTo("2023-08-10T09:00");

    await card(organizer(), /^【第一阶段】宣传发动/)
      .getByText("进行中")
      .waitFor();
    await card(district(), /^【第一阶段】宣传发动/)
      .getByText("柯桥区“美好家园”活动已启动")
      .waitFor();
    await shoot("stage-cards");
  });

  test("a button of the card answers below it", async () => {
    await press(card(district(), /^【第一阶段】宣传发动/), "查看依据");

    await district()
      .getByRole("heading", { name: /^依据：.*14/ })
      .waitFor();
  });

  test("on 8月21日 the second stage's card brings 申报, which opens the form", async () => {
    await goTo("2023-08-21T09:00");
    const stage = card(district(), /^【第二阶段】组织实施/);
    await stage.waitFor();

    await press(stage, "申报");

    await card(district(), /申报表/)
      .getByText("填写中")
      .waitFor();
  });

  test("the form is filled in page by page and handed in", async () => {
    await fillPages(district(), {
      answerTo: (label) => ANSWERS[label],
      submitLabel: "保存本页",
      onOpening: () => expect.poll(() => hiddenAbove(card(district(), /申报表/))).toBe(0),
      onPage: async (number) => {
        if (number === 1) await shoot("form-page");
        if (number === 2) await shootOnPhone("form-360", /申报表/);
      },
    });
    await press(district(), "提交");

    await card(district(), new RegExp(NAME)).getByText("已提交").waitFor();
    expect(await titles()).toContain(`柯桥区　${NAME}申报表 已提交`);
  });

  test("every row of the rubric is scored on the card, and the locked sheet says the total", async () => {
    await press(district(), "初评");
    await fillPages(district(), {
      answerTo: (label) => pointsOf(label),
      submitLabel: "保存本页",
      onPage: async (number) => void (number === 1 && (await shoot("review-page"))),
    });
    await press(district(), "提交定稿");
    await press(district(), "确认定稿");

    const sheet = card(district(), new RegExp(`^初评：${NAME}`));
    await sheet.getByText("已提交定稿", { exact: true }).waitFor();
    await sheet.getByText(`${TOTAL}分（满分100分）`).waitFor();
    await shoot("review-locked");
    await shootOnPhone("review-360", /^初评/);
  });

  test("nobody has typed a message, and the district's progress counts the compound", async () => {
    const said = await Promise.all(["maxiaohan", "keqiao-1"].map((userId) => world.as(userId).messages()));
    const progress = await world.as("keqiao-1").says("进度");

    expect(said.flat().filter(({ from }) => from === "maxiaohan" || from === "keqiao-1")).toEqual([]);
    expect(progress[0]?.text).toMatch(
      /\*\*申报表\*\*：已提交\d个\s+\*\*初评\*\*：已提交定稿[^\n]+\s+\*\*推荐名单\*\*：尚未报送/,
    );
  });
});

/** First lines of the cards in the official's chat, as the control interface gives them. */
async function titles(): Promise<(string | undefined)[]> {
  const messages = await world.as("keqiao-1").messages();
  return messages.flatMap(({ card: shown }) => (shown ? [shown.text.split("\n")[0]] : []));
}

/** `3-4 …`, `3-1（0或4）` and `3-4理由`: the points of the row, and nothing for its reason. */
function pointsOf(label: string): string | undefined {
  const [, section, row] = /^(\d)-(\d+)[ （]/.exec(label) ?? [];
  return section === undefined ? undefined : String(POINTS[Number(section) - 1]?.[Number(row) - 1]);
}
