import { describe, expect, test } from "vitest";
import { readMove, readPhoto } from "../../../src/campaign/verification/read-photo.ts";

describe("a picture of a visit is named by site, row and place among the own", () => {
  test.each([
    ["锦绣花园 3-5 2 理由：拍错条目", { name: "锦绣花园", row: "3-5", position: 2, reason: "拍错条目" }],
    ["锦绣花园3－5第2张 拍错条目", { name: "锦绣花园", row: "3-5", position: 2, reason: "拍错条目" }],
    ["3-5 2，原因是拍错条目", { name: "", row: "3-5", position: 2, reason: "拍错条目" }],
    ["锦绣花园 3-5 拍到住户", { name: "锦绣花园", row: "3-5", position: undefined, reason: "拍到住户" }],
    ["锦绣花园 3-5", { name: "锦绣花园", row: "3-5", position: undefined, reason: "" }],
    ["2号院 3-5 1", { name: "2号院", row: "3-5", position: 1, reason: "" }],
    ["锦绣花园 3-5 9月25日拍错", { name: "锦绣花园", row: "3-5", position: undefined, reason: "9月25日拍错" }],
  ])("%s", (typed, read) => {
    expect(readPhoto(typed)).toEqual(read);
  });

  test.each(["", "锦绣花园", "锦绣花园 第2张"])("“%s” names no row", (typed) => {
    expect(readPhoto(typed)).toBeUndefined();
  });
});

describe("a move says from where and to where", () => {
  const from = { name: "锦绣花园", row: "3-5", position: 2 };

  test.each([
    ["锦绣花园 3-5 2 到 3-6 理由：拍错条目", { from, to: { name: "", row: "3-6" }, reason: "拍错条目" }],
    ["锦绣花园3-5第2张改到3-6，拍错条目", { from, to: { name: "", row: "3-6" }, reason: "拍错条目" }],
    ["锦绣花园 3-5 2 → 翠苑小区 3—6 拍错", { from, to: { name: "翠苑小区", row: "3-6" }, reason: "拍错" }],
    ["锦绣花园 3-5 2 放到翠苑小区的3-5", { from, to: { name: "翠苑小区", row: "3-5" }, reason: "" }],
    [
      "3-5 到 3-6 看错",
      { from: { name: "", row: "3-5", position: undefined }, to: { name: "", row: "3-6" }, reason: "看错" },
    ],
  ])("%s", (typed, read) => {
    expect(readMove(typed)).toEqual(read);
  });

  test("a name with 到 in it is no target", () => {
    expect(readMove("到家花园 3-5 1 到 3-6 看错")).toEqual({
      from: { name: "到家花园", row: "3-5", position: 1 },
      to: { name: "", row: "3-6" },
      reason: "看错",
    });
  });

  test.each(["锦绣花园 3-5 2", "锦绣花园 3-5 2 到 翠苑小区", "到 3-6"])("“%s” is none", (typed) => {
    expect(readMove(typed)).toBeUndefined();
  });
});
