import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { clientOf, say } from "./support/client.ts";
import { pageWithBot } from "./support/page-with-bot.ts";
import { robotCall, sendToGroup } from "./support/robot-call.ts";
import { shoot } from "./support/screenshots.ts";
import { APP, CAMPAIGN_GROUP } from "./support/seed.ts";
import { seriousViolations } from "./support/violations.ts";

const messagesSchema = z.object({ messages: z.array(z.object({ id: z.string() })) });
const taskSchema = z.object({ id: z.string() });
const { url, bot, open, control } = pageWithBot(["maxiaohan", "keqiao-1"]);

const organizerOf = (page: Page): Locator => clientOf(page, "马小涵");
const groupRow = (client: Locator): Locator => client.getByRole("button", { name: /^美好家园活动群/ });
const openGroup = (client: Locator) => groupRow(client).click();
const inGroup = (userId: string, text: string) =>
  control(`/users/${userId}/say`, { conversationId: CAMPAIGN_GROUP, text, at: false });

describe("what the bot sent into a group", () => {
  test("tells who has read it, and that the client shows nothing of it", async () => {
    await sendToGroup(url(), CAMPAIGN_GROUP, "请各地报送。");
    const page = await open("");
    const organizer = organizerOf(page);
    await openGroup(organizer);

    await organizer.getByText("已读 1/3").click();

    await organizer.getByText("已读1人").waitFor();
    await organizer.getByText("柯桥区经办人1、柯桥区经办人2").waitFor();
    await organizer.getByText(/钉钉客户端不显示机器人消息的已读情况/).waitFor();
    await openGroup(clientOf(page, "柯桥区经办人1"));
    await organizer.getByText("已读 2/3").waitFor();
    await shoot(page, "read-state");
    expect(await seriousViolations(page)).toEqual([]);
  });

  test("and what the real client may draw differently, is pointed out at the message", async () => {
    await bot().sendMarkdown("maxiaohan", "排名", "|地区|得分|\n|---|---|\n|越城区|96|");
    const organizer = organizerOf(await open(""));

    await organizer.getByText("可能与钉钉不同").click();

    await organizer.getByText("钉钉文档所列的 Markdown 语法没有表格，可能按原文显示。").waitFor();
  });
});

describe("an @ with a person's name", () => {
  test("is marked in their list until they open the chat, and in nobody else's", async () => {
    const page = await open("");
    const [organizer, district] = [organizerOf(page), clientOf(page, "柯桥区经办人1")];

    await inGroup("keqiao-2", "@马小涵 请问申报何时截止？");

    await groupRow(organizer).getByText("[有人@我]").waitFor();
    await groupRow(district).filter({ hasText: "条未读" }).waitFor();
    expect(await district.getByText("[有人@我]").count()).toBe(0);
    await openGroup(organizer);
    await organizer.getByText("[有人@我]").waitFor({ state: "detached" });
  });
});

describe("a quote", () => {
  test("stands with the answer, reaches the bot as one and leads to what was said", async () => {
    await inGroup("keqiao-2", "申报何时截止？");
    const page = await open("");
    const organizer = organizerOf(page);
    await openGroup(organizer);
    const question = organizer.getByRole("article", { name: "柯桥区经办人2的消息" });
    await question.hover();
    await question.getByRole("button", { name: "引用" }).click();
    await organizer.getByText("引用 柯桥区经办人2：申报何时截止？").waitFor();

    await page.keyboard.type("9月20日");
    await page.keyboard.press("Enter");

    const answer = organizer.getByRole("article", { name: "马小涵的消息" });
    await answer.getByRole("button", { name: "柯桥区经办人2：申报何时截止？" }).click();
    await organizer.locator(".sought").getByText("申报何时截止？").waitFor();
    expect(await organizer.getByText(/^引用 /).count()).toBe(0);
  });

  test("is given up by Escape", async () => {
    await inGroup("keqiao-2", "申报何时截止？");
    const page = await open("");
    const organizer = organizerOf(page);
    await openGroup(organizer);
    await organizer.getByRole("button", { name: "引用" }).click();
    await organizer.getByText(/^引用 /).waitFor();

    await page.keyboard.press("Escape");

    await organizer.getByText(/^引用 /).waitFor({ state: "detached" });
  });
});

