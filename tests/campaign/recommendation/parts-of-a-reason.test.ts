import { expect, test } from "vitest";
import { besideReason } from "../../../src/campaign/recommendation/beside-reasons.ts";
import { readLabelledReasons } from "../../../src/campaign/recommendation/labelled-reasons.ts";
import { stepLabelled } from "../../../src/campaign/recommendation/labelled-step.ts";
import { readOrder } from "../../../src/campaign/recommendation/order.ts";
import { reasonsApart, reasonsOf } from "../../../src/campaign/recommendation/order-with-reasons.ts";
import { withoutReasonLead } from "../../../src/campaign/recommendation/reason-turns.ts";
import type { Asked } from "../../../src/campaign/recommendation/said-of-several.ts";
import { isAsBefore } from "../../../src/campaign/recommendation/same-reason.ts";
import type { Question } from "../../../src/platform/conversation/field.ts";
import { begin, type FormState } from "../../../src/platform/conversation/form-state.ts";
import { step } from "../../../src/platform/conversation/form-step.ts";

const names = ["东方名苑", "锦绣江南"];
const field = (key: string, label: string): Question => ({ key, label, kind: "longText", required: true });
const RECOMMENDED = field("c1", "锦绣江南的推荐理由");
const UNMET = field("u1", "锦绣江南要求不符合的理由");
const EAST = field("c0", "东方名苑的推荐理由");
const formOf = (fields: readonly Question[]) => ({ id: "recommendation", title: "", version: 1, fields });
function listOf(fields: readonly Question[], given: Partial<FormState> = {}): Asked {
  const form = formOf(fields);
  return {
    candidates: names.map((compoundName, at) => ({ application: { id: `c${at}`, compoundName } })),
    order: ["c1", "c0"],
    reasons: { form, state: { ...begin(form), ...given } },
  };
}
const around = { others: names, isCommand: (word: string) => ["撤回", "报送", "不变"].includes(word) };
const asked = (fields: readonly Question[], text: string) => besideReason(listOf(fields), text, around);
const offers = (fields: readonly Question[], text: string) =>
  asked(fields, text)?.offers.map(({ label, typed }) => [label, typed]);

test.each([
  [RECOMMENDED, "社区托管，3-2没名单故0，1-4会议9月补 名苑8-2已补缴", "社区托管，3-2没名单故0，1-4会议9月补"],
  [RECOMMENDED, "社区托管 名苑满意度高", "社区托管"],
  [UNMET, "锦绣不符合理由改 业委会9-25成立，名苑不变", "锦绣江南要求不符合的理由：业委会9-25成立"],
  [UNMET, "锦绣不符合理由改：业委会9-25成立，东方名苑照旧", "锦绣江南要求不符合的理由：业委会9-25成立"],
  [UNMET, "锦绣不符合理由改：业委会9-25成立，次序不变", "锦绣江南要求不符合的理由：业委会9-25成立"],
])("of %o with %j only %j is offered", (field, text, reason) => {
  expect(offers([field], text)).toEqual([["只记正文", reason]]);
});

test("what is said of the other case is named, with the form for its reason where it has one to say", () => {
  expect(asked([RECOMMENDED], "社区托管 名苑8-2已补缴")?.said).toBe(
    "「名苑8-2已补缴」写的似为“东方名苑”，整条未保存，也未办理。理由为「社区托管」的，请点击「只记正文」；“东方名苑”的理由，请发送「东方名苑：…」；否则请发送改好的理由。",
  );
  expect(asked([UNMET], "业委会9-25成立，名苑不变")?.said).not.toContain("请发送「东方名苑：…」");
});

test.each([
  ["业委会9-25成立，绿化10月补种，延期到9.20报", "业委会9-25成立，绿化10月补种"],
  ["业委会9月成立，名单延到9月20日报送", "业委会9月成立"],
  ["业委会9月成立，推迟到下月报", "业委会9月成立"],
])("a later day for the list within %j is asked about", (text, reason) => {
  expect(offers([UNMET], text)).toEqual([
    ["只记正文", reason],
    ["作为理由", `内容：${text}`],
  ]);
});

