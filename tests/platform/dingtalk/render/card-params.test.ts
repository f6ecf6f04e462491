import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { Action } from "../../../../src/platform/chat/view.ts";
import { toCardParams } from "../../../../src/platform/dingtalk/render/index.ts";
import { chinese, field, view } from "./sample-views.ts";

const bytes = (text: string | undefined): number => Buffer.byteLength(text ?? "", "utf8");

const action = (number: number): Action => ({
  id: `a.${number}`,
  label: `按钮${number}`,
  typed: `做 ${number}`,
  look: "default",
});

const paragraphs = (count: number, characters: number) =>
  view({ body: [{ kind: "text", text: Array.from({ length: count }, () => chinese(characters)).join("\n\n") }] });

describe("the limit of 1 KB a value", () => {
  test("leaves a text of exactly 1024 bytes in one slot", () => {
    const params = toCardParams(view({ body: [{ kind: "text", text: `${chinese(341)}a` }] }), 1);

    expect(bytes(params.text1)).toBe(1024);
    expect(params.text2).toBe("");
  });

  test("splits a longer one, at paragraphs where it can", () => {
    const params = toCardParams(paragraphs(2, 300), 1);

    expect([params.text1, params.text2, params.text3]).toEqual([chinese(300), chinese(300), ""]);
  });

  test("splits a long paragraph after a sentence, and a long sentence between characters, losing nothing", () => {
    const sentences = `${chinese(200)}。${chinese(200)}。`;
    const split = toCardParams(view({ body: [{ kind: "text", text: sentences }] }), 1);
    const torn = toCardParams(view({ body: [{ kind: "text", text: chinese(342) }] }), 1);

    expect([split.text1, split.text2]).toEqual([`${chinese(200)}。`, `${chinese(200)}。`]);
    expect([torn.text1, torn.text2]).toEqual([chinese(341), "字"]);
  });

  test("ends a text beyond all slots with a word that something was left out", () => {
    const params = toCardParams(paragraphs(9, 340), 1);

    expect(params.text7).toBe(chinese(340));
    expect(params.text8).toMatch(/^字+…\n\n（内容较长，其余从略）$/);
    expect(bytes(params.text8)).toBeLessThanOrEqual(1024);
  });

  test("holds for every value, however long the view's parts are", () => {
    const params = toCardParams(
      view({
        title: chinese(500),
        status: chinese(500),
        footnote: chinese(500),
        body: [
          { kind: "text", text: chinese(5000) },
          { kind: "table", columns: ["小区", "总分"], rows: [[chinese(400), "1"]] },
        ],
      }),
      1,
    );

    expect(Object.entries(params).filter(([, value]) => bytes(value) > 1024)).toEqual([]);
    expect([...String(params.title)]).toHaveLength(64);
  });

  test("a form of exactly 1024 bytes fits, one byte more is refused by the names of its fields", () => {
    const formOf = (label: string) => ({
      id: "f",
      action: "a.save",
      submitLabel: "保存",
      fields: [field({ label }), field({ name: "notes", label: "备注" })],
    });
    const empty = bytes(toCardParams(view({ form: formOf("") }), 1).form);
    const full = "a".repeat(1024 - empty);

    expect(bytes(toCardParams(view({ form: formOf(full) }), 1).form)).toBe(1024);
    expect(() => toCardParams(view({ form: formOf(`${full}a`) }), 1)).toThrow(
      "form f takes 1025 bytes, a card value holds 1024: compoundAddress, notes",
    );
  });
});

describe("tables", () => {
  const rows = (count: number): string[][] =>
    Array.from({ length: count }, (_, at) => [String(at + 1), `锦绣花园第${at + 1}小区`, "96.5"]);
  const withTable = (count: number) =>
    toCardParams(
      view({
        body: [
          { kind: "text", text: "前" },
          { kind: "table", columns: ["名次", "小区", "总分"], rows: rows(count) },
          { kind: "text", text: "后" },
        ],
      }),
      1,
    );
  const table = z.object({ data: z.array(z.unknown()), meta: z.array(z.unknown()) });
  const rowsIn = (value: string | undefined): unknown[] => table.parse(JSON.parse(String(value))).data;

  test("stand between the text above and the text below", () => {
    const params = withTable(2);

    expect([params.text1, params.text5, rowsIn(params.table1)]).toEqual([
      "前",
      "后",
      [
        { c1: "1", c2: "锦绣花园第1小区", c3: "96.5" },
        { c1: "2", c2: "锦绣花园第2小区", c3: "96.5" },
      ],
    ]);
  });

  test("that are too long go on in the next table with the same columns", () => {
    const params = withTable(20);
    const count = [params.table1, params.table2, params.table3].map((value) => rowsIn(value).length);

    expect(count.reduce((sum, one) => sum + one, 0)).toBe(20);
    expect(count[1]).toBeGreaterThan(0);
    expect(table.parse(JSON.parse(String(params.table2))).meta).toHaveLength(3);
  });

  test("that need more than three are numbered lists", () => {
    const params = withTable(80);

    expect(rowsIn(params.table1)).toEqual([]);
    expect(params.text1).toContain("1. 锦绣花园第1小区 96.5\n2. 锦绣花园第2小区 96.5");
    expect(params.text3).toContain("80. 锦绣花园第80小区 96.5\n\n后");
  });
});

describe("actions", () => {
  test("up to six are buttons", () => {
    const params = toCardParams(view({ actions: [1, 2, 3, 4, 5, 6].map(action) }), 1);

    expect([params.button6, params.button6Action, params.text1]).toEqual(["按钮6", "a.6", ""]);
  });

  test("beyond six are named as words to type, disabled ones are not", () => {
    const actions = [1, 2, 3, 4, 5, 6, 7, 8].map(action);
    const params = toCardParams(view({ actions: [...actions, { ...action(9), disabled: true }] }), 1);

    expect(params.text1).toBe("也可回复：做 7、做 8");
  });
});
