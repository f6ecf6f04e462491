import { describe, expect, test } from "vitest";
import { readScoreLine } from "../../../src/platform/conversation/score-line.ts";
import { showEntries } from "../../../src/platform/conversation/score-readings.ts";
import { rules } from "./support/sections.ts";

const read = (typed: string) => readScoreLine({ ...rules, given: ["2-3", "3-6", "3-7"] }, typed);
const recorded = (typed: string) => {
  const line = read(typed);
  return line.kind === "points" ? showEntries(line.entries) : undefined;
};
const offered = (typed: string) => {
  const line = read(typed);
  return line.kind === "retry" ? line.readable?.typed : undefined;
};

describe("what is none of a reason is not recorded as one", () => {
  test.each([
    [
      "1-4 4 协议未续签\n二、业委会运行\n1.业主委员会成立。\t6\t6\n2.党员占比超过50%。\t3\t3\t5人/7人",
      "1-4 4 协议未续签",
    ],
    ["1-4 4 协议未续签；2.党员占比超过50%。 3 3 5人/7人；3.公示信息。 6 5 下半年未公布", "1-4 4 协议未续签"],
    ["1-4 4 协议未续签 ②供水供电电话公示 3", "1-4 4 协议未续签"],
    ["3-4 3 公示牌旧然后就定稿吧", "3-4 3 公示牌旧"],
    ["3-4 3 公示牌旧那就确认定稿", "3-4 3 公示牌旧"],
    ["3-4 3 公示牌旧，接着提交吧", "3-4 3 公示牌旧"],
    ["3-4 3 公示牌旧嗯就这些", "3-4 3 公示牌旧"],
    ["2-4 4 同2-3", "2-4 4"],
    ["1-5 2分 没有活动室不对有活动室三分", "1-5 3"],
    ["三之六满分我觉得太高了改四分", "3-6 4"],
    ["3-6 5 还是给3分", "3-6 3"],
  ])("%s: only the rest is offered", (typed, rest) => {
    expect(recorded(typed)).toBeUndefined();
    expect(offered(typed)).toBe(rest);
  });

  test.each(["3-7 2台梯停", "3-7 1台电梯停用", "2-3 2次会议没开", "3-6 3处黄土裸露", "3-6 2盏路灯坏"])(
    "%s: the number counts something and is no points",
    (typed) => {
      expect(recorded(typed)).toBeUndefined();
    },
  );

  test("三之一为什么最多四分 gives no points", () => {
    expect(recorded("三之一为什么最多四分")).toBeUndefined();
    expect(offered("三之一为什么最多四分")).toBeUndefined();
  });

  test.each([
    ["3-7 2 台账缺", "3-7 2 台账缺"],
    ["3-7 2，2台电梯停", "3-7 2 2台电梯停"],
    ["3-7 理由：2台梯停", "3-7 2台梯停"],
    ["3-6 4 就是绿化差", "3-6 4 绿化差"],
    ["3-6 4 因为绿化差", "3-6 4 绿化差"],
    ["1-2那个会议记录补来了，4分", undefined],
    ["条目\t原分\t改为\t说明\n1-2\t3\t4\t会议记录已补\n3-6\t4\t5\t草坪已补种", "1-2 4 会议记录已补；3-6 5 草坪已补种"],
  ])("%s", (typed, shown) => {
    expect(recorded(typed)).toBe(shown);
  });
});