test.each(["业委会换届延期到9月20日完成", "绿化补种推迟到10月", "花苑式小区，绿化好"])("%j is a reason", (text) => {
  expect(asked([UNMET], text)).toBeUndefined();
});

test.each([
  "东方名苑　理由：（1）满意度调查排名第一；（2）党建好。",
  "东方名苑 理由：（1）满意度调查排名第一；（2）党建好。",
  "名苑，理由：（1）满意度调查排名第一；（2）党建好。",
  "1. 东方名苑　推荐理由：（1）满意度调查排名第一；（2）党建好。",
])("%j is the reason of the case that it names, and no order", (text) => {
  expect(asked([EAST], text)).toBeUndefined();
  const read = readLabelledReasons(formOf([EAST]), EAST, { typed: withoutReasonLead(text), names });
  expect(read).toEqual({
    kind: "given",
    reasons: [{ question: EAST, text: "（1）满意度调查排名第一；（2）党建好。" }],
  });
});

test("as the reason it is recorded without what says whose it is", () => {
  const text = "东方名苑　理由：满意度高，延期到9.20报";
  expect(offers([EAST], text)).toContainEqual(["作为理由", "内容：东方名苑的推荐理由：满意度高，延期到9.20报"]);
  const form = formOf([EAST]);
  const input = { text: "东方名苑的推荐理由：满意度高", asText: true, today: "2023-08-28", year: 2023 } as const;
  expect(stepLabelled(names, { form, state: begin(form) }, input)?.state.answers).toEqual({ c0: "满意度高" });
});

test.each(["等下 名苑第一 锦绣第二", "先等等，名苑第一，锦绣第二"])("%j is an order, and nothing else", (text) => {
  expect(offers([UNMET], text)).toEqual([["改为此次序", "推荐 1 2"]]);
});

test("a sign and 不变 are no reason", () => {
  expect(offers([UNMET], "n 不变")).toEqual([]);
});

test.each(["同上次", "和之前一样", "理由同上次", "沿用上次的"])(
  "%j is the reason of before, and no words of one",
  (text) => {
    expect(isAsBefore(text)).toBe(true);
    expect(offers([UNMET], text)).toEqual([]);
  },
);

test.each([
  ["名苑，锦绣，锦绣不符合理由同上次", "名苑，锦绣", "同上次"],
  ["东方名苑，锦绣江南，锦绣江南理由同上次", "东方名苑，锦绣江南", "同上次"],
  ["锦绣 名苑，锦绣理由：业委会筹备中", "锦绣 名苑", "业委会筹备中"],
  ["1 2 锦绣不符合理由业委会筹备中", "1 2", "业委会筹备中"],
  ["名苑第一，锦绣第二，锦绣不符合的理由是业委会筹备中", "名苑第一，锦绣第二", "业委会筹备中"],
])("%j is the order %j with the reason %j", (text, order, reason) => {
  const apart = reasonsApart(text, names);
  expect(apart?.order).toBe(order);
  const { reasons } = listOf([UNMET]);
  expect(reasons && reasonsOf(reasons, apart?.reasons ?? "", names)).toEqual([{ question: UNMET, text: reason }]);
  // Read as an order alone it is none of a single case.
  expect(readOrder(text, names).kind).not.toBe("places");
});

test.each(["名苑，锦绣不符合理由业委会筹备中", "名苑，锦绣", "锦绣：业委会筹备中"])(
  "%j has no reason behind an order",
  (text) => {
    expect(reasonsApart(text, names)).toBeUndefined();
  },
);

test("撤销 takes back the reason that was given with its label, not one before it", () => {
  const form = formOf([RECOMMENDED, UNMET]);
  const when = { today: "2023-08-28", year: 2023 } as const;
  const first = step(form, begin(form), { text: "社区托管", ...when }).state;
  const given = stepLabelled(
    names,
    { form, state: first },
    { text: "锦绣江南要求不符合的理由：业委会筹备中", ...when },
  );
  expect(given?.state.answers).toEqual({ c1: "社区托管", u1: "业委会筹备中" });
  expect(step(form, given?.state ?? first, { text: "撤销", ...when }).state.answers).toEqual({ c1: "社区托管" });
});
