import fc from "fast-check";
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

describe("an arrangement as it is dictated and pasted", () => {
  const one = { day: "2023-09-25", names: ["锦绣花园"] };

  test.each([
    "25号 锦绣花园",
    "锦绣花园改25号",
    "把锦绣花园改到25号",
    "下周一锦绣花园",
    "周一去锦绣花园",
    "嗯那个25号先去锦绣花园",
    "九月二十五号锦绣花园",
    "核验安排：9月25日，锦绣花园",
    "@家园助手 9月25日 锦绣花园",
    "「锦绣花园」9月25日",
    "9月25日，锦绣花园，谢谢",
    "9月25日锦绣花园，请安排",
    "1. 9月25日 锦绣花园",
    "一、9月25日 锦绣花园",
    "9月25日：锦绣花园",
    "锦绣花园 9月25日 陪同待定",
    "锦绣花园放到9.25",
  ])("%s", (typed) => {
    expect(read(typed)).toEqual([one]);
  });

  test("a day on a line of its own holds for those below it", () => {
    expect(read("9月25日\n锦绣花园 1号车\n翠苑小区 2号车\n9月26日：\n香榭苑")).toEqual([
      { ...one, car: 1 },
      { day: "2023-09-25", car: 2, names: ["翠苑小区"] },
      { day: "2023-09-26", names: ["香榭苑"] },
    ]);
  });

  test.each(["9.25锦绣花园 9.26翠苑小区", "25号锦绣花园、26号翠苑小区", "锦绣花园25号，翠苑小区26号"])(
    "%s: each site on its day",
    (typed) => {
      expect(read(typed)).toEqual([one, { day: "2023-09-26", names: ["翠苑小区"] }]);
    },
  );

  test.each([
    "日期\t小区\t车辆\t陪同\t核验成员\n9月25日\t锦绣花园\t1\t王科\t甲、乙",
    "序号\t小区名称\t地区\t日期\t车号\t陪同人员\t成员\n1\t锦绣花园\t柯桥区\t9月25日\t1号车\t王科\t甲、乙",
    "日期：9月25日\n小区：锦绣花园\n车辆：1号车\n陪同：王科\n成员：甲、乙",
  ])("%j by its headings", (typed) => {
    expect(read(typed)).toEqual([{ ...one, car: 1, escort: "王科", members: ["甲", "乙"] }]);
  });

  test("由…核验 names the members", () => {
    expect(read("锦绣花园由甲、乙核验")).toEqual([{ names: ["锦绣花园"], members: ["甲", "乙"] }]);
  });

  test("names that begin like a word of an order stay whole", () => {
    for (const name of ["将军苑", "先锋小区", "到家花园", "看湖苑", "25号楼小区", "1号院小区"])
      expect(read(`${name} 9月26日`)).toEqual([{ day: "2023-09-26", names: [name] }]);
  });

  test.each([
    ["10月7-8日 锦绣花园", "-8日"],
    ["9月25日至26日 锦绣花园", "26日"],
    ["9月25日上午9点 锦绣花园", "上午9点"],
    ["9月31日 锦绣花园", "9月31日"],
    ["本周一 锦绣花园", "本周一"],
  ])("%s: what is not read stays among the names, and is asked about", (typed, left) => {
    expect(
      read(typed)
        .flatMap(({ names }) => names)
        .join(),
    ).toContain(left);
  });

  test("thanks alone arrange nothing", () => {
    expect(read("收到")).toEqual([]);
  });

  test("in any order, spelling and layout nothing is dropped and nothing filed elsewhere", () => {
    const sites = fc.uniqueArray(fc.constantFrom("锦绣花园", "翠苑小区", "香榭苑", "将军苑", "先锋小区"), {
      minLength: 1,
      maxLength: 2,
    });
    const line = fc.record({
      sites,
      day: fc.integer({ min: 23, max: 30 }),
      as: fc.nat(4),
      car: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
      escort: fc.option(fc.constantFrom("王科", "李主任 13900000000"), { nil: undefined }),
      quiet: fc.boolean(),
      dayFirst: fc.boolean(),
    });
    const check = fc.property(fc.array(line, { minLength: 1, maxLength: 3 }), fc.boolean(), (all, isNumbered) => {
      const spelt = all.map(({ sites: names, day, as, car, escort, quiet, dayFirst }, at) => {
        const days = [`9月${day}日`, `9.${day}`, `${day}号`, `2023-09-${day}`, `9月${day}号`];
        const said = dayFirst ? [days[as], names.join("、")] : [names.join("、"), days[as]];
        const more = [
          ...(car === undefined ? [] : [`${car}号车`]),
          ...(quiet ? ["暗访"] : []),
          ...(escort === undefined ? [] : [`陪同 ${escort}`]),
        ];
        return `${isNumbered ? `${at + 1}、` : ""}${[...said, ...more].join(" ")}`;
      });
      expect(read(spelt.join("\n"))).toEqual(
        all.map(({ sites: names, day, car, escort, quiet }) => ({
          ...{ names, day: `2023-09-${day}` },
          ...(car === undefined ? {} : { car }),
          ...(quiet ? { unannounced: true } : {}),
          ...(escort === undefined ? {} : { escort }),
        })),
      );
    });
    fc.assert(check, { seed: 20_231_101, numRuns: 1000 });
  });
});
