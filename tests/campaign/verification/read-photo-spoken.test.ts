import { describe, expect, test } from "vitest";
import { readOnCase } from "../../../src/campaign/verification/read-on-case.ts";
import { readMove, readPhoto } from "../../../src/campaign/verification/read-photo.ts";

describe("one picture of a visit, as people name it", () => {
  test.each([
    ["3杠5第二张拍错了", "", 2, "拍错了"],
    ["锦绣花园三杠五第二张 拍错条目", "锦绣花园", 2, "拍错条目"],
    ["第三部分第五项第2张，拍错条目", "", 2, "拍错条目"],
    ["3-5 第二张 理由拍错", "", 2, "拍错"],
    ["3-5第十二张：重复", "", 12, "重复"],
    ["把3-5第2张 重复", "", 2, "重复"],
    ["３－５ 第２张 重复", "", 2, "重复"],
    ["锦绣花园 3-5 3张", "锦绣花园", 3, ""],
  ])("%s", (typed, name, position, reason) => {
    expect(readPhoto(typed)).toEqual({ name, row: "3-5", position, reason });
  });

  test.each([
    "3-5 2、3 重复",
    "3-5第2、3张 重复",
    "3-5 1-3张 重复",
    "3-5、3-6 重复",
    "3-5全部 重复",
    "3-5最后一张",
    "三杠五前两张",
  ])("%s: several, of which none is taken out", (typed) => {
    expect(readPhoto(typed)).toBeUndefined();
  });

  test.each([
    ["把3-5第2张移到3-6 拍错", 2, "3-6", "拍错"],
    ["三杠五第二张移到三杠六", 2, "3-6", ""],
    ["3-5 2 → 3-6 理由：拍错条目", 2, "3-6", "拍错条目"],
  ])("%s is moved", (typed, position, row, reason) => {
    expect(readMove(typed)).toEqual({ from: { name: "", row: "3-5", position }, to: { name: "", row }, reason });
  });

  test.each(["3-5、3-6 到 3-7", "3-5 2、3 到 3-6", "3-5全部移到3-6"])(
    "%s: several, of which none is moved",
    (typed) => {
      expect(readMove(typed)).toBeUndefined();
    },
  );
});

describe("rows of a case", () => {
  test.each([
    ["锦绣花园，3-5至3-7 相差较大", ["3-5", "3-6", "3-7"], "相差较大"],
    ["锦绣花园三杠五到三杠七，相差较大", ["3-5", "3-6", "3-7"], "相差较大"],
    ["锦绣花园 1-5、3-5至3-6 理由：相差较大", ["1-5", "3-5", "3-6"], "相差较大"],
    ["锦绣花园3-5和3-6相差较大", ["3-5", "3-6"], "相差较大"],
  ])("%s", (typed, rows, rest) => {
    expect(readOnCase(typed)).toMatchObject({ name: "锦绣花园", rows, rest });
  });
});
