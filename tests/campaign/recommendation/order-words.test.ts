import { describe, expect, test } from "vitest";
import { readOrder } from "../../../src/campaign/recommendation/order.ts";

const names = ["塔山小区", "锦绣江南", "鉴湖花园"];
const read = (typed: string) => readOrder(typed, names);

describe("an order in the words that people say", () => {
  test.each(["按建议次序", "按系统建议的次序", "就按建议的吧", "按得分由高到低排", "就这个次序", "同意系统建议的次序"])(
    "%s: as the list shows it",
    (typed) => {
      expect(read(typed)).toEqual({ kind: "places", places: [0, 1, 2] });
    },
  );

  test.each([
    ["就推荐塔山吧", [0]],
    ["只报塔山", [0]],
    ["只推荐第一个", [0]],
    ["1和3都推荐", [0, 2]],
    ["前两个", [0, 1]],
    ["先鉴湖再塔山最后锦绣", [2, 0, 1]],
    ["推荐次序：塔山、锦绣", [0, 1]],
    ["推荐塔山、锦绣，鉴湖不推荐", [0, 1]],
    ["錦繡第一塔山第二", [1, 0]],
    ["先錦繡後塔山", [1, 0]],
  ])("%s", (typed, places) => {
    expect(read(typed)).toEqual({ kind: "places", places });
  });

  test.each([
    ["都推荐", [0, 1, 2]],
    ["三个都报", [0, 1, 2]],
    ["全部推荐吧", [0, 1, 2]],
    ["鉴湖花园不推荐", [0, 1]],
    ["鉴湖不推荐，其余都推荐", [0, 1]],
    ["除了鉴湖都推荐", [0, 1]],
  ])("%s: which, but not in which order", (typed, places) => {
    expect(read(typed)).toEqual({ kind: "which", places });
  });

  test("of one alone nothing is left to ask", () => {
    expect(readOrder("都推荐", ["塔山小区"])).toEqual({ kind: "places", places: [0] });
  });

  test("1. numbers a line; 1、 before a name may be another case of the list, so it is asked", () => {
    expect(read("1. 锦绣江南")).toEqual({ kind: "places", places: [1] });
    expect(read("1、锦绣江南").kind).toBe("unclear");
    expect(read("1、塔山小区")).toEqual({ kind: "places", places: [0] });
  });

  test.each(["次序", "顺序", "塔山小区党建好", "好的"])("%s is none", (typed) => {
    expect(read(typed).kind).toBe("unread");
  });
});

describe("an order with its reasons", () => {
  const both = new Map([
    [0, "党建好"],
    [1, "管理好"],
  ]);

  test.each([
    "序号\t小区\t推荐理由\n1\t塔山小区\t党建好\n2\t锦绣江南\t管理好",
    "序号\t小区名称\t得分\t推荐理由\n1\t塔山\t96\t党建好\n2\t锦绣\t95分\t管理好",
    "次序\t小区名称\t推荐理由\n2\t锦绣江南\t管理好\n1\t塔山小区\t党建好",
    "1. 塔山小区——党建好\n2. 锦绣江南：管理好",
    "推荐理由：\n1、塔山小区（96分）：党建好\n2、锦绣江南（95分）：理由是管理好",
    "塔山小区 党建好；锦绣江南 管理好",
  ])("%j", (typed) => {
    expect(read(typed)).toEqual({ kind: "places", places: [0, 1], reasons: both });
  });

  test("whatever the width of brackets and numbers; a reason stays as it is written", () => {
    const typed = "序号\t小区\t推荐理由\n１\t桂花苑(南区)\t满意度高，邻里和睦（９８％）\n２\t塔山小区\t党建好";
    expect(readOrder(typed, ["塔山小区", "桂花苑（南区）"])).toEqual({
      ...{ kind: "places", places: [1, 0] },
      reasons: new Map([
        [1, "满意度高，邻里和睦（９８％）"],
        [0, "党建好"],
      ]),
    });
  });

  test("a reason keeps its own ；, and one who has none is in the order all the same", () => {
    expect(read("1. 鉴湖花园：党建好；满意度高\n2. 塔山小区")).toEqual({
      ...{ kind: "places", places: [2, 0] },
      reasons: new Map([[2, "党建好；满意度高"]]),
    });
  });

  test.each([
    ["序号\t小区\t推荐理由\n2\t塔山小区\t党建好\n1\t锦绣江南\t管理好", "unclear"],
    ["塔山小区：党建好\n塔山小区：管理好", "twice"],
    ["塔山小区\t党建好\n城北新村\t管理好", "unread"],
    ["塔山小区\t鉴湖物业\t2023年\t党建好", "unread"],
  ])("%j is not taken", (typed, kind) => {
    expect(read(typed).kind).toBe(kind);
  });
});
