import { describe, expect, test } from "vitest";
import { areOpinionRows, behindName } from "../../../src/campaign/application/opinions/pasted.ts";
import {
  beginningOf,
  meantCase,
  saidBehindName,
  saysTakenBack,
} from "../../../src/campaign/application/opinions/said-of-case.ts";

const called = new Map([
  ["owners", ["业委会", "业主委员会"]],
  ["neighborhood", ["属地社区", "社区"]],
  ["subdistrict", ["属地街道", "街道"]],
]);

describe("opinions that were pasted without a command", () => {
  test.each([
    "业委会意见\t同意\t9月5日",
    "业委会意见\t同意\t9月5日\n社区意见\t同意\t9月6日",
    "社区 同意 9月5日\n\n街道：同意，9月6日",
    "1. 业委会意见：同意 9月5日\n2. 属地社区意见：不同意 9月5日",
    "| 业委会意见 | 同意 | 9月5日 |",
    "属地社区意见：同意。\n（公章）\n2023年9月2日\n北海街道意见：情况属实，同意推荐\n2023年9月3日",
    "单位\t意见\t日期\n业委会\t同意\t8月18日",
    "①业委会 同意 8月20日②社区 同意 8月21日",
    "各单位意见如下：\n业委会意见：同意 8月18日\n社区意见：同意 8月19日",
    "意见如下：\n业委会\t同意申报\t李某\t2023/8/20\n江东社区\t同意推荐\t周某\t2023.8.21\n曹娥街道\t同意\t吴某\t8月22日",
    "王主任 9/5 08:41\n社区意见：同意 9月5日\n请登记，谢谢！",
  ])("%j are opinions", (text) => {
    expect(areOpinionRows(text, called)).toBe(true);
  });

  test.each([
    "",
    "社区物业矛盾较多",
    "业委会意见",
    "小区名称\t雅苑\n业委会意见\t同意",
    "塔山小区 社区 同意 9月5日",
    "我同意社区的意见",
  ])("%j are none", (text) => {
    expect(areOpinionRows(text, called)).toBe(false);
  });
});

test.each(["塔山小区街道意见改为同意 9月6日", "塔山小区的街道意见改为同意 9月6日", "塔山小区：街道意见 同意 9月6日"])(
  "%j: the name of a case stands straight before the office",
  (text) => {
    expect(areOpinionRows(behindName(text, ["塔山", "塔山小区"]), called)).toBe(true);
  },
);

test.each([
  ["先等一下那个江滨一品登记意见社区同意八月二十六号", { name: "江滨一品", rest: "社区同意八月二十六号" }],
  ["江滨一品的意见：街道同意8.27", { name: "江滨一品", rest: "街道同意8.27" }],
  ["江滨一品和望江华园社区同意8.27", undefined],
  ["社区同意8.27", undefined],
])("behind the only name in %j stands %j", (text, found) => {
  expect(saidBehindName(text, ["江滨一品", "望江华园"])).toEqual(found);
});

test.each(["碧桂园意见撤", "雅苑的社区意见作废了吧", "雅苑住建局意见先撤回", "雅苑意见不要了"])(
  "%j takes an opinion back",
  (said) => {
    expect(saysTakenBack(said)).toBe(true);
  },
);

test.each(["雅苑社区意见同意 9月5日", "意见不大", "雅苑撤回", "按意见撤销了违建点位"])("%j does not", (said) => {
  expect(saysTakenBack(said)).toBe(false);
});

const CASES = ["碧桂园三期", "越秀苑", "越州府"];

test.each([
  ["登记错了 应该是越秀", "越秀苑"],
  ["嗯登错了，应为碧桂园", "碧桂园三期"],
  ["意见登记错小区了 是越秀苑的", "越秀苑"],
])("%j is of another case", (said, name) => {
  expect(meantCase(said, CASES)).toBe(name);
});

test.each(["登记错了 应该是8月25日", "登记错了", "登记错了 应该是越", "登错了 应该是越秀社区同意"])(
  "%j names none",
  (said) => {
    expect(meantCase(said, CASES)).toBeUndefined();
  },
);

test("the beginning of one name only stands for it", () => {
  expect(beginningOf("碧桂园意见撤", CASES)).toEqual({ name: "碧桂园三期", rest: "意见撤" });
  expect(beginningOf("越意见撤", CASES)).toBeUndefined();
});
