import { readFileSync } from "node:fs";
import { parseTemplate, readCard, renderCard, saidAtOnce, stepsAfter } from "dingtalk-emulator/card/index.ts";
import type { CardNode, CardStep } from "dingtalk-emulator/contract/card.ts";
import { describe, expect, test } from "vitest";
import type { View } from "../../../../src/platform/chat/view.ts";
import { toAnswerParams, toCardParams } from "../../../../src/platform/dingtalk/render/index.ts";
import { view } from "./sample-views.ts";

const file: unknown = JSON.parse(readFileSync(new URL("../../../../cards/board.json", import.meta.url), "utf8"));
const template = parseTemplate(file);

const drawn = (shown: View, version = 1): CardNode[] => renderCard(template, toCardParams(shown, version));

const flat = (nodes: readonly CardNode[]): CardNode[] =>
  nodes.flatMap((node) => (node.kind === "group" ? flat(node.children) : [node]));

const FULL: View = {
  title: "【第二阶段】初评，10月20日截止",
  tone: "near",
  status: "剩3个工作日",
  body: [
    { kind: "text", text: "请于10月20日（周五）前完成。\n逾期视为放弃。" },
    {
      kind: "facts",
      facts: [
        { label: "已申报", value: "12个" },
        { label: "已初评", value: "3个" },
      ],
    },
    {
      kind: "table",
      columns: ["小区", "总分"],
      rows: [
        ["锦绣花园", "96.5"],
        ["望湖小区", "95"],
      ],
    },
    { kind: "quote", text: "各区、县（市）负责初评。" },
    { kind: "list", items: ["环境整洁", "管理有序"], ordered: true },
  ],
  form: {
    id: "review",
    action: "preliminary-review.save",
    subject: "compound-1",
    submitLabel: "保存本页",
    fields: [
      { name: "1-1", label: "1-1", kind: "number", required: true, value: 4 },
      {
        name: "grade",
        label: "等次",
        kind: "select",
        required: false,
        value: "b",
        options: [
          { value: "a", text: "优" },
          { value: "b", text: "良" },
        ],
      },
    ],
  },
  actions: [
    { id: "campaign.progress", label: "查看进度", typed: "进度", look: "primary" },
    { id: "application.withdraw", label: "撤回", typed: "撤回 锦绣花园", look: "danger", subject: "compound-1" },
    { id: "review.lock", label: "锁定", typed: "锁定", look: "default", disabled: true },
  ],
  footnote: "依据：实施方案第15行",
};

