import { describe, expect, test } from "vitest";
import { besideReason } from "../../../src/campaign/recommendation/beside-reasons.ts";
import { readOrder } from "../../../src/campaign/recommendation/order.ts";
import { reasonsApart } from "../../../src/campaign/recommendation/order-with-reasons.ts";
import { reasonLines } from "../../../src/campaign/recommendation/reason-heads.ts";
import { asksToReplace } from "../../../src/campaign/recommendation/replaced-reason.ts";
import type { Asked } from "../../../src/campaign/recommendation/said-of-several.ts";
import { begin, type FormState } from "../../../src/platform/conversation/form-state.ts";
import { step } from "../../../src/platform/conversation/form-step.ts";

const names = ["东方名苑"];
const FEWER = "推荐少于2个的理由";
const form = {
  ...{ id: "recommendation", title: "", version: 1 },
  fields: [{ key: "fewer", label: FEWER, kind: "longText" as const, required: true }],
};
const listOf = (state: FormState = begin(form)): Asked => ({
  candidates: names.map((compoundName, at) => ({ application: { id: `c${at}`, compoundName } })),
  order: ["c0"],
  reasons: { form, state },
});
const around = {
  others: [...names, "锦绣江南"],
  isCommand: (word: string) => ["撤回", "报送", "进度", "再报一个", "登记意见", "重新排序", "推荐"].includes(word),
};
const offers = (text: string) => besideReason(listOf(), text, around)?.offers.map(({ label, typed }) => [label, typed]);

describe("words to the program in front of a reason or in it", () => {
  test.each([
    "n 再报一个 锦绣江南",
    "n，再报一个锦绣江南",
    "y 再报一个 翠湖花苑",
    "再报一个 翠湖花苑",
    "不要 登记意见 名苑",
    "n 业委会没成立",
    "不要。其他小区业委会没成立",
    "好的 其他小区业委会没成立",
    "对，其他小区业委会没成立",
  ])("%j is not recorded at once", (text) => {
    expect(offers(text)).toBeDefined();
  });

  test.each([
    [`${FEWER}：其他小区业委会没成立，9月底前再报 算了先报`, `${FEWER}：其他小区业委会没成立，9月底前再报`],
    ["其他小区业委会没成立，先报吧", "其他小区业委会没成立"],
    ["其他小区业委会没成立 就这样报", "其他小区业委会没成立"],
    ["其他小区业委会没成立 先报送吧", "其他小区业委会没成立"],
    ["其他小区业委会没成立 那就报送吧", "其他小区业委会没成立"],
    ["不要。其他小区业委会没成立", "其他小区业委会没成立"],
    ["n 其他小区业委会没成立", "其他小区业委会没成立"],
  ])("of %j only %j is offered first", (text, reason) => {
    expect(offers(text)?.[0]).toEqual(["只记正文", reason]);
  });

  test("the command behind an answer is offered as what it is", () => {
    expect(offers("n 再报一个 锦绣江南")).toEqual([["再报一个 锦绣江南", "再报一个 锦绣江南"]]);
  });

  test.each([
    "其他小区业委会没成立，9月底前再报",
    "不符合条件的小区较多",
    "对照标准，其他小区未达标",
    "好几个小区业委会没成立",
    "名额有限，先报条件成熟的",
    "其他小区未先报社区备案",
    "是否推荐须先报街道党工委同意",
    "对其他小区的整改报送不及时",
  ])("%j is a reason at once", (text) => {
    expect(offers(text)).toBeUndefined();
  });
});

describe("撤销 is 撤销, once all reasons are given", () => {
  const when = { today: "2023-08-28", year: 2023 } as const;
  const given = step(form, begin(form), { text: "其他小区业委会没成立", ...when }).state;
  test.each(["撤销", "撤销吧", "刚才那条不算", "上一步"])("%s", (text) => {
    const input = { text, ...when };
    expect(asksToReplace({ form, state: given }, input, step(form, given, input))).toBeUndefined();
  });
});

test.each([
  ["更正：\n1、东方名苑推荐理由：满意度95.2％，党建好；\n2、次序不变。", "1、东方名苑推荐理由：满意度95.2％，党建好"],
  ["东方名苑的推荐理由：满意度高；\n次序不变", "东方名苑的推荐理由：满意度高"],
  ["补充如下：\n东方名苑推荐理由：满意度高", "东方名苑推荐理由：满意度高"],
  ["（1）东方名苑推荐理由：满意度高\n（2）排序仍不变", "（1）东方名苑推荐理由：满意度高"],
  ["更正：\n次序不变", "更正：\n次序不变"],
  ["更正：\n东方名苑第一", "更正：\n东方名苑第一"],
  ["满意度高\n次序不变", "满意度高\n次序不变"],
])("the lines of %j that are reasons: %j", (text, own) => {
  expect(reasonLines(text)).toBe(own);
});

test.each(["①东方名苑；②锦绣江南。\n理由：党建好", "1 2\n理由：党建好", "东方名苑、锦绣江南\n推荐理由：党建好"])(
  "the order in %j is read, and the reason stands apart",
  (text) => {
    const apart = reasonsApart(text, ["东方名苑", "锦绣江南"]);
    expect(apart?.reasons).toMatch(/理由：党建好$/u);
    expect(readOrder(apart?.order ?? "", ["东方名苑", "锦绣江南"])).toEqual({ kind: "places", places: [0, 1] });
  },
);
