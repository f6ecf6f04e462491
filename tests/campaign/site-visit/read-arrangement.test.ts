import { describe, expect, test } from "vitest";
import { readArrangement } from "../../../src/campaign/site-visit/read-arrangement.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";

const when = { today: civilDate("2023-09-22"), year: 2023 };
const read = (typed: string) => readArrangement(typed, when);

describe("an arrangement is read", () => {
  test("with day, sites, car, escort and members, in any order", () => {
    const whole = {
      day: "2023-09-25",
      car: 1,
      escort: "甲某 13900000000",
      members: ["乙", "丙"],
      names: ["锦绣花园", "翠苑小区"],
    };
    expect(read("9月25日 锦绣花园、翠苑小区 1号车 陪同 甲某 13900000000 成员 乙、丙")).toEqual([whole]);
    expect(read("锦绣花园，翠苑小区 成员：乙，丙 陪同人员：甲某 13900000000；一号车 9.25")).toEqual([whole]);
  });

  test("members whose names have the word for members in them", () => {
    expect(read("锦绣花园 成员 评选工作组成员1、评选工作组成员2 陪同 甲某")).toEqual([
      { names: ["锦绣花园"], members: ["评选工作组成员1", "评选工作组成员2"], escort: "甲某" },
    ]);
  });

  test("a member who is called so", () => {
    expect(read("锦绣花园 成员 成员1")).toEqual([{ names: ["锦绣花园"], members: ["成员1"] }]);
    for (const typed of ["锦绣花园 成员 成员1、成员2", "锦绣花园 成员 成员1，成员2"])
      expect(read(typed)).toEqual([{ names: ["锦绣花园"], members: ["成员1", "成员2"] }]);
    expect(read("锦绣花园 成员甲、乙 陪同赵科")).toEqual([
      { names: ["锦绣花园"], members: ["甲", "乙"], escort: "赵科" },
    ]);
  });

  test("who comes to the members of a site, or leaves them", () => {
    expect(read("锦绣花园 增加成员 乙")).toEqual([{ names: ["锦绣花园"], members: ["乙"], change: "add" }]);
    expect(read("锦绣花园 去掉成员 乙")).toEqual([{ names: ["锦绣花园"], members: ["乙"], change: "remove" }]);
    expect(read("锦绣花园 成员换成 甲、乙")).toEqual([{ names: ["锦绣花园"], members: ["甲", "乙"] }]);
  });

  test("another car: 换成 stands before it", () => {
    expect(read("锦绣花园 换成2号车")).toEqual([{ names: ["锦绣花园"], car: 2 }]);
  });

  test("a line for each day", () => {
    expect(read("9月25日 锦绣花园 第二车\n明天 翠苑小区")).toEqual([
      { day: "2023-09-25", car: 2, names: ["锦绣花园"] },
      { day: "2023-09-23", names: ["翠苑小区"] },
    ]);
  });

  test.each([
    ["9月25日 锦绣花园 暗访", true],
    ["9月25日 锦绣花园，不通知区里", true],
    ["锦绣花园 不暗访", false],
    ["锦绣花园 明访", false],
  ])("%s", (typed, unannounced) => {
    expect(read(typed)).toMatchObject([{ names: ["锦绣花园"], unannounced }]);
  });

  test("moved: 改到 stands between name and day", () => {
    expect(read("锦绣花园改到9月26日")).toEqual([{ day: "2023-09-26", names: ["锦绣花园"] }]);
  });

  test("nothing but a name, a day, or nothing", () => {
    expect(read("锦绣花园")).toEqual([{ names: ["锦绣花园"] }]);
    expect(read("9月25日")).toEqual([{ day: "2023-09-25", names: [] }]);
    expect(read(" ")).toEqual([]);
  });
});
