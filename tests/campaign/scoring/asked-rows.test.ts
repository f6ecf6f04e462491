import { expect, test } from "vitest";
import { askedRows } from "../../../src/campaign/scoring/asked-rows.ts";
import { lineRules } from "../../../src/campaign/scoring/line-rules.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const rules = lineRules(shaoxing, new Map() as never);

test.each([
  ["三之二到三之五是什么来着", ["3-2", "3-3", "3-4", "3-5"]],
  ["3-2到3-5是什么", ["3-2", "3-3", "3-4", "3-5"]],
  ["那个三杠二和三杠三说的是什么", ["3-2", "3-3"]],
  ["2-1、2-3的内容", ["2-1", "2-3"]],
  ["4-1到4-2这几条的评分标准是什么", ["4-1", "4-2"]],
  ["1-1写的什么内容", ["1-1"]],
])("%s asks for the wording of %j", (text, rows) => {
  expect(askedRows(rules, text)).toEqual(rows);
});

test.each(["3-2 5", "三杠二三分", "3-2 3 宣传内容少", "3-2给几分", "其余满分", "3-2到3-5都满分", "公示内容少"])(
  "%s asks for none",
  (text) => {
    expect(askedRows(rules, text)).toEqual([]);
  },
);
