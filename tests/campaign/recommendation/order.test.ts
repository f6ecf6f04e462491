import { describe, expect, test } from "vitest";
import { type OrderRead, readOrder } from "../../../src/campaign/recommendation/order.ts";

const four = ["锦绣花园", "和畅苑", "鉴湖新村", "柯岩人家"];
const twelve = Array.from({ length: 12 }, (_, at) => `小区${"甲乙丙丁戊己庚辛壬癸子丑"[at]}`);
const numbers = (typed: string, names: readonly string[] = four): readonly number[] | OrderRead => {
  const read = readOrder(typed, names);
  return read.kind === "places" ? read.places.map((place) => place + 1) : read;
};

describe("an order is read whole", () => {
  test.each<[string, number[]]>([
    ["2 1", [2, 1]],
    ["1-3", [1, 2, 3]],
    ["1至3", [1, 2, 3]],
    ["1 到 3", [1, 2, 3]],
    ["一至三", [1, 2, 3]],
    ["1—3", [1, 2, 3]],
    ["１～３", [1, 2, 3]],
    ["3-1", [3, 2, 1]],
    ["4、1-3", [4, 1, 2, 3]],
    ["1、3", [1, 3]],
    ["第2个", [2]],
    ["第2个，第1个", [2, 1]],
    ["第1至第3个", [1, 2, 3]],
    ["2号和1号", [2, 1]],
    ["2，然后1", [2, 1]],
    ["2>1>3", [2, 1, 3]],
    ["二、一", [2, 1]],
    ["213", [2, 1, 3]],
    ["1-4。", [1, 2, 3, 4]],
    ["和畅苑、锦绣花园", [2, 1]],
    ["柯岩人家 1", [4, 1]],
    ["锦绣", [1]],
    ["先排和畅苑后排锦绣花园", [2, 1]],
    ["先柯岩，再鉴湖，最后锦绣", [4, 3, 1]],
    ["第一和畅 第二锦绣", [2, 1]],
    ["嗯第一个是和畅苑第二个是锦绣花园", [2, 1]],
    ["只推荐和畅苑", [2]],
    ["先锦绣不对先和畅后锦绣", [2, 1]],
    ["锦绣放第二，和畅放第一", [2, 1]],
    ["第二锦绣 第一和畅", [2, 1]],
    ["1、和畅苑\n2、锦绣花园", [2, 1]],
    ["1.和畅苑（94分）\n2.锦绣花园（100分）", [2, 1]],
    ["2. 和畅苑：总分94分，满意度（3-2）5分\n1. 锦绣花园：总分100分", [2, 1]],
  ])("%s", (typed, places) => {
    expect(numbers(typed)).toEqual(places);
  });

  test("with ten or more candidates a number of two digits is one of them", () => {
    expect(numbers("12 1", twelve)).toEqual([12, 1]);
    expect(numbers("12", twelve)).toEqual([12]);
    expect(numbers("十至十二", twelve)).toEqual([10, 11, 12]);
  });
});

describe("or not at all, naming what could not be read", () => {
  test.each<[string, OrderRead]>([
    ["1-5", { kind: "outOfRange", number: 5 }],
    ["5", { kind: "outOfRange", number: 5 }],
    ["0-2", { kind: "outOfRange", number: 0 }],
    ["1 1", { kind: "twice", number: 1 }],
    ["1-3 2", { kind: "twice", number: 2 }],
    ["1 好的", { kind: "unread", part: "好的" }],
    ["1 -", { kind: "unread", part: "-" }],
    ["1-2-3", { kind: "unread", part: "1-2-3" }],
    ["1-9999", { kind: "unread", part: "1-9999" }],
    ["和", { kind: "unread", part: "和" }],
    ["先锦绣后和畅不对", { kind: "unread", part: "不对" }],
    ["锦绣花园做得好", { kind: "unread", part: "做得好" }],
    ["锦绣、锦绣花园", { kind: "twice", number: 1 }],
    ["后排锦绣 先排和畅", { kind: "unclear" }],
    ["2、锦绣花园\n3、和畅苑", { kind: "unclear" }],
    ["第一锦绣，和畅", { kind: "unclear" }],
    ["收到", { kind: "unread", part: "收到" }],
    ["，", { kind: "unread", part: "，" }],
  ])("%s", (typed, read) => {
    expect(readOrder(typed, four)).toEqual(read);
  });
});

test.each(["无", "没有", "暂无。"])("「%s」 alone is asked about", (typed) => {
  expect(readOrder(typed, four)).toMatchObject({ kind: "maybeNone" });
});

test.each(["0", "不推荐", "无推荐", "均不推荐。", "０"])("「%s」 says that nobody is recommended", (typed) => {
  expect(readOrder(typed, four)).toEqual({ kind: "none" });
});
