import { expect, test } from "vitest";
import { readScoreLine } from "../../../src/platform/conversation/score-line.ts";
import { showEntries } from "../../../src/platform/conversation/score-readings.ts";
import type { ScoreRules } from "../../../src/platform/conversation/score-rules.ts";
import { rules } from "./support/sections.ts";

const given: ScoreRules = { ...rules, given: rules.sections.flatMap(({ rows }) => rows.map(({ id }) => id)) };
const offeredOf = (typed: string) => {
  const line = readScoreLine(given, typed);
  return line.kind === "retry" ? (line.readable?.typed ?? "") : `${line.kind}`;
};

test.each([
  ["2-1 5 有点不够 2-3 6 2-4 没", "2-1 5 有点不够；2-3 6"],
  ["4-6 2 垃圾没定时 4-5 2同上", "4-6 2 垃圾没定时"],
  ["3-2 0 满意度不够 3-8没特色", "3-2 0 满意度不够"],
  ["1-2 3 缺签到表，1-3 4 人未到", "1-2 3 缺签到表"],
  ["1-2 3 会议少 下一个", "1-2 3 会议少"],
  ["1-2 3 记录不全 同上", "1-2 3 记录不全"],
  ["1-2 3 同上一条", "1-2 3"],
  ["1-2 3 会议少，其他不变", "1-2 3 会议少"],
  ["1-2 3 记录不全 删掉", "1-2 3 记录不全"],
])("%s is asked back: what belongs to no reason is in none", (typed, offered) => {
  expect(offeredOf(typed)).toBe(offered);
});

test.each([
  ["1-1 4 1-2 4 其余满", "1-1 4；1-2 4"],
  ["4-3 2，4-7 1 养鸡，其余满", "4-3 2；4-7 1 养鸡"],
  ["1-2 3 会议少 其余都满", "1-2 3 会议少"],
])("%s gives the rest their maximum", (typed, expected) => {
  const line = readScoreLine(given, typed);
  expect(line).toMatchObject({ kind: "points", rest: true });
  expect(line.kind === "points" && showEntries(line.entries)).toBe(expected);
});

test.each([
  ["1-2 3 与1-3重复", "与1-3重复"],
  ["1-2 3 详见1-3", "详见1-3"],
  ["4-3 2 1-3幢楼道堆物", "1-3幢楼道堆物"],
  ["1-2 3 1-2月未开会", "1-2月未开会"],
  ["1-2 3 其余小区满意度一般", "其余小区满意度一般"],
])("%s keeps its reason", (typed, reason) => {
  const line = readScoreLine(given, typed);
  expect(line.kind === "points" && line.entries[0]?.reason).toBe(reason);
});

test("a part by its numeral behind the points of another is that part", () => {
  const line = readScoreLine(rules, "三 4 0 3 3 4 4 4 3 5，四满");
  expect(line.kind === "points" && showEntries(line.entries)).toBe(
    "3-1 4；3-2 0；3-3 3；3-4 3；3-5 4；3-6 4；3-7 4；3-8 3；3-9 5；4-1 3；4-2 3；4-3 3；4-4 3；4-5 3；4-6 3；4-7 2",
  );
});

test.each(["2-2算了给3", "2-2 算了", "2-2给3吧"])("%s is no reason of a row that has its points", (typed) => {
  const line = readScoreLine(given, typed);
  const reasons = line.kind === "points" ? line.entries.flatMap(({ reason }) => reason ?? []) : [];
  expect(reasons).toEqual([]);
});
