import { describe, expect, test } from "vitest";
import { besideReason } from "../../../src/campaign/recommendation/beside-reasons.ts";
import { readLabelledReasons } from "../../../src/campaign/recommendation/labelled-reasons.ts";
import { readOrder } from "../../../src/campaign/recommendation/order.ts";
import { withoutReasonLead } from "../../../src/campaign/recommendation/reason-turns.ts";
import { asksToReplace } from "../../../src/campaign/recommendation/replaced-reason.ts";
import type { Asked } from "../../../src/campaign/recommendation/said-of-several.ts";
import { answerAll } from "../../../src/platform/conversation/answer-all.ts";
import type { Question } from "../../../src/platform/conversation/field.ts";
import { begin } from "../../../src/platform/conversation/form-state.ts";
import { step } from "../../../src/platform/conversation/form-step.ts";

const names = ["东方花园", "江滨新村", "东方名苑"];
const field = (key: string, label: string): Question => ({ key, label, kind: "longText", required: true });
const listOf = (fields: readonly Question[], order: readonly string[] = ["c1", "c0"]) => {
  const form = { id: "recommendation", title: "", version: 1, fields };
  const candidates = names.map((compoundName, at) => ({ application: { id: `c${at}`, compoundName } }));
  return { candidates, order, reasons: { form, state: begin(form) } } satisfies Asked;
};
const unmet = [field("u1", "江滨新村要求不符合的理由"), field("u0", "东方花园要求不符合的理由")];
const late = field("lateReason", "逾期原因");
const list = listOf([field("c1", "江滨新村的推荐理由"), ...unmet, late]);
const typedOf = (said: string, of: Asked = list) => besideReason(of, said)?.offers.map(({ typed }) => typed);

describe("an order said where a reason is asked for is offered as the order", () => {
  test.each([
    ["前两个 名苑不要", "推荐 1 2"],
    ["花园放第一", "推荐 1 2"],
    ["算了还是花园第一", "推荐 1 2"],
    ["花园第一 江滨第二", "推荐 1 2"],
    ["江滨排最后", "推荐 1 2"],
    ["名苑也要", "推荐 2 1 3"],
    ["不对 只要前两个", "推荐 1 2"],
    ["花园第一 江滨第二 理由满意度高", "推荐 1 2"],
  ])("%s", (said, order) => {
    expect(typedOf(said)).toEqual([order, `内容：${said}`]);
  });

  test("the reason behind an order is said not to be recorded", () => {
    expect(besideReason(list, "花园第一 江滨第二 理由满意度高")?.said).toContain("「满意度高」也未记录");
  });

  test.each([
    "居民满意度高，群众基础好",
    "江滨改造第一，满意度高",
    "花园绿化好",
    "物业也推荐了先进做法",
    "最后一批改造",
  ])("%s may be a reason", (said) => {
    expect(besideReason(list, said)).toBeUndefined();
  });

  test("who is left out must not stand among the first", () => {
    expect(readOrder("前三个 名苑不要", names).kind).not.toBe("places");
    expect(readOrder("名苑第一 花园第二", names)).toEqual({ kind: "places", places: [2, 0] });
    expect(readOrder("花园第一", ["东方花园", "江滨花园"]).kind).not.toBe("places");
  });
});

test("one that is in the order already changes nothing", () => {
  expect(besideReason(list, "江滨也要")?.said).toContain("已在次序中");
});

test("算了 先不报 is no reason", () => {
  expect(besideReason(list, "算了 先不报")?.said).toContain("不像是理由");
});

test("one reason for all that are left is asked about with each of them, but for that of lateness", () => {
  const typed = "江滨新村要求不符合的理由：满意度高\n东方花园要求不符合的理由：满意度高";
  expect(typedOf("剩下都是满意度高", listOf([...unmet, late]))).toEqual([typed, "内容：剩下都是满意度高"]);
});

test("words behind two names are asked about, and go to their own where each has one", () => {
  const said = "理由 江滨1-1 9月建 花园8-2已补";
  const typed = "江滨新村要求不符合的理由：1-1 9月建\n东方花园要求不符合的理由：8-2已补";
  expect(typedOf(said, listOf([...unmet, late]))).toEqual([typed, `内容：${said}`]);
  expect(typedOf(said)).toEqual([`内容：${said}`]);
  expect(besideReason(list, said)?.said).toContain("「江滨新村要求不符合的理由：…」");
});

const given = (said: string, { reasons: { form } } = list, open: Question | undefined = form.fields[0]) => {
  const read = readLabelledReasons(form, open, { typed: said, names });
  return read?.kind === "given" ? read.reasons.map(({ question, text }) => [question.label, text]) : read;
};

test.each([
  ["江滨新村推荐理由 老旧改造好", "江滨新村的推荐理由", "老旧改造好"],
  ["江滨推荐理由：老小区", "江滨新村的推荐理由", "老小区"],
  ["江滨理由改 党组织已补建", "江滨新村的推荐理由", "党组织已补建"],
  ["改江滨理由 党组织已补建", "江滨新村的推荐理由", "党组织已补建"],
  ["逾期原因改 会议推迟", "逾期原因", "会议推迟"],
])("%s: by a part of the name that one has", (said, label, text) => {
  expect(given(said)).toEqual([[label, text]]);
  expect(readLabelledReasons(list.reasons.form, undefined, { typed: said, names })).toMatchObject({ kind: "given" });
});

test("a reason of a kind that is not asked for takes the place of no other", () => {
  expect(given("花园推荐理由：满意度高")).toEqual({ kind: "other", name: "东方花园的推荐理由" });
  expect(given("东方花园的推荐理由：满意度高")).toEqual({ kind: "other", name: "东方花园的推荐理由" });
});

test("推荐理由再改一下 is no part of the reason", () => {
  expect(withoutReasonLead("推荐理由再改一下满意度高")).toBe("满意度高");
});

test("two reasons in one message, of which one is given already: the offered way records them", () => {
  const { form, state: empty } = listOf([field("c0", "东方花园的推荐理由"), field("c1", "江滨新村的推荐理由")]).reasons;
  const state = { ...empty, answers: { c0: "满意度高", c1: "老小区" } };
  const said = "东方花园的推荐理由：满意度最高；江滨新村的推荐理由：老小区改造好";
  const when = { today: "2023-10-09", year: 2023 } as const;
  const read = readLabelledReasons(form, undefined, { typed: said, names });
  if (read?.kind !== "given") throw new Error("not read");
  const asked = answerAll({ form, state, input: { ...when, text: said } }, { answers: read.reasons });
  const input = { ...when, text: "记录其余2项" };
  const done = step(form, asked.state, input);
  const { state: after } = asksToReplace({ form, state: asked.state }, input, done) ?? done;
  expect(after.answers).toEqual({ c0: "满意度最高", c1: "老小区改造好" });
});

test.each([
  "次序更正为：\n（一）江滨新村（96分）\n（二）东方花园（85分）\n（三）东方名苑（80分）",
  "次序更正为：（一）江滨新村；（二）东方花园；（三）东方名苑",
  "推荐次序调整为：\n1. 江滨新村\n2. 东方花园\n3. 东方名苑",
  "顺序改为：江滨新村、东方花园、东方名苑",
  "次序变更为 江滨新村 东方花园 东方名苑",
])("%j is an order, and the reason of none", (said) => {
  expect(typedOf(said, listOf(unmet, ["c0", "c1"]))?.[0]).toBe("推荐 2 1 3");
});
