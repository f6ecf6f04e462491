import { describe, expect, test } from "vitest";
import { saidToProgram } from "../../../src/platform/conversation/said-to-program.ts";
import { readScoreLine } from "../../../src/platform/conversation/score-line.ts";
import { showEntries } from "../../../src/platform/conversation/score-readings.ts";
import type { ScoreRules } from "../../../src/platform/conversation/score-rules.ts";
import { rules } from "./support/sections.ts";

const given: ScoreRules = { ...rules, given: rules.sections.flatMap(({ rows }) => rows.map(({ id }) => id)) };
const read = (typed: string) => readScoreLine(given, typed);
const offeredOf = (typed: string) => {
  const line = read(typed);
  return line.kind === "retry" ? (line.readable?.typed ?? "") : line.kind;
};
const recordedOf = (typed: string) => {
  const line = read(typed);
  return line.kind === "points" ? showEntries(line.entries) : line.kind;
};

describe("what is said to the program is no reason, and the rest of the words is offered", () => {
  test.each([
    ["一杠三三分理由后面再补", "1-3 3"],
    ["一杠四四分嗯差不多了就这样吧谢谢", "1-4 4"],
    ["四杠三一分其他几条也都是三分", "4-3 1"],
    ["四杠五一分因为已经整改好了剩下的不变", "4-5 1 已经整改好了"],
    ["二杠三五分有两个月没公布这个我再问问物业", "2-3 5 有两个月没公布"],
    ["四杠一一分四杠二一分后面的等我查了再说", "4-1 1；4-2 1"],
    ["一杠一三分那个一杠二两分联席会一年才开一次下次再说", "1-1 3；1-2 2 联席会一年才开一次"],
    ["一杠四二分这个没问题的", "1-4 2"],
    ["二杠一四分嗯业委会没选好这一条我拿不准", "2-1 4 业委会没选好"],
    ["二杠三四分反正就扣两分", "2-3 4"],
    ["二杠四三分会议没记录你先这么记着", "2-4 3 会议没记录"],
    ["三杠一零分因为名单还没出来三杠三二分其他的第三部分都满分", "3-1 0 名单还没出来；3-3 2"],
    ["四杠三一分四杠四二分其余都是两分", "4-3 1；4-4 2"],
    ["1-2 3 会议少你看行不行", "1-2 3 会议少"],
    ["1-2 3 会议少，我回头再核实", "1-2 3 会议少"],
    ["1-2 3 我先问问街道", "1-2 3"],
    ["1-2 3 会议少后面几条先不打", "1-2 3 会议少"],
    ["1-2 3 会议少书记说先这样", "1-2 3 会议少"],
  ])("%s", (typed, offered) => {
    expect(offeredOf(typed)).toBe(offered);
  });
});

describe("what only leads to the reason is left out of it", () => {
  test.each([
    ["一杠三三分嗯帮我记一下书记还没到位", "1-3 3 书记还没到位"],
    ["一杠二理由改一下就说一年只开一次", "1-2 一年只开一次"],
    ["三杠四两分字太小了对了三杠六也满分", "3-4 2 字太小了；3-6 5"],
    ["1-2 3 就写会议少", "1-2 3 会议少"],
    ["1-2 3 你就说会议少", "1-2 3 会议少"],
    ["1-2 3 请记一下会议少", "1-2 3 会议少"],
    ["3-7改为3分（原4分，路灯不亮5盏）", "3-7 3 路灯不亮5盏"],
    ["三杠四两分因为公示栏坏了三杠五三分嗯对了三杠六三分", "3-4 2 公示栏坏了；3-5 3；3-6 3"],
  ])("%s", (typed, recorded) => {
    expect(recordedOf(typed)).toBe(recorded);
  });
});

test("of a reason with its correction in brackets what was denied is not offered", () => {
  expect(offeredOf("3-7 3 路灯不亮5盏（更正：不是3盏）")).toBe("3-7 3 路灯不亮5盏");
});

test.each([
  "其余小区满意度一般",
  "我区物业覆盖率低",
  "我局核实后整改",
  "经我们核实会议少",
  "自我评价偏高",
  "业委会换届再次延期",
  "后面两栋没有路灯",
  "剩下的垃圾桶未分类",
  "就近未设服务点",
  "前面的绿地没人管",
  "没有问题台账",
  "书记说明会没开",
  "领导小组未成立",
  "面对了较多投诉",
  "记录不全",
  "就写字楼未接管",
])("%s is of the matter", (reason) => {
  expect(saidToProgram(reason)).toBeUndefined();
});

test("a reason that is said to be one stands as it is", () => {
  expect(recordedOf("1-2 3 理由：会议没记录你先这么记着")).toBe("1-2 3 会议没记录你先这么记着");
});
