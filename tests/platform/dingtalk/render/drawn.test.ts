import { makeCardMarkdown } from "dingtalk-emulator/card/card-markdown.ts";
import { makeMessageMarkdown } from "dingtalk-emulator/card/message-markdown.ts";
import { plainMarkdown } from "dingtalk-emulator/card/plain-markdown.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block } from "../../../../src/platform/chat/view.ts";
import { splitMarkdown, toCardParams, toMarkdown } from "../../../../src/platform/dingtalk/render/index.ts";
import { view } from "./sample-views.ts";

/** What of HTML is read: the text between its tags. */
const readHtml = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

const solid = (text: string): string => text.replaceAll(/\s+/g, "");

const markdowns = { message: makeMessageMarkdown(), card: makeCardMarkdown() };

/** The text of a card's slots or of a message's parts, each drawn for itself as the client does. */
const drawnOnCard = (body: Block[]): string => {
  const params = toCardParams(view({ body }), 1);
  const slots = [1, 2, 3, 4, 5, 6, 7, 8].map((slot) => params[`text${slot}`] ?? "");
  return slots.map((text) => markdowns.card.render(text)).join("");
};
const drawnInMessage = (body: Block[]): string => {
  const parts = splitMarkdown(toMarkdown(view({ title: "题", body }), { links: true }));
  return parts.map(({ text }) => markdowns.message.render(text)).join("");
};

const text = (of: string): Block => ({ kind: "text", text: of });

/** Tags that a text of its own may be drawn with: paragraphs and line breaks, and the heading of a message. */
const MARKUP = /<(?!\/?p>|br>|\/?h3>)[^>]*>/g;

describe("data is drawn as it was sent", () => {
  test.each([
    "138****1234、139****5678",
    "8:00~~11:30，13:30~~17:00",
    "8:00~11:30，13:30~17:00",
    "1. 申报\n3. 初评\n5) 推荐",
    "- 甲\n+ 乙\n* 丙\n-5℃",
    "# 标题\n#话题#\n> 引用\n| 甲 | 乙 |\n|---|:-:|\n| 1 | 2 |",
    "标题\n===\n标题\n---\n***\n___",
    "工作报告_最终版_改.docx，**重要**，__下划线__，*斜体*",
    "`代码`与```围栏```，~~~\n围栏\n~~~",
    "[锦绣花园](http://a.example)、![图](http://a.example/a.png)、[元气满满]、[甲][乙]",
    "<b>甲</b><!-- 乙 --><script>alert(1)</script> 3<5 &amp; &lt;&#42; A&B",
    "<0@3> <a.b@c.cn> 3<5@6",
    "@all @所有人 a@b.cn C:\\盘\\*，末尾\\",
  ])("%j", (data) => {
    for (const html of [drawnOnCard([text(data)]), drawnInMessage([text(data)]).replace(/<h3>.*?<\/h3>/, "")]) {
      expect(solid(readHtml(html))).toBe(solid(data));
      expect(html.match(MARKUP)).toBeNull();
    }
  });

  test("as quote, fact, list and table", () => {
    const data = "1. 甲**乙**_丙_ | [丁](http://a.example) <戊> <b>己</b> # 庚";
    const blocks: Block[] = [
      { kind: "heading", text: data },
      { kind: "quote", text: `${data}\n${data}` },
      { kind: "facts", facts: [{ label: data, value: data }] },
      { kind: "list", items: [data] },
      { kind: "table", columns: [data], rows: [[data]] },
    ];
    const read = solid(readHtml(drawnInMessage(blocks)));

    expect(read.split(solid(data)).length - 1).toBe(7);
    expect(read.replaceAll(solid(data), "甲")).toBe("题甲甲甲甲：甲甲甲");
  });

  test("holds no invisible sign", () => {
    const source = toMarkdown(view({ body: [text("@甲 http://a.example [乙](丙) # 丁")] }), { links: true }).text;

    expect(source).not.toMatch(/\p{Cf}/u);
  });

  /** Chinese, and every sign that means something in markdown. */
  const anyText = fc
    .array(
      fc.constantFrom(
        ..."字小区0123 a。；\n\n[]()!<>/:@#*`~|=-_+\\&.,;\"'",
        ..."**|~~|__|](|1. |3) |- |# |> |---|===|```|://|https://a.cn/b_c|&amp;|<b>|</b>|。1. ".split("|"),
      ),
      { maxLength: 500, size: "max" },
    )
    .map((parts) => parts.join(""));

  test("whatever it holds, also where it is split over slots and messages", () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (data, links) => {
        const block: Block = { kind: "text", text: data, ...(links ? { links } : {}) };
        const card = readHtml(drawnOnCard([block]));
        expect(solid(card)).toBe(solid(data));
        expect(solid(readHtml(drawnInMessage([block])))).toBe(`题${solid(data)}`);
        const params = toCardParams(view({ body: [block] }), 1);
        const plain = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((slot) => plainMarkdown(params[`text${slot}`] ?? ""));
        expect(solid(plain.join(""))).toBe(solid(data));
      }),
      { numRuns: 150 },
    );
  });
});

describe("addresses in a text with links", () => {
  const linked = (data: string) => drawnInMessage([{ kind: "text", text: data, links: true }]);

  test.each([
    ["请见https://a.cn/b_c?d=1*2，谢谢。", "https://a.cn/b_c?d=1*2"],
    ["https://a.cn/(附件)", "https://a.cn/"],
    ["（https://a.cn/b.）", "https://a.cn/b"],
  ])("%j can be pressed and read as written", (data, address) => {
    const html = linked(data);

    expect(html).toContain(`<a href="${address}">${address}</a>`);
    expect(solid(readHtml(html))).toBe(`题${solid(data)}`);
  });

  test("are only those that people write, never those of markdown", () => {
    expect(linked("[点此](javascript:alert(1)) [点此](https://a.cn)")).toContain(
      'javascript:alert(1)) [点此](<a href="https://a.cn">https://a.cn</a>)',
    );
  });

  test("are not links where nobody asked for them", () => {
    expect(drawnInMessage([text("https://a.cn/b")])).not.toContain("<a");
  });
});