describe("a long chat", () => {
  const MANY = 300;
  const fill = async () => {
    for (let from = 1; from <= MANY; from += 20)
      await Promise.all(Array.from({ length: 20 }, (_, nth) => inGroup("keqiao-2", `第${from + nth}条`)));
  };
  const list = (client: Locator) => client.getByRole("log");
  const scrollTo = (client: Locator, top: number) =>
    list(client).evaluate((element, wanted) => {
      element.scrollTop = wanted;
    }, top);

  test("is drawn by the stretch, from its end to its beginning", async () => {
    await fill();
    const organizer = organizerOf(await open(""));
    await openGroup(organizer);
    await expect
      .poll(() => list(organizer).evaluate((one) => one.scrollHeight - one.scrollTop - one.clientHeight))
      .toBeLessThan(2);

    await expect
      .poll(
        async () => {
          await scrollTo(organizer, 0);
          return list(organizer)
            .getByText(/^第\d+条$/)
            .first()
            .textContent();
        },
        { timeout: 15_000 },
      )
      .toMatch(/^第([1-9]|1\d|20)条$/);

    expect(await organizer.getByRole("article").count()).toBeLessThanOrEqual(160);
  });

  test("leads to what an answer quotes, however far above", async () => {
    await inGroup("keqiao-2", "最早的问题");
    const [question] = messagesSchema.parse(
      await control(`/users/maxiaohan/messages?conversationId=${encodeURIComponent(CAMPAIGN_GROUP)}`),
    ).messages;
    await fill();
    const answer = { conversationId: CAMPAIGN_GROUP, text: "答复", at: false, quote: question?.id };
    await control("/users/keqiao-1/say", answer);
    const organizer = organizerOf(await open(""));
    await openGroup(organizer);

    await organizer.getByRole("button", { name: "柯桥区经办人2：最早的问题" }).click();

    await organizer.locator(".sought").getByText("最早的问题").waitFor();
    await organizer.getByRole("button", { name: "回到最新" }).click();
    await list(organizer).getByText("答复", { exact: true }).waitFor();
  });

  test("says how much has come below while somebody reads above, and goes there by a press", async () => {
    await fill();
    const page = await open("");
    const organizer = organizerOf(page);
    await openGroup(organizer);
    await list(organizer).getByText(`第${MANY}条`).waitFor();
    await scrollTo(organizer, 200);
    await organizer.getByRole("button", { name: "回到最新" }).waitFor();

    await inGroup("keqiao-2", "最新一条");
    await inGroup("keqiao-1", "还有一条");

    await shoot(page, "new-below");
    await organizer.getByRole("button", { name: "2条新消息" }).click();
    await list(organizer).getByText("还有一条").waitFor();
    await organizer.getByRole("button", { name: /新消息|回到最新/ }).waitFor({ state: "detached" });
    await expect
      .poll(() => list(organizer).evaluate((one) => one.scrollHeight - one.scrollTop - one.clientHeight))
      .toBeLessThan(2);

    // One higher than the chat is shown from its beginning, gone to by a press and while the end is in view.
    const fromTop = (words: string) =>
      expect
        .poll(() =>
          list(organizer)
            .getByText(words)
            .evaluate(
              (one) => one.getBoundingClientRect().top - (one.closest(".messages")?.getBoundingClientRect().top ?? 0),
            ),
        )
        .toBeGreaterThan(-2);
    const long = (words: string) => inGroup("keqiao-1", `${words}\n${"一行\n".repeat(80)}`);
    await scrollTo(organizer, 200);
    await long("长消息的开头");
    await organizer.getByRole("button", { name: "1条新消息" }).click();
    await fromTop("长消息的开头");
    await organizer.getByRole("button", { name: "回到最新" }).click();
    await organizer.getByRole("button", { name: "回到最新" }).waitFor({ state: "detached" });
    await long("又一条长消息的开头");
    await fromTop("又一条长消息的开头");
  });
});

describe("days and names", () => {
  test("a new day of emulated time begins with its date, a pause within it with the time", async () => {
    await inGroup("keqiao-2", "上午好");
    await control("/clock", { now: "2023-08-09T09:30:00+08:00" });
    await inGroup("keqiao-2", "打扰了");
    await control("/clock", { now: "2023-08-10T00:00:00+08:00" });
    await inGroup("keqiao-2", "新的一天");
    const organizer = organizerOf(await open(""));
    await openGroup(organizer);

    await organizer.getByRole("log").getByText("新的一天").waitFor();

    expect(await organizer.locator(".day, .moment").allTextContents()).toEqual([
      "8月9日 星期三 09:00",
      "09:30",
      "8月10日 星期四 00:00",
    ]);
  });

  test("a person's new name and a new group stand on the open page", async () => {
    await inGroup("keqiao-2", "上午好");
    const organizer = organizerOf(await open(""));
    await openGroup(organizer);
    await organizer.getByText("柯桥区经办人2", { exact: true }).waitFor();

    await control("/users", { userId: "keqiao-2", name: "柯桥区联络员", title: "柯桥区建设部门" });
    await control("/groups", { title: "核验组", memberIds: ["maxiaohan"], robotCodes: [APP.robotCode] });

    await organizer.getByText("柯桥区联络员", { exact: true }).waitFor();
    await organizer.getByRole("button", { name: /^核验组/ }).waitFor();
  });
});

