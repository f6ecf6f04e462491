import MarkdownIt from "markdown-it";
import { describe, expect, test } from "vitest";
import { escapeMarkdown } from "../../../../src/platform/dingtalk/render/escape.ts";
import { splitMarkdown, toMarkdown, toPlainText } from "../../../../src/platform/dingtalk/render/index.ts";
import { chinese, field, view } from "./sample-views.ts";

const SHOWN = view({
  title: "排名",
  status: "进行中",
  body: [
    { kind: "text", text: "共2个小区" },
    { kind: "facts", facts: [{ label: "截至", value: "10月20日" }] },
    {
      kind: "table",
      columns: ["名次", "小区", "总分"],
      rows: [
        ["1", "锦绣花园", "96.5"],
        ["2", "望湖小区", "95"],
      ],
    },
  ],
  actions: [
    { id: "a.b", label: "初评", typed: "初评 锦绣花园(二期)", look: "primary" },
    { id: "a.c", label: "锁定", typed: "锁定", look: "default", disabled: true },
  ],
  footnote: "系统建议，非文件规定",
});

describe("a view as a markdown message", () => {
  test("in a direct chat has its actions as links that send the typed twin", () => {
    expect(toMarkdown(SHOWN, { links: true })).toEqual({
      title: "排名",
      text: [
        "### 排名（进行中）",
        "共2个小区",
        "**截至**：10月20日",
        "1. 锦绣花园 96.5\n2. 望湖小区 95",
        `[初评](dtmd://dingtalkclient/sendMessage?content=${encodeURIComponent("初评 锦绣花园")}%28${encodeURIComponent("二期")}%29)`,
        "系统建议，非文件规定",
      ].join("\n\n"),
    });
  });

  test("in a group says what to type instead", () => {
    const { text } = toMarkdown(SHOWN, { links: false });

    expect(text).toContain("\n\n可回复：初评 锦绣花园(二期)\n\n");
    expect(text).not.toContain("dtmd");
  });

  test("lists the fields of a form with what is saved", () => {
    const { text } = toMarkdown(
      view({
        form: {
          id: "f",
          action: "a.save",
          submitLabel: "保存",
          fields: [
            field({ required: true, value: "越城区" }),
            field({ label: "等次", kind: "select", value: "a", options: [{ value: "a", text: "优" }] }),
            field({ label: "已核", kind: "switch", value: true }),
            field({ label: "备注" }),
          ],
        },
      }),
      { links: true },
    );

    expect(text).toBe("### 进度\n\n1. 小区地址（必填）：越城区\n2. 等次：优\n3. 已核：是\n4. 备注");
  });

  test("has a title of at most 64 characters", () => {
    expect([...toMarkdown(view({ title: chinese(64) }), { links: true }).title]).toHaveLength(64);
    expect(toMarkdown(view({ title: chinese(65) }), { links: true }).title).toBe(`${chinese(63)}…`);
  });
});

describe("escaping", () => {
  const drawn = (text: string): string => new MarkdownIt({ html: true }).render(escapeMarkdown(text));

  test.each([
    "[锦绣花园](http://evil.example)",
    "![图](http://evil.example/a.png)",
    "[甲][乙]\n\n[乙]: http://evil.example",
    "<http://evil.example>",
    "http://evil.example",
    "[甲](dtmd://dingtalkclient/sendMessage?content=x)",
    "<a href='x'>甲</a>",
    "<img src=x>",
    "# 标题",
    "标题\n===",
    "> 引用",
    "`代码`",
    "```\n代码",
  ])("of %j leaves nothing but text", (text) => {
    expect(drawn(text)).not.toMatch(/<(?!\/?p>|br)/);
  });

  test("leaves what means nothing in markdown as it is", () => {
    const plain = "截止：@all 请看（1-1 得4分，第2.5项，3<5，A&B，8:00-11:30）http://a.example";

    expect(escapeMarkdown(plain)).toBe(plain);
  });

  test("holds for names in links, facts, tables and fields of a message", () => {
    const name = "[甲](http://evil.example)";
    const { text } = toMarkdown(
      view({
        title: name,
        body: [
          { kind: "facts", facts: [{ label: name, value: name }] },
          { kind: "table", columns: [name], rows: [[name]] },
          { kind: "quote", text: name },
        ],
        form: { id: "f", action: "a.b", submitLabel: "保存", fields: [field({ label: name, value: name })] },
        actions: [{ id: "a.b", label: name, typed: name, look: "default" }],
        footnote: name,
      }),
      { links: true },
    );

    expect(text.match(/(?<!\\)\]\([^)]*\)/g)).toEqual([
      `](dtmd://dingtalkclient/sendMessage?content=${encodeURIComponent("[甲]")}%28${encodeURIComponent("http://evil.example")}%29)`,
    ]);
  });
});

describe("a message that is too long", () => {
  const paragraphs = (count: number, characters: number): string =>
    Array.from({ length: count }, () => chinese(characters)).join("\n\n");

  test("of 3500 characters is one message, of one more two", () => {
    expect(splitMarkdown({ title: "排名", text: chinese(3500) })).toEqual([{ title: "排名", text: chinese(3500) }]);
    expect(splitMarkdown({ title: "排名", text: chinese(3501) }).map(({ text }) => text)).toEqual([
      chinese(3500),
      "字",
    ]);
  });

  test("is split between paragraphs, and the titles count", () => {
    const messages = splitMarkdown({ title: chinese(64), text: paragraphs(3, 1700) });

    expect(messages).toEqual([
      { title: `${chinese(56)}…（1/2）`, text: paragraphs(2, 1700) },
      { title: `${chinese(56)}…（2/2）`, text: chinese(1700) },
    ]);
  });

  test("by bytes is split as well", () => {
    const messages = splitMarkdown({
      title: "排名",
      text: Array.from({ length: 40 }, () => "𠮷".repeat(100)).join("\n\n"),
    });
    const size = (message: object): number => Buffer.byteLength(JSON.stringify(message), "utf8");

    expect(messages.map((message) => size(message) <= 15_000)).toEqual([true, true]);
  });
});

test("a view as plain text keeps every word and no marks", () => {
  expect(toPlainText(SHOWN)).toBe(
    [
      "排名（进行中）",
      "共2个小区",
      "截至：10月20日",
      "1. 锦绣花园 96.5\n2. 望湖小区 95",
      "可回复：初评 锦绣花园(二期)",
      "系统建议，非文件规定",
    ].join("\n\n"),
  );
});
