import { describe, expect, test } from "vitest";
import { besideReason } from "../../../src/campaign/recommendation/beside-reasons.ts";
import { readOrder } from "../../../src/campaign/recommendation/order.ts";
import type { Asked } from "../../../src/campaign/recommendation/said-of-several.ts";
import type { Question } from "../../../src/platform/conversation/field.ts";
import { begin } from "../../../src/platform/conversation/form-state.ts";

const names = ["越秀苑", "碧桂园三期"];
const field = (key: string, label: string): Question => ({ key, label, kind: "longText", required: true });
const fields = [field("c0", "越秀苑的推荐理由"), field("c1", "碧桂园三期的推荐理由")];
const form = { id: "recommendation", title: "", version: 1, fields };
const candidates = names.map((compoundName, at) => ({ application: { id: `c${at}`, compoundName } }));
const list = { candidates, order: ["c0", "c1"], reasons: { form, state: begin(form) } } satisfies Asked;
const offered = (said: string) => besideReason(list, said)?.offers.map(({ typed }) => typed);

describe("a reason behind a pointer is that case's, without the pointer", () => {
  test.each([
    ["第1个 老旧小区改造好", ["越秀苑的推荐理由：老旧小区改造好"]],
    ["第二个：满意度高", ["碧桂园三期的推荐理由：满意度高"]],
    ["第一个理由是党建好", ["越秀苑的推荐理由：党建好"]],
    ["理由2 环境好", ["碧桂园三期的推荐理由：环境好"]],
  ])("%s", (said, lines) => {
    expect(offered(said)).toEqual(lines);
  });

  test("of a place that the order has not, none is recorded", () => {
    expect(offered("第3个 老旧小区改造好")).toEqual([]);
  });

  test.each(["第一个建成的老旧改造小区", "理由充分，群众满意"])("%s may be a reason", (said) => {
    expect(besideReason(list, said)).toBeUndefined();
  });
});

test("reasons that are counted go to the cases in order, or are one reason", () => {
  const each = "越秀苑的推荐理由：党建好\n碧桂园三期的推荐理由：环境好";
  expect(offered("1 党建好 2 环境好")).toEqual([each, "内容：1 党建好 2 环境好"]);
  expect(offered("1、党建好；2、环境好")?.[0]).toBe(each);
});

describe("numbers on a line of their own are the order, never part of a reason", () => {
  test.each(["2 1\n碧桂园三期：党建引领好；越秀苑：满意度高", "2、1\n碧桂园三期：党建引领好\n越秀苑：满意度高"])(
    "%j",
    (said) => {
      expect(offered(said)?.[0]).toBe("推荐 2 1");
      expect(offered(said)?.some((typed) => /2[ 、]1\n/u.test(typed ?? ""))).toBe(false);
    },
  );
});

test.each(["反过来", "换一下", "顺序反过来吧", "对调一下"])("%s turns two cases round", (said) => {
  expect(offered(said)).toEqual(["推荐 2 1"]);
});

describe("an order with short names and numbers", () => {
  test("places behind the names", () => {
    expect(readOrder("越秀1 碧桂园2", names)).toEqual({ kind: "places", places: [0, 1] });
    expect(readOrder("越秀2 碧桂园1", names)).toEqual({ kind: "turned", places: [1, 0] });
    expect(readOrder("越秀1 碧桂园3", names).kind).not.toBe("places");
  });

  test("reasons behind the names, counted or in brackets", () => {
    const reasons = new Map([
      [0, "老小区改得好"],
      [1, "满意度高"],
    ]);
    expect(readOrder("1 越秀 老小区改得好 2碧桂园满意度高", names)).toEqual({
      kind: "places",
      places: [0, 1],
      reasons,
    });
    expect(readOrder("推荐次序：\n1、越秀苑（老小区改得好）\n2、碧桂园三期（满意度高）", names)).toEqual({
      ...{ kind: "places", places: [0, 1], reasons },
    });
  });
});