describe("trays", () => {
  test("a DING insists until it is confirmed", async () => {
    const page = await open("");
    const ding = {
      robotCode: APP.robotCode,
      remindType: 1,
      receiverUserIdList: ["maxiaohan"],
      content: "今日17:30截止",
    };
    await robotCall(url(), { path: "/v1.0/robot/ding/send", body: ding });
    const organizer = organizerOf(page);
    await organizer.getByRole("button", { name: /^DING.*1\s*条未读/ }).click();

    await organizer.getByRole("button", { name: "确认收到" }).click();

    await organizer.getByRole("button", { name: "已确认", exact: true }).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
  });

  test("a to-do tells when it is due, that it is late, and that it is done", async () => {
    const path = "/v1.0/todo/users/union-maxiaohan/tasks";
    const todo = { subject: "报送推荐名单", executorIds: ["union-maxiaohan"], detailUrl: {} };
    const dueTime = Date.parse("2023-08-10T17:30:00+08:00");
    const { id } = taskSchema.parse(await robotCall(url(), { path, body: { ...todo, dueTime } }));
    await robotCall(url(), { path, body: { ...todo, subject: "另一件" } });
    const page = await open("");
    const organizer = organizerOf(page);
    await organizer.getByRole("button", { name: /^待办/ }).click();
    const task = organizer.getByRole("region", { name: "待办" }).filter({ hasText: "报送推荐名单" });
    await task.getByText("截止：8月10日 星期四 17:30").waitFor();
    await organizer.getByText("未设截止时间").waitFor();
    await control("/clock", { now: "2023-08-10T17:30:00+08:00" });
    await page.getByText("17:30", { exact: true }).first().waitFor();
    await task.getByText("未完成").waitFor();

    await control("/clock", { now: "2023-08-10T17:30:01+08:00" });
    await task.getByText("已逾期").waitFor();
    await shoot(page, "todo-late");
    expect(await seriousViolations(page)).toEqual([]);
    await robotCall(url(), { method: "PUT", path: `${path}/${id}`, body: { done: true } });

    await task.getByText("已完成").waitFor();
  });
});

describe("typing", () => {
  test("words that were not sent wait in their chat", async () => {
    const page = await open("");
    const organizer = organizerOf(page);
    await organizer.getByRole("textbox", { name: "发给家园助手" }).fill("尚未发出");
    await openGroup(organizer);
    expect(await organizer.getByRole("textbox", { name: /^发给美好家园活动群/ }).inputValue()).toBe("");

    await organizer.getByRole("button", { name: /^家园助手/ }).click();

    expect(await organizer.getByRole("textbox", { name: "发给家园助手" }).inputValue()).toBe("尚未发出");
  });

  test("after Ctrl-K the keyboard is in the chat that was chosen, after Escape where it was", async () => {
    const page = await open("");
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    await organizerOf(page).getByRole("textbox", { name: "发给家园助手" }).focus();
    await page.keyboard.press("Control+k");
    await page.getByRole("textbox", { name: "会话名称" }).waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(focused).toBe("发给家园助手");

    await page.keyboard.press("Control+k");
    await page.getByRole("textbox", { name: "会话名称" }).fill("活动");
    await page.keyboard.press("Enter");

    await expect.poll(focused).toBe("发给美好家园活动群");
  });

  test("what is sent while reading above leads to the end", async () => {
    for (let nth = 1; nth <= 60; nth++) await inGroup("keqiao-2", `第${nth}条`);
    const organizer = organizerOf(await open(""));
    await openGroup(organizer);
    await organizer.getByRole("log").getByText("第60条").waitFor();
    await organizer.getByRole("log").evaluate((element) => {
      element.scrollTop = 100;
    });
    await organizer.getByRole("button", { name: "回到最新" }).waitFor();

    await say(organizer, "收到");

    await organizer.getByRole("button", { name: "回到最新" }).waitFor({ state: "detached" });
  });
});
