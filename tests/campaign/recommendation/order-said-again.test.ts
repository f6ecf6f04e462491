import { describe, expect, test } from "vitest";
import { besideReason } from "../../../src/campaign/recommendation/beside-reasons.ts";
import { readOrder } from "../../../src/campaign/recommendation/order.ts";
import { withoutReasonLead } from "../../../src/campaign/recommendation/reason-turns.ts";
import type { Asked } from "../../../src/campaign/recommendation/said-of-several.ts";
import type { Question } from "../../../src/platform/conversation/field.ts";
import { begin } from "../../../src/platform/conversation/form-state.ts";

const names = ["瓜渚湖畔", "柯岩新村"];
const field = (key: string, label: string): Question => ({ key, label, kind: "longText", required: true });
const listOf = (fields: readonly Question[], order: readonly string[]): Asked => ({
  candidates: names.map((compoundName, at) => ({ application: { id: `c${at}`, compoundName } })),
  order,
  reasons: (() => {
    const form = { id: "recommendation", title: "", version: 1, fields };
    return { form, state: begin(form) };
  })(),
});
const typedOf = (list: Asked, said: string) => besideReason(list, said)?.offers.map(({ typed }) => typed);

describe("how many, and then which", () => {
  test.each([
    "嗯两个都推荐第一是瓜渚湖畔第二是柯岩新村",
    "都推荐，先瓜渚湖畔后柯岩新村",
    "2个都推荐 第一瓜渚 第二柯岩",
  ])("%s is an order", (typed) => {
    expect(readOrder(typed, names)).toEqual({ kind: "places", places: [0, 1] });
  });

  test.each(["三个都推荐第一是瓜渚湖畔第二是柯岩新村", "两个都推荐第一是瓜渚湖畔"])(
    "%s does not agree with itself",
    (typed) => {
      expect(readOrder(typed, names).kind).not.toBe("places");
    },
  );
});

describe("the other way round, said with a name", () => {
  const list = listOf([], ["c0", "c1"]);
  test.each(["次序反过来吧柯岩新村第一", "反过来，柯岩新村第一", "换一下 柯岩新村排第一", "次序倒过来 柯岩 瓜渚"])(
    "%s is offered as that order",
    (said) => {
      expect(typedOf(list, said)).toContain("推荐 2 1");
    },
  );

  test("is none where the name says otherwise", () => {
    expect(typedOf(list, "次序反过来吧瓜渚湖畔第一") ?? []).not.toContain("推荐 2 1");
  });
});

test.each([
  ["2 1\n柯岩新村：党建引领好", ["柯岩新村的推荐理由：党建引领好"]],
  ["2 1\n瓜渚湖畔：党建引领好；柯岩新村：满意度高", ["柯岩新村的推荐理由：满意度高"]],
])("%j with the order that is saved offers its reasons", (said, typed) => {
  expect(typedOf(listOf([field("c1", "柯岩新村的推荐理由")], ["c1", "c0"]), said)).toEqual(typed);
});

test.each([
  ["理由是柯岩新村嗯居民的满意度高", "柯岩新村居民的满意度高"],
  ["党建阵地建得好，嗯业委会也规范", "党建阵地建得好，业委会也规范"],
  ["满意度高嗯不对是党建好", "满意度高嗯不对是党建好"],
])("sounds within a reason: %j", (said, kept) => {
  expect(withoutReasonLead(said)).toBe(kept);
});

describe("a list that names one that cannot be recommended", () => {
  test.each(["1\t柯岩新村\t居民满意度高\n2\t滨江花园\t党建引领", "1\t滨江花园\t党建引领\n2\t柯岩新村\t居民满意度高"])(
    "%j says which",
    (typed) => {
      expect(readOrder(typed, names)).toEqual({ kind: "unknown", part: "滨江花园" });
    },
  );
});

test("a letter under its title and whom it is to is read", () => {
  const typed = "关于报送推荐名单的函\n市建设局：\n第一：柯岩新村，居民满意度高\n第二：瓜渚湖畔，党建引领";
  expect(readOrder(typed, names)).toMatchObject({ kind: "places", places: [1, 0] });
});
