import { describe, expect, test } from "vitest";
import { besideReason } from "../../../src/campaign/recommendation/beside-reasons.ts";
import { stepLabelled } from "../../../src/campaign/recommendation/labelled-step.ts";
import { readOrder } from "../../../src/campaign/recommendation/order.ts";
import { isOrderAlone } from "../../../src/campaign/recommendation/order-alone.ts";
import type { Asked } from "../../../src/campaign/recommendation/said-of-several.ts";
import { begin, type FormState } from "../../../src/platform/conversation/form-state.ts";
import { step } from "../../../src/platform/conversation/form-step.ts";

const names = ["康隆家园", "锦江名都"];
const LABEL = "康隆家园的推荐理由";
const form = {
  ...{ id: "recommendation", title: "", version: 1 },
  fields: [{ key: "c0", label: LABEL, kind: "longText" as const, required: true }],
};
const when = { today: "2023-08-28", year: 2023 } as const;
const open = begin(form);
const given = step(form, open, { text: "满意度95%，党建好", ...when }).state;
const around = { others: names, isCommand: (word: string) => ["撤回", "报送", "推荐"].includes(word) };
const beside = (text: string, state: FormState) => {
  const candidates = names.map((compoundName, at) => ({ application: { id: `c${at}`, compoundName } }));
  const list: Asked = { candidates, order: ["c0", "c1"], reasons: { form, state } };
  return besideReason(list, text, around);
};
const typedOf = (text: string, state: FormState) => beside(text, state)?.offers.map(({ typed }) => typed);

describe("an order to hand in is no reason, and nothing of it is offered as one", () => {
  test.each([
    "行了就这么报上去吧辛苦了",
    "就这么报吧",
    "可以了，报吧",
    "行，就报这个",
    "没问题报上去吧",
    "辛苦了，报吧",
    "好的就这样报上去",
  ])("%s", (text) => {
    expect(typedOf(text, open)).toEqual([]);
    expect(typedOf(text, given)).toEqual([]);
  });

  test.each(["行了就这么报上去吧辛苦了", "可以了，报吧", "行，就报这个", "就这么报吧"])(
    "%s, where all is given, wants it handed in",
    (text) => {
      expect(isOrderAlone(text)).toBe(true);
    },
  );

  test.each(["可以了，群众报名踊跃", "先报社区备案", "物业上报的资料齐全", "行动迅速，交付率高"])(
    "%s is none",
    (text) => {
      expect(isOrderAlone(text)).toBe(false);
    },
  );
});

describe("an order on a reason is none of it", () => {
  test.each([
    "康隆家园的理由错了",
    "康隆家园的理由要改",
    "康隆家园理由重写",
    "理由写错了，重写",
    "康隆家园的理由最后加一句物业到位",
    "把康隆家园的理由95%改成96%",
    "理由里的95%改成96%",
  ])("%s, before it is given", (text) => {
    expect(typedOf(text, open)).toEqual([]);
  });

  test.each(["康隆家园的理由错了", "康隆家园的理由要改", "康隆家园的理由最后加一句物业到位"])(
    "%s, once it is given, is refused with the forms that work",
    (text) => {
      expect(beside(text, given)).toEqual({
        said: `「${text}」要更正理由，未能办理，未作任何改动。请发送「${LABEL}：」和改后的全文；只改其中几个字的，请写作「${LABEL}里……改成……」。`,
        offers: [],
      });
    },
  );

  test("a change of some signs is offered in the form that works, which changes them", () => {
    const typed = `${LABEL}里95%改成96%`;
    expect(typedOf("康隆家园的理由95%改成96%", given)).toEqual([typed]);
    expect(beside(typed, given)).toBeUndefined();
    const input = { text: typed, ...when };
    expect(stepLabelled(names, { form, state: given }, input)).toBeUndefined();
    expect(step(form, given, input).state.answers.c0).toBe("满意度96%，党建好");
  });

  test.each([
    ["康隆家园要求不符合的理由", "里9月换改成9.15前换", "宣传栏9.15前换"],
    ["康隆家园要求不符合的理由", "里「9月换」改成「9.15前换」", "宣传栏9.15前换"],
    ["康隆家园的推荐理由", "里「9月换」改成「9.15前换」", "宣传栏9.15前换"],
    ["康隆家园要求不符合的理由", "中宣传栏改为公告栏", "公告栏9月换"],
  ])("%s%s changes only these signs", (label, change, meant) => {
    const own = { ...form, fields: [{ key: "c0", label, kind: "longText" as const, required: true }] };
    const state = step(own, begin(own), { text: "宣传栏9月换", ...when }).state;
    const input = { text: `${label}${change}`, ...when };
    expect(stepLabelled(names, { form: own, state }, input)).toBeUndefined();
    const { state: after, outcome } = step(own, state, input);
    const shown = outcome.kind === "review" ? (outcome.readings ?? []) : [];
    const done = shown[0] === undefined ? after : step(own, after, { text: shown[0], ...when }).state;
    expect(done.answers.c0).toBe(meant);
  });

  test("what is to be struck out is shown first, and its buttons are no reason", () => {
    const shown = step(form, given, { text: `${LABEL}里“党建好”删去`, ...when });
    const readings = shown.outcome.kind === "review" ? (shown.outcome.readings ?? []) : [];
    expect(readings).toEqual([`作为“${LABEL}”记录`, "不记录"]);
    for (const text of readings) {
      expect(beside(text, shown.state)).toBeUndefined();
      expect(stepLabelled(names, { form, state: shown.state }, { text, ...when })).toBeUndefined();
    }
    expect(step(form, shown.state, { text: readings[0] ?? "", ...when }).state.answers.c0).toBe("满意度95%");
    expect(step(form, shown.state, { text: "不记录", ...when }).state.answers.c0).toBe("满意度95%，党建好");
  });

  test("a figure that is corrected is shown before it is recorded", () => {
    expect(typedOf("满意度95%更正为96%，党建好", open)).toEqual([
      "满意度96%，党建好",
      "内容：满意度95%更正为96%，党建好",
    ]);
  });

  test.each(["理由充分，群众认可", "理由：小区改造到位", "原因是物业改进了管理", "推荐理由更正为：满意度96%，党建好"])(
    "%s is a reason",
    (text) => {
      expect(beside(text, open)).toBeUndefined();
    },
  );
});

test.each([
  ["就康隆家园一个嘛排第一", [0]],
  ["就锦江名都一个", [1]],
  ["只有锦江名都", [1]],
  ["就报锦江名都这一个", [1]],
  ["锦江名都第一就这一个", [1]],
  ["次序更正为：\n（一）锦江名都（96分）\n（二）康隆家园（85分）", [1, 0]],
  ["次序改为锦江名都、康隆家园", [1, 0]],
  ["更正次序：1.锦江名都 2.康隆家园", [1, 0]],
  ["1.锦江名都 2.康隆家园", [1, 0]],
])("the order in %j", (text, places) => {
  expect(readOrder(text, names)).toEqual({ kind: "places", places });
});

test("what says that it is the order is not offered as a reason", () => {
  expect(typedOf("次序更正为：\n（一）锦江名都（96分）\n（二）康隆家园（85分）", given)).toEqual(["推荐 2 1"]);
});
