import { describe, expect, test } from "vitest";
import { CHOICE, choiceState } from "../../../../src/campaign/engine/choice.ts";
import type { PersonContext } from "../../../../src/campaign/engine/context.ts";
import { endsChoice, takeChoice } from "../../../../src/campaign/engine/dispatch/take-choice.ts";
import type { Registry } from "../../../../src/campaign/engine/registry.ts";
import { shaoxing } from "../../definition/support/shaoxing.ts";

test.each(["取消", "作废", "不报了", "退出", "算了", "明天弄", "等下", "不办", "Cancel"])(
  "%s ends a question which of several is meant",
  (text) => {
    expect(endsChoice(text)).toBe(true);
  },
);

test.each(["1", "江南名苑", "ok", "收到", "截止哪天", "还差什么", "初评江南名苑", "不锈钢小区"])(
  "%s does not end it",
  (text) => {
    expect(endsChoice(text)).toBe(false);
  },
);

describe("while it is asked which of several is meant", () => {
  const replies: unknown[] = [];
  const context = {
    place: "direct",
    now: new Date("2023-08-21T09:00:00+08:00"),
    campaign: { definition: shaoxing },
    dialogue: {
      current: async () => ({
        kind: CHOICE,
        state: choiceState([{ name: "雅苑", typed: "撤回 雅苑" }], undefined),
        openedAt: new Date("2023-08-21T09:00:00+08:00"),
      }),
      close: async () => undefined,
    },
    contributions: async () => [],
    reply: async (view: unknown) => void replies.push(view),
  } as unknown as PersonContext;
  const registry = { commands: [] } as unknown as Registry;
  const sent = (text: string, files: readonly unknown[]) => takeChoice(context, { said: text, text, files }, registry);

  test("a name chooses", async () => {
    expect(await sent("雅苑", [])).toEqual({ text: "撤回 雅苑", isChosen: true });
  });

  test("words beside a file are about the file, and nothing is asked anew", async () => {
    expect(await sent("雅苑 4-1 东门", ["photo"])).toEqual({ text: "雅苑 4-1 东门", isChosen: false });
    expect(replies).toEqual([]);
  });
});
