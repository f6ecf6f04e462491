import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCells } from "../../../../src/platform/conversation/answers/read-cells.ts";
import { applyCardValues } from "../../../../src/platform/conversation/apply-card-values.ts";
import { contentPhrases } from "../../../../src/platform/conversation/content-phrases.ts";
import type { Question } from "../../../../src/platform/conversation/field.ts";
import { begin } from "../../../../src/platform/conversation/form-state.ts";
import { step } from "../../../../src/platform/conversation/form-step.ts";
import { accident, form, ownersBody, question, when } from "../support/questions.ts";
import { days, landlines, mobiles, percents, words } from "../support/said.ts";

const date = question("date", { key: "deliveredOn", label: "交付日期" });
const points = question("points", { key: "points", label: "分数", max: 5, step: 0.5 });
const [name] = form.fields;
const [phone, rate, statement] = (["phone", "percent", "longText"] as const).map((kind) =>
  form.fields.find((one) => one.kind === kind),
);
if (!name || !phone || !rate || !statement) throw new Error("a kind of field is missing");

/** The same each time. */
const SEED = 20_231_101;
/** Different ones, so many. */
const drawn = <Value>(from: fc.Arbitrary<Value>, count: number): Value[] =>
  [...new Set(fc.sample(from, { seed: SEED, numRuns: 20 * count }))].slice(0, count);
const typed = drawn(fc.oneof(mobiles, landlines), 30).map((one) => one.typed);
const choices = ["业主委员会", "物业管理委员会", "小区自管组织", "尚未成立"];

/** Per kind of field: what is typed there, good and not. */
const SAID: readonly (readonly [Question, readonly string[]])[] = [
  [phone, [...typed, "1381234567", "13812345678（张三）", "手机13812345678，办公室0575-85082235转801", "收到"]],
  [rate, [...drawn(percents, 30).map((one) => one.typed), "约92", "0.95", "92，5", "9 5", "-1", "很高", "95至98"]],
  [
    date,
    [...drawn(days, 30).map((one) => one.typed), "12月1日", "5/1/2020", "2022年2月30日", "2099年1月1日", "8月中旬"],
  ],
  [
    ownersBody,
    [
      ...choices.flatMap((one, at) => [
        one,
        `${at + 1}`,
        `（${at + 1}）`,
        `${at + 1} ${one}`,
        `${at + 1}️⃣`,
        `${at + 1}.${one}。`,
      ]),
      ...["委员会", "1 物业管理委员会", "5", "业主委员会（筹）", "怎么填？"],
    ],
  ],
  [
    accident,
    [
      ...[
        "无",
        "没有",
        "暂无",
        "未发生",
        "待定",
        "有",
        "不清楚",
        "无，但2022年5月1日有一起",
        "有 12月1日 人员伤亡事故",
      ],
      ...drawn(days, 12).map((one) => `有 ${one.typed.trim()} 人员伤亡事故`),
      ...["有 2022年2月30日 火灾", "有 5/1/2020 人员伤亡事故", "有，2022.5.1，安全生产行政处罚"],
    ],
  ],
  [
    points,
    ["0", "5", "4分", "四", "三分", "满分", "4.5", "4。5", "四分半", "4.3", "6", "-1", "约4", "扣1分", "4或5", "很好"],
  ],
  [name, [...drawn(words, 20), "锦绣\u200d花园", "園".repeat(41), "锦绣花园".repeat(11), "★☆", "好的，谢谢", "测试"]],
  [statement, [...drawn(words, 15), "一、建成于2008年。\n二、管理规范，无投诉。", "園".repeat(801), "见附件", "👍"]],
];

function byChat(field: Question, text: string) {
  const only = { ...form, fields: [field] };
  const said = step(only, begin(only), { text, ...when });
  // Whether a text is meant for the field is asked in the chat only.
  const isAsked = "sentence" in said.outcome && said.outcome.sentence.includes(`是否为“${field.label}”的内容不明确`);
  const { state, outcome } = isAsked
    ? step(only, said.state, { text: contentPhrases.record(field.label), ...when })
    : said;
  const sentence = "sentence" in outcome ? outcome.sentence : undefined;
  // A field keeps what was written in it; in the chat a long text that is not saved is given back.
  return { answers: state.answers, sentence: sentence?.replace(/您发送的内容：“[^”]*”。$/u, "") };
}

function byCard(field: Question, value: string | number) {
  const only = { ...form, fields: [field] };
  const { state, problems } = applyCardValues(only, begin(only), { values: { [field.key]: value }, ...when });
  return { answers: state.answers, sentence: problems[0]?.sentence };
}

function byWorkbook(field: Question, cell: string | number) {
  const [read] = readCells([field], new Map([[field.key, cell]]), when);
  return {
    answers: read?.parsed.ok ? { [field.key]: read.parsed.value } : {},
    sentence: read?.parsed.ok === false ? read.parsed.retry : undefined,
  };
}

describe("the same value or the same sentence on the card, in the chat and in a workbook", () => {
  test.each(SAID.map(([field, all]) => [field.kind, field.label, all, field] as const))(
    "%s (%s)",
    (_kind, _label, all, field) => {
      const said = all.map((text) => ({ text, chat: byChat(field, text) }));

      for (const { text, chat } of said) {
        expect({ text, ...byCard(field, text) }).toEqual({ text, ...chat });
        expect({ text, ...byWorkbook(field, text) }).toEqual({ text, ...chat });
      }
      // Some are recorded, some refused: otherwise the comparison says little.
      expect(new Set(said.map(({ chat }) => chat.sentence === undefined))).toEqual(new Set([true, false]));
    },
  );

  test("of 200 different answers in all", () => {
    const different = SAID.flatMap(([field, all]) => [...new Set(all)].map((text) => `${field.key} ${text}`));
    expect(different.length).toBeGreaterThanOrEqual(200);
  });

  test("a number on a card or in a workbook is the number that is typed", () => {
    for (const [field, value] of [
      [rate, 92.5],
      [rate, 0.95],
      [rate, 101],
      [points, 4.5],
      [points, 4.3],
      [phone, 13812345678],
    ] as const) {
      const chat = byChat(field, String(value));
      expect(byCard(field, value)).toEqual(chat);
      expect(byWorkbook(field, value)).toEqual(chat);
    }
  });
});

test("the same 200 answers in any field, of its kind or of another, give the same too", () => {
  const answers = fc.oneof(
    percents.map((one) => one.typed),
    days.map((one) => one.typed),
    mobiles.map((one) => one.typed),
    words,
    fc.constantFrom(
      "无",
      "约92",
      "5/1/2020",
      "收到",
      "怎么填？",
      "1",
      "（1）",
      "有 2022年2月30日 火灾",
      "13812345678（张三）",
    ),
  );
  const pairs = fc.sample(fc.tuple(fc.constantFrom(...form.fields, date), answers), { seed: SEED, numRuns: 200 });
  for (const [field, text] of pairs) {
    const chat = byChat(field, text);
    expect(byCard(field, text)).toEqual(chat);
    expect(byWorkbook(field, text)).toEqual(chat);
  }
});
