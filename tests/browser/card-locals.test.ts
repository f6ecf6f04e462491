import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { exportOf, shownWhen, text, variable, words } from "../../emulator/tests/card/export-of.ts";
import { pageWithBot } from "./support/page-with-bot.ts";
import { BOARD } from "./support/seed.ts";

const { bot, open, control } = pageWithBot(["maxiaohan"], () => ({}));

const toast = (content: string, toastType: number) => ({
  event: { actionType: "toast", toastContent: words(content), toastType },
  callbacks: {},
});
const setState = (value: string) => ({
  event: {
    actionType: "setLocalState",
    localVarAction: { ...variable("state"), varType: "string" },
    stringLocalValue: words(value),
  },
  callbacks: {},
});

const file = exportOf({
  components: [
    text("title", "核对清单"),
    {
      componentName: "Input",
      id: "reason",
      props: { title: words("理由"), actionType: "setLocalState", localVarAction: variable("reason") },
    },
    text("echo", `理由：\${reason}`, shownWhen("and", { variable: "reason", op: "isNotEmpty" })),
    {
      componentName: "SingleButton",
      id: "send",
      props: {
        text: words("提交"),
        status: { type: "dynamicSelect", valueType: "variable", variable: "state", value: "normal" },
        actionType: "eventChain",
        events: [
          setState("disabled"),
          {
            event: { actionType: "request", params: [{ name: "reason", type: "variable", variable: "reason" }] },
            callbacks: {
              success: { leftEvent: toast("已收到", 0) },
              failure: { leftEvent: toast("未能送达，请稍后再试", 2) },
            },
          },
        ],
      },
    },
  ],
  locals: { reason: "string", state: "string" },
});

async function openCard(): Promise<{ page: Page; card: Locator }> {
  await control("/templates", { templateId: BOARD, export: file });
  await bot().sendCard("maxiaohan", "card-1", {});
  const page = await open("none");
  const card = page.getByRole("region", { name: "核对清单" });
  await card.waitFor();
  return { page, card };
}

test("what a person enters shows on the card at once, and goes out with the next press", async () => {
  const { page, card } = await openCard();

  await card.getByRole("textbox", { name: "理由" }).fill("照片缺一张");
  await card.getByText("理由：照片缺一张").waitFor();
  expect(bot().callbacks).toEqual([]);
  await card.getByRole("button", { name: "提交" }).click();

  await page.getByText("已收到").waitFor();
  expect(bot().callbacks).toMatchObject([{ outTrackId: "card-1", params: { reason: "照片缺一张" } }]);
  expect(await card.getByRole("button", { name: "提交" }).isDisabled()).toBe(true);
});

test("a press that nobody answers in time says what the template says then", async () => {
  const { page, card } = await openCard();
  await control("/settings", { cardAnswerMs: 50 });
  bot().close();

  await card.getByRole("button", { name: "提交" }).click();

  await page.getByText("未能送达，请稍后再试").waitFor();
  expect(await page.getByText("机器人没有应答").count()).toBe(0);
});
