import { expect, test } from "vitest";
import { readOrder } from "../../../src/campaign/recommendation/order.ts";
import { isTalk } from "../../../src/campaign/recommendation/talk-beside.ts";

const names = ["浣江铭都", "城西花园", "祥云公寓"];
const read = (text: string): string => {
  const order = readOrder(text, names);
  return "places" in order ? `${order.kind} ${order.places.map((place) => place + 1).join("")}` : order.kind;
};

test.each([
  ["先二后一", "places 21"],
  ["先2再1然后3", "places 213"],
  ["把浣江铭都放第一祥云公寓不推荐了城西花园第二", "places 12"],
  ["浣江铭都城西花园还有祥云公寓", "places 123"],
  ["一二都推荐祥云公寓不推", "places 12"],
  ["一二三都推荐祥云公寓不推", "unclear"],
  ["浣江铭都 城西花园哦不对祥云公寓", "turned 13"],
  ["二一，不对，一二", "places 12"],
  ["次序调一下，城西花园第一，浣江铭都第二", "places 21"],
  ["推荐名单（经局党组会研究）：浣江铭都、城西花园", "places 12"],
])("%s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  "第一名：浣江铭都，推荐理由：满意度高\n第二名：城西花园，推荐理由：党建好",
  "关于推荐红色物业小区的函\n1. 浣江铭都（92分）——满意度高\n2. 城西花园（90分）——党建好",
])("a list with its reasons is read with them: %s", (text) => {
  expect(readOrder(text, names)).toEqual({
    ...{ kind: "places", places: [0, 1] },
    reasons: new Map([
      [0, "满意度高"],
      [1, "党建好"],
    ]),
  });
});

test.each(["嗯第二个先不推荐吧就推前面一个和第三个", "就推第一个"])("%s is no reason", (text) => {
  expect(isTalk(text)).toBe(true);
});

test.each(["居民满意度高，推荐该小区", "该小区收缴率排在全区前列"])("%s may be one", (text) => {
  expect(isTalk(text)).toBe(false);
});
