import { describe, expect, test } from "vitest";
import { CHOICE, choiceState } from "../../../../src/campaign/engine/choice.ts";
import type { PersonContext } from "../../../../src/campaign/engine/context.ts";
import { understood } from "../../../../src/campaign/engine/dispatch/extension-points.ts";
import { endsChoice, isOfOther, takeChoice } from "../../../../src/campaign/engine/dispatch/take-choice.ts";
import type { Registry } from "../../../../src/campaign/engine/registry.ts";
import { shaoxing } from "../../definition/support/shaoxing.ts";

test.each(["取消", "作废", "不报了", "退出", "算了", "明天弄", "不办", "Cancel"])(
  "%s ends a question which of several is meant",
  (text) => {
    expect(endsChoice(text)).toBe(true);
  },
);

test.each(["1", "江南名苑", "ok", "收到", "好的稍等", "等下", "截止哪天", "还差什么", "初评江南名苑", "不锈钢小区"])(
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

test("a number means what was listed last", async () => {
  let state = choiceState(
    [
      { name: "雅苑", typed: "确认定稿 雅苑" },
      { name: "锦苑", typed: "确认定稿 锦苑" },
    ],
    undefined,
  );
  const listed = ["锦苑：小区地址", "雅苑：小区地址"].map((label) => ({
    id: "",
    label,
    typed: `改 ${label}`,
    look: "default",
  }));
  const context = {
    place: "direct",
    now: new Date("2023-08-21T09:00:00+08:00"),
    campaign: { definition: shaoxing },
    dialogue: {
      current: async () => ({ kind: CHOICE, state, openedAt: new Date("2023-08-21T09:00:00+08:00") }),
      open: async (_: string, opened: unknown) => {
        state = opened;
      },
      close: async () => undefined,
    },
    drafts: { unfinished: async () => [] },
    contributions: async (point: unknown) => (point === understood ? [{ title: "", body: [], actions: listed }] : []),
    reply: async () => undefined,
  } as unknown as PersonContext;
  const registry = { commands: [], dialogueOf: () => undefined } as unknown as Registry;
  const sent = (text: string) => takeChoice(context, { said: text, text, files: [] }, registry);
  expect(await sent("雅苑地址改舜江西路180号")).toBeUndefined();
  expect(await sent("2")).toMatchObject({ text: "改 雅苑：小区地址" });
});

describe("while it is asked which of several is meant", () => {
  const choices = [{ name: "江畔锦城" }, { name: "虹悦馨园" }];

  test.each(["改2-4 5", "2-4还是4", "下一个", "确认", "确认删除", "把推荐名单报上去吧", "重新报送"])(
    "%s is of something else",
    (text) => {
      expect(isOfOther(choices, text)).toBe(true);
    },
  );

  test.each(["江畔", "锦城那个", "第三个", "5", "翡翠城", "好的", "怎么选？", "查看江畔锦城2-4的理由"])(
    "%s is asked about again",
    (text) => {
      expect(isOfOther(choices, text)).toBe(false);
    },
  );
});

describe("the rest of what was asked", () => {
  const now = new Date("2023-08-21T09:00:00+08:00");
  const asking = (choices: Parameters<typeof choiceState>[0], before?: { kind: string; state: unknown }) => {
    const seen: { opened: unknown[]; replies: unknown[] } = { opened: [], replies: [] };
    const context = {
      ...{ place: "direct", now, campaign: { definition: shaoxing } },
      dialogue: {
        current: async () => ({ kind: CHOICE, state: choiceState(choices, before), openedAt: now }),
        close: async () => undefined,
        open: async (kind: string, state: unknown) => void seen.opened.push({ kind, state }),
      },
      contributions: async () => [],
      reply: async (view: unknown) => void seen.replies.push(view),
    } as unknown as PersonContext;
    const registry = { commands: [] } as unknown as Registry;
    return { ...seen, says: (text: string) => takeChoice(context, { said: text, text, files: [] }, registry) };
  };
  const typed = "申请延期 推荐名单 10月12日";
  const why = [{ name: typed, typed, lacks: "text" as const }];

  test("is sent with it", async () => {
    expect(await asking(why).says("街道盖章慢")).toEqual({ text: `${typed} 街道盖章慢`, isChosen: true });
  });

  test("is offered where another question is open, and not sent", async () => {
    const { says, opened, replies } = asking(why, { kind: "application.form", state: {} });
    expect(await says("东门垃圾桶未清运")).toBeUndefined();
    expect(JSON.stringify(opened)).toContain(`${typed} 东门垃圾桶未清运`);
    expect(replies).toHaveLength(1);
  });

  test("is waited for no more once something else is said", async () => {
    expect(await asking(why).says("好的")).toEqual({ text: "好的", isChosen: false });
  });

  test("stays with each of several", async () => {
    const which = ["推荐名单", "工作报告"].map((name) => ({ name, typed: `申请延期 ${name}`, lacks: "day" as const }));
    const { says, opened } = asking(which);
    expect(await says("10.10 材料没齐")).toBeUndefined();
    expect(JSON.stringify(opened)).toContain("申请延期 工作报告 10.10 材料没齐");
  });
});
