import { expect, test } from "vitest";
import { readLabelledReasons } from "../../../src/campaign/recommendation/labelled-reasons.ts";
import type { Question } from "../../../src/platform/conversation/field.ts";

const field = (label: string): Question => ({ key: label, label, kind: "longText", required: true });
const fields = [field("蓝天花园的推荐理由"), field("蓝天花园要求不符合的理由"), field("绿洲名苑要求不符合的理由")];
const form = { id: "recommendation", title: "", version: 1, fields };
const names = ["蓝天花园", "绿洲名苑"];
const read = (typed: string) => {
  const found = readLabelledReasons(form, fields[0], { typed, names });
  return found?.kind === "given" ? found.reasons.map(({ question, text }) => [question.label, text]) : found;
};

test.each([
  "蓝天花园的推荐理由\t居民满意度高\n蓝天花园要求不符合的理由\t6-2正在整改\n绿洲名苑要求不符合的理由\t城管9月进驻",
  "蓝天花园的推荐理由：居民满意度高；蓝天花园要求不符合的理由：6-2正在整改；绿洲名苑要求不符合的理由：城管9月进驻",
  "居民满意度高\n蓝天花园要求不符合的理由：6-2正在整改\n绿洲名苑：城管9月进驻",
])("reasons go to the fields whose labels stand before them: %j", (typed) => {
  expect(read(typed)).toEqual([
    ["蓝天花园的推荐理由", "居民满意度高"],
    ["蓝天花园要求不符合的理由", "6-2正在整改"],
    ["绿洲名苑要求不符合的理由", "城管9月进驻"],
  ]);
});

test("a name with two reasons to give is asked about", () => {
  expect(read("蓝天花园：居民满意度高")).toEqual({ kind: "which", name: "蓝天花园" });
});

test.each(["居民满意度高，群众基础好", "6-2：入户宣传正在补齐；\n7-3：违建已拆除。", "比绿洲名苑更好"])(
  "%j is one reason",
  (typed) => {
    expect(read(typed)).toBeUndefined();
  },
);

test.each([
  "蓝天花园居民满意度高，位列全区首位。\n绿洲名苑城管9月进驻",
  "推荐理由：\n1.蓝天花园居民满意度高，位列全区首位。\n2.绿洲名苑：城管9月进驻",
  "居民满意度高，位列全区首位。 2.绿洲名苑：城管9月进驻",
  "绿洲名苑——城管9月进驻\n蓝天花园居民满意度高，位列全区首位。",
])("a name at the head of a line takes its reason along: %j", (typed) => {
  expect(read(typed)).toHaveLength(2);
  expect(read(typed)).toEqual(
    expect.arrayContaining([
      ["绿洲名苑要求不符合的理由", expect.stringMatching(/^(?:绿洲名苑)?城管9月进驻$/u)],
      ["蓝天花园的推荐理由", expect.stringMatching(/^(?:蓝天花园)?居民满意度高，位列全区首位。?$/u)],
    ]),
  );
});

test.each([
  "镜水新村\t满意度最高",
  "镜水新村满意度最高",
  "居民满意度高\n镜水新村（北区）：老旧小区改造有特色",
  "1.蓝天花园居民满意度高 2.镜水新村(北区)：改造有特色",
])("%j names a case of which no reason is asked for", (typed) => {
  const more = ["镜水新村", "镜水新村（北区）", ...names];
  expect(readLabelledReasons(form, fields[0], { typed, names: more })).toMatchObject({ kind: "other" });
});

test.each([
  "蓝天花园的推荐理由：居民满意度高 绿洲名苑要求不符合的理由：城管9月进驻",
  "蓝天花园的推荐理由改成居民满意度高，绿洲名苑：城管9月进驻",
])("a label with its colon begins a reason behind a blank, too: %j", (typed) => {
  expect(read(typed)).toEqual([
    ["蓝天花园的推荐理由", expect.stringMatching(/^居民满意度高，?$/u)],
    ["绿洲名苑要求不符合的理由", "城管9月进驻"],
  ]);
});

test.each(["逾期原因改 会议推迟", "逾期原因改成会议推迟", "逾期原因：会议推迟"])(
  "%j gives the reason only",
  (typed) => {
    const late = field("逾期原因");
    const found = readLabelledReasons({ ...form, fields: [...fields, late] }, late, { typed, names });
    expect(found).toEqual({ kind: "given", reasons: [{ question: late, text: "会议推迟" }] });
  },
);
