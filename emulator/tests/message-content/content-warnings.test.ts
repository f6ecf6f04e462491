import { describe, expect, test } from "vitest";
import { makeMinuteCounter } from "../../src/limits/minute-counter.ts";
import { contentWarnings } from "../../src/message-content/content-warnings.ts";
import { mentionWarnings } from "../../src/message-content/mention-warnings.ts";

const codes = (content: Parameters<typeof contentWarnings>[0]) => contentWarnings(content).map(({ code }) => code);

describe("a client is doubted to draw", () => {
  test.each([
    ["a table", "| 区县 | 户数 |\n| --- | --- |\n| 越城 | 12 |", ["markdown.table"]],
    ["an HTML tag", "请看 <b>此处</b>", ["markdown.html"]],
    ["a font tag left open", "<font color=red>逾期", ["markdown.font"]],
  ])("%s of a markdown message", (_what, text, expected) => {
    expect(codes({ kind: "markdown", title: "提醒", text })).toEqual(expected);
  });

  test.each([
    ["headings, lists and links", "### 提醒\n- [查看](https://example.com)\n\n---\n"],
    ["a closed font tag", "<font color=red>逾期</font>"],
    ["what stands in a code block", "```\n| a | b |\n| - | - |\n<b>\n```"],
    ["comparisons", "3 < 5 且 7 > 6"],
  ])("but not %s", (_what, text) => {
    expect(codes({ kind: "markdown", title: "提醒", text })).toEqual([]);
  });

  test("nothing of a plain text", () => {
    expect(codes({ kind: "text", text: "<b>" })).toEqual([]);
  });

  test("an actionCard's title above 64 characters", () => {
    const card = (length: number) => codes({ kind: "actionCard", title: "题".repeat(length), text: "" });

    expect([card(64), card(65)]).toEqual([[], ["actionCard.title"]]);
  });

  test("a button above twenty characters, links in the text aside", () => {
    const card = (label: string) =>
      codes({
        kind: "actionCard",
        title: "提醒",
        text: `[${"长".repeat(30)}](https://example.com)`,
        links: [
          { label: "长".repeat(30), url: "https://example.com" },
          { label, url: "https://example.com", look: "button" },
        ],
      });

    expect([card("按".repeat(20)), card("按".repeat(21))]).toEqual([[], ["actionCard.button"]]);
  });

  test("more than five buttons", () => {
    const card = (count: number) =>
      codes({
        kind: "actionCard",
        title: "提醒",
        text: "",
        links: Array.from({ length: count }, () => ({
          label: "查看",
          url: "https://example.com",
          look: "button" as const,
        })),
      });

    expect([card(5), card(6)]).toEqual([[], ["actionCard.buttons"]]);
  });
});

test("whoever is called must stand in the text", () => {
  const text = (content: string) =>
    mentionWarnings({ msgtype: "text", text: { content }, at: { atUserIds: ["district"] } }).map(({ code }) => code);

  expect([text("请 @district 填报"), text("请填报")]).toEqual([[], ["webhook.mention"]]);
});

test("a minute counts what lies less than a minute back", () => {
  let now = 0;
  const counter = makeMinuteCounter(() => now);
  counter.count("robot");
  now = 59_999;
  expect([counter.count("robot"), counter.count("other")]).toEqual([2, 1]);
  now = 60_000;
  expect(counter.count("robot")).toBe(2);
});