describe("a view on the card", () => {
  test("is read with the same title, status, lines, table and footnote", () => {
    expect(readCard(drawn(FULL)).text.split("\n")).toEqual([
      "【第二阶段】初评，10月20日截止 剩3个工作日",
      "请于10月20日（周五）前完成。",
      "逾期视为放弃。",
      "已申报：12个",
      "已初评：3个",
      "小区 | 总分",
      "锦绣花园 | 96.5",
      "望湖小区 | 95",
      "各区、县（市）负责初评。",
      "1. 环境整洁",
      "2. 管理有序",
      "1-1（必填）：4",
      "等次：良",
      "[保存本页]",
      "[查看进度]",
      "[撤回]",
      "[锁定（不可点）]",
      "依据：实施方案第15行",
    ]);
  });

  test("sends action, subject and version with each button", () => {
    const buttons = flat(drawn(FULL, 7)).flatMap((node) => (node.kind === "button" ? [node] : []));

    const sent = (steps: readonly CardStep[]) => steps.map((step) => step.kind === "request" && step.params);
    expect(
      buttons.map(({ label, look, disabled, steps }) => ({ label, look, disabled, params: sent(steps)[0] })),
    ).toEqual([
      {
        label: "查看进度",
        look: "primary",
        disabled: false,
        params: { action: "campaign.progress", subject: "", v: "7" },
      },
      {
        label: "撤回",
        look: "danger",
        disabled: false,
        params: { action: "application.withdraw", subject: "compound-1", v: "7" },
      },
      { label: "锁定", look: "default", disabled: true, params: { action: "review.lock", subject: "", v: "7" } },
    ]);
  });

  test("sends action, subject and version with its form, whose fields keep their answers", () => {
    const form = flat(drawn(FULL, 7)).find((node) => node.kind === "form");

    expect(form).toEqual({
      kind: "form",
      formId: "review",
      submitLabel: "保存本页",
      disabled: false,
      params: { action: "preliminary-review.save", subject: "compound-1", v: "7" },
      fields: [
        { name: "1-1", label: "1-1", type: "NUMBER", required: true, value: 4 },
        {
          name: "grade",
          label: "等次",
          type: "SELECT",
          required: false,
          value: { index: 1, value: "b" },
          options: [
            { value: "a", text: "优" },
            { value: "b", text: "良" },
          ],
        },
      ],
    });
  });

  test.each([
    ["running", "#0089FF"],
    ["near", "#FF9200"],
    ["overdue", "#FF5219"],
    ["done", "#00B042"],
    ["closed", "#A2A3A5"],
  ] as const)("in the tone %s has the header's color %s beside the word", (tone, color) => {
    expect(drawn(view({ tone, status: "状态" }))).toEqual([{ kind: "header", title: "进度", status: "状态", color }]);
  });

  test("with nothing but a title is one line, whatever the card showed before", () => {
    const before = toCardParams(FULL, 1);
    const after = toCardParams(view({ title: "已撤回", tone: "closed" }), 2);

    expect(readCard(renderCard(template, { ...before, ...after })).text).toBe("已撤回");
  });

  test("shows hostile names as they are, without links, mentions or tags", () => {
    const name = "[x](http://evil.example)![y](z) @all <b>甲</b>";
    const shown = view({
      title: name,
      body: [
        { kind: "text", text: `# ${name}` },
        { kind: "facts", facts: [{ label: name, value: name }] },
        { kind: "list", items: [name] },
      ],
      footnote: `\${title}`,
    });

    const nodes = drawn(shown);
    const source = flat(nodes)
      .map((node) => (node.kind === "markdown" ? node.source : ""))
      .join("");

    expect(readCard(nodes).links).toEqual([]);
    expect(source).not.toMatch(/(?<!\\)\]\(|<[a-zA-Z/]/);
    expect(readCard(nodes).text.split("\n")).toEqual([
      name,
      `# ${name}`,
      `${name}：${name}`,
      `- ${name}`,
      shown.footnote,
    ]);
  });
});

describe("what only the person who pressed is told", () => {
  const shownAfter = (answer: Record<string, string>, version: number) =>
    readCard(renderCard(template, { ...toCardParams(view(), version), ...answer })).text;

  test("after a button is a toast and leaves nothing on the card", () => {
    const answer = toAnswerParams({ toast: "已提交", version: 2 });
    const data = toCardParams(view({ actions: [{ id: "a.b", label: "提交", typed: "提交", look: "primary" }] }), 2);
    const press = { template, data, actionId: "button1" };

    expect(saidAtOnce(stepsAfter({ ...press, answer: { cardData: data, cardPrivateData: answer } }))).toBe("已提交");
    expect(saidAtOnce(stepsAfter({ ...press, answer: { cardData: data, cardPrivateData: {} } }))).toBeUndefined();
    expect(saidAtOnce(stepsAfter({ ...press, answer: undefined }))).toBe("未能送达，请稍后再试");
    expect(shownAfter(answer, 2)).toBe("进度");
  });

  test("after a form stands on top of the card until its next version", () => {
    const answer = toAnswerParams({ toast: "已保存", version: 2, form: true });

    expect(shownAfter(answer, 2)).toBe("进度\n提示：已保存");
    expect(shownAfter(answer, 3)).toBe("进度");
  });
});
