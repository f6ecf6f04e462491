import { describe, expect, test } from "vitest";
import { besideReason } from "../../../src/campaign/recommendation/beside-reasons.ts";
import { readOrder } from "../../../src/campaign/recommendation/order.ts";
import { withoutReasonLead } from "../../../src/campaign/recommendation/reason-turns.ts";
import { labelledRows } from "../../../src/campaign/recommendation/rows-of-reasons.ts";
import type { Asked } from "../../../src/campaign/recommendation/said-of-several.ts";
import { sameReason, takenAbove } from "../../../src/campaign/recommendation/same-reason.ts";
import type { Question } from "../../../src/platform/conversation/field.ts";
import { begin } from "../../../src/platform/conversation/form-state.ts";

const names = ["锦绣家园", "滨江花园"];
const field = (key: string, label: string): Question => ({ key, label, kind: "longText", required: true });
const listOf = (fields: readonly Question[], answers: Readonly<Record<string, string>> = {}): Asked => {
  const form = { id: "recommendation", title: "", version: 1, fields };
  const candidates = names.map((compoundName, at) => ({ application: { id: `c${at}`, compoundName } }));
  const { at: _, ...none } = begin(form);
  const next = fields.find(({ key }) => answers[key] === undefined)?.key;
  return {
    candidates,
    order: ["c1", "c0"],
    reasons: { form, state: { ...none, ...(next === undefined ? {} : { at: next }), answers } },
  };
};
const own = field("c1", "滨江花园的推荐理由");
const one = listOf([own]);
const both = listOf([own, field("c0", "锦绣家园的推荐理由")]);
const labelsOf = (list: Asked, text: string) => besideReason(list, text)?.offers.map(({ label }) => label);

const UNDER = [
  "理由：\n①锦绣家园　“红色物业”特色明显\n②滨江花园　党建引领成效明显，业主大会拟于2023/10/31前召开",
  "推荐理由如下：\n1、锦绣家园：“红色物业”特色明显\n2、滨江花园：党建引领成效明显，业主大会拟于2023/10/31前召开",
  "理由\n锦绣家园 “红色物业”特色明显\n滨江花园 党建引领成效明显，业主大会拟于2023/10/31前召开",
  "理由：①锦绣家园 “红色物业”特色明显 ②滨江花园 党建引领成效明显，业主大会拟于2023/10/31前召开",
  "1锦绣 “红色物业”特色明显 2滨江 党建引领成效明显，业主大会拟于2023/10/31前召开",
];

describe("reasons of several cases under 理由： are no order, and never one reason", () => {
  test.each(UNDER)("%j goes to its cases", (text) => {
    expect(labelledRows(both, text)).toBe(
      "锦绣家园的推荐理由：“红色物业”特色明显\n滨江花园的推荐理由：党建引领成效明显，业主大会拟于2023/10/31前召开",
    );
  });

  test.each(UNDER)("%j, where one case needs none, offers that of the other alone", (text) => {
    expect(labelledRows(one, text)).toBeUndefined();
    expect(labelsOf(one, text)).toEqual(["只记滨江花园"]);
    expect(besideReason(one, text)?.said).not.toContain("推荐次序");
  });

  test("with numbers alone it may be an order, and is asked as both", () => {
    expect(labelsOf(both, "1.锦绣家园 党建好\n2.滨江花园 口碑好")).toEqual(["改为此次序", "分别记录"]);
  });

  test("a table of 推荐名单 in another order is asked as both", () => {
    const table =
      "推荐名单（上虞区）\n排序\t小区名称\t得分\t推荐理由\n1\t锦绣家园\t92\t党建好\n2\t滨江花园\t90\t口碑好";
    expect(labelsOf(both, table)).toEqual(["改为此次序", "分别记录"]);
  });

  test.each(["理由：群众基础好", "1号楼加装电梯 2号楼绿化补种", "不对外开放的设施已整改"])("%j is a reason", (text) => {
    expect(labelledRows(one, text)).toBeUndefined();
    expect(besideReason(one, text)).toBeUndefined();
  });
});

describe("同上 is no reason", () => {
  const second = listOf([own, field("c0", "锦绣家园的推荐理由")], { c1: "口碑好" });

  test.each(["同上", "理由同上", "也一样", "和上面一样", "同前面一样"])(
    "%s takes the one above, if asked for",
    (text) => {
      expect(sameReason(second, text)?.offers.map(({ typed }) => typed)).toEqual(["锦绣家园的推荐理由：口碑好"]);
    },
  );

  test("the words of the button do the same when they are typed", () => {
    expect(takenAbove(second, "与上一项理由相同")).toBe("锦绣家园的推荐理由：口碑好");
    expect(takenAbove(one, "与上一项理由相同")).toBeUndefined();
  });

  test.each(["同上，年内整改", "理由同上，年内整改", "同上；年内整改", "锦绣家园的推荐理由：同上，年内整改"])(
    "%s offers the reason above with what follows",
    (text) => {
      expect(sameReason(second, text)?.offers.map(({ typed }) => typed)).toEqual([
        "锦绣家园的推荐理由：口碑好，年内整改",
      ]);
    },
  );

  test.each(["同上", "滨江花园的推荐理由：同上"])("%s is refused where none is above", (text) => {
    expect(sameReason(one, text)?.offers).toEqual([]);
  });

  test.each(["居民基础同上年一样好", "同步推进加装电梯"])("%s is one", (text) => {
    expect(sameReason(second, text)).toBeUndefined();
  });
});

test.each(["哎不对 是十月九号", "不对，应该是十月九号"])("%s corrects no reason, and is offered as none", (text) => {
  expect(labelsOf(one, text)).toEqual([]);
});

test.each([
  ["因为那个滨江花园群众基础好 嗯就是说参与度高", "滨江花园群众基础好 参与度高"],
  ["那个 群众基础好，呃那个参与度高", "群众基础好，参与度高"],
  ["嗯理由是群众基础好", "群众基础好"],
])("%s is written without what was said around it", (said, reason) => {
  expect(withoutReasonLead(said)).toBe(reason);
});

test("a heading 排序 numbers the rows of a table", () => {
  const table = "名单（上虞区）\n排序\t小区名称\t得分\t推荐理由\n1\t滨江花园\t92\t党建好\n2\t锦绣家园\t90\t口碑好";
  expect(readOrder(table, names)).toMatchObject({ kind: "places", places: [1, 0] });
});
