import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block, View } from "../../../../src/platform/chat/view.ts";
import { escapeMarkdown } from "../../../../src/platform/dingtalk/render/escape.ts";
import { splitMarkdown, toCardParams, toMarkdown } from "../../../../src/platform/dingtalk/render/index.ts";
import { splitText } from "../../../../src/platform/dingtalk/render/pack-text.ts";

/** Text of Chinese, emoji and every sign that means something in markdown. */
const anyText = (maxLength: number) =>
  fc
    .array(fc.constantFrom(..."字小区𠮷🏠ab1 \n。；[]()!<>/:@#*`~|=-_\\&.", "http://", "dtmd://", "](", "\n\n"), {
      maxLength,
    })
    .map((parts) => parts.join(""));

const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant("text" as const), text: anyText(2000) }),
  fc.record({ kind: fc.constant("quote" as const), text: anyText(200) }),
  fc.record({
    kind: fc.constant("facts" as const),
    facts: fc.array(fc.record({ label: anyText(20), value: anyText(200) })),
  }),
  fc.record({ kind: fc.constant("list" as const), items: fc.array(anyText(100)), ordered: fc.boolean() }),
  fc.record({
    kind: fc.constant("table" as const),
    columns: fc.array(anyText(10), { minLength: 1, maxLength: 5 }),
    rows: fc.array(fc.array(anyText(20), { maxLength: 5 }), { maxLength: 60 }),
  }),
);

const anyView: fc.Arbitrary<View> = fc.record({
  title: anyText(100),
  tone: fc.constantFrom("running", "near", "overdue", "done", "closed"),
  status: anyText(20),
  body: fc.array(anyBlock, { maxLength: 4 }),
  actions: fc.constant([]),
  footnote: anyText(1000),
});

const bytes = (text: string): number => Buffer.byteLength(text, "utf8");

describe("whatever a view holds", () => {
  test("no value of its card is over 1 KB", () => {
    fc.assert(
      fc.property(anyView, (view) => Object.values(toCardParams(view, 1)).every((value) => bytes(value) <= 1024)),
      { numRuns: 60 },
    );
  });

  test("its text on a card or in a message holds no link and no tag", () => {
    const injected = /(?<!\\)\](?:\(|\[)|<[a-zA-Z/!]/;
    fc.assert(
      fc.property(anyView, (view) => {
        const params = toCardParams(view, 1);
        const slots = [1, 2, 3, 4, 5, 6, 7, 8].map((slot) => params[`text${slot}`] ?? "");
        return ![toMarkdown(view, { links: true }).text, ...slots].some((text) => injected.test(text));
      }),
      { numRuns: 60 },
    );
  });

  test("its messages keep the limits and, together, every character but white space", () => {
    const plain = (text: string): string => text.replaceAll(/[\s\\]+/g, "");
    fc.assert(
      fc.property(anyView, (view) => {
        const whole = toMarkdown(view, { links: false });
        const parts = splitMarkdown(whole);
        expect(parts.filter(({ title, text }) => [...title].length > 64 || [...text].length > 3500)).toEqual([]);
        expect(parts.filter((part) => bytes(JSON.stringify(part)) > 15_000)).toEqual([]);
        expect(parts.map(({ text }) => plain(text)).join("")).toBe(plain(whole.text));
      }),
      { numRuns: 40 },
    );
  });
});

test("splitting a text keeps every character but white space at the borders", () => {
  fc.assert(
    fc.property(anyText(400).map(escapeMarkdown), fc.integer({ min: 8, max: 60 }), (text, limit) => {
      const parts = splitText(text, { limits: [limit], sizeOf: (part) => [bytes(part)] });

      expect(parts.filter((part) => bytes(part) > limit)).toEqual([]);
      expect(parts.join("").replaceAll(/[\s\\]+/g, "")).toBe(text.replaceAll(/[\s\\]+/g, ""));
    }),
  );
});
