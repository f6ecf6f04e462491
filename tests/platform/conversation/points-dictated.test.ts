import { expect, test } from "vitest";
import { lineRules } from "../../../src/campaign/scoring/line-rules.ts";
import { readScoreLine } from "../../../src/platform/conversation/score-line.ts";
import { showEntries } from "../../../src/platform/conversation/score-readings.ts";
import type { ScoreRules } from "../../../src/platform/conversation/score-rules.ts";
import { shaoxing } from "../../campaign/definition/support/shaoxing.ts";

const plain = lineRules(shaoxing, new Map() as never);
const given = plain.sections.flatMap(({ rows }) => rows.map(({ id }) => id));
const rules: ScoreRules = { ...plain, given };

/** What is recorded, or `?` with what is offered. */
const read = (text: string): string => {
  const line = readScoreLine(rules, text);
  if (line.kind === "points") return showEntries(line.entries) + (line.rest ? "；其余满分" : "");
  if (line.kind !== "retry") return line.kind;
  const { readable, readings = [], choices = [] } = line;
  return `? ${[...(readable ? [readable.typed] : []), ...readings, ...choices.map(({ typed }) => typed)].join(" / ")}`;
};

const part = "3-1 4；3-2 5；3-3 3；3-4 4；3-5 5";

test.each([
  [
    "三杠一到三杠五满分三杠六给四分嗯草皮有点黄三杠七四分理由道路有裂缝其余满分",
    `${part}；3-6 4 草皮有点黄；3-7 4 道路有裂缝；其余满分`,
  ],
  ["三杠一到三杠五满分三杠六给四分", `${part}；3-6 4`],
  ["3-1到3-5满分3-6给4分", `${part}；3-6 4`],
  ["三杠一到三杠五都是满分其余满分", `${part}；其余满分`],
  ["四杠一和四杠二满分四杠三给两分", "4-1 3；4-2 3；4-3 2"],
  ["三杠一到三杠五满分除了三杠四三分", "3-1 4；3-2 5；3-3 3；3-5 5；3-4 3"],
  ["3-1到3-5都满分，但3-4 3分 车乱停", "3-1 4；3-2 5；3-3 3；3-5 5；3-4 3 车乱停"],
  ["3-1至3-5满分，除3-4给3分以外", "3-1 4；3-2 5；3-3 3；3-5 5；3-4 3"],
  ["三杠一到三杠五满分吧三杠六四分", `${part}；3-6 4`],
])("full marks of a span end where the next row begins: %s", (typed, entries) => {
  expect(read(typed)).toBe(entries);
});

test.each([
  ["嗯后面二杠四呢满分吧", "2-4 5"],
  ["后面二杠四满分", "2-4 5"],
  ["哎呀二杠四给四分", "2-4 4"],
  ["接下来3-6给4分", "3-6 4"],
  ["再就是三杠六四分", "3-6 4"],
  ["哎呀第一部分的第四个改成四分吧理由不改", "1-4 4"],
  ["1-4改成4分理由不变", "1-4 4"],
  ["1-4 4 理由照旧", "1-4 4"],
  ["1-4改成4分，原来的理由不动", "1-4 4"],
])("words before a row that point at nothing, and a reason that stays: %s", (typed, entries) => {
  expect(read(typed)).toBe(entries);
});

test("full marks keep no reason: that it should stay is asked about", () => {
  expect(read("1-4 5 理由不变")).toBe("? 1-4 5");
});

test.each([
  ["三杠一没达到零分原因人手不够", "3-1 0 人手不够"],
  ["3-1没达到，0分，原因是人手不够", "3-1 0 人手不够"],
  ["三杠三达到了满分", "3-3 3"],
  ["3-1未达标零分", "3-1 0 未达标"],
])("reached or not, with its points: %s", (typed, entries) => {
  expect(read(typed)).toBe(entries);
});

test.each([
  ["三杠一没达到满分原因人手不够", "? 3-1 0 人手不够"],
  ["三杠六绿化不行四分理由有枯枝", "? 3-6 4 绿化不行，有枯枝"],
  [
    "三之八物业费收缴率百分之九十五点五给满分",
    "? 3-8 4 物业费收缴率百分之九十五点五 / 3-3 3 物业费收缴率百分之九十五点五",
  ],
  ["三杠八便民服务有三项给满分", "? 3-8 4 便民服务有三项"],
  ["四杠三我看错了应该是一分理由投诉有点多哦不是是两分", "? 4-3 2 投诉有点多 / 4-3 1 投诉有点多"],
  ["4-3看错了是两分理由投诉多", "4-3 2 投诉多"],
])("what is said around the points is offered with them: %s", (typed, offered) => {
  expect(read(typed)).toBe(offered);
});

test.each([
  ["三杠六是绿化啊理由应该是绿化带有枯死的三杠七再加一条水管漏水", "3-6 绿化带有枯死的；3-7 理由补充：水管漏水"],
  ["三杠六理由是绿化带有枯死的三杠七理由是水管漏水", "3-6 绿化带有枯死的；3-7 水管漏水"],
  ["4-1理由应该改成公示晚了", "4-1 公示晚了"],
  ["三杠六是绿化四分", "3-6 4"],
  ["3-7原来的不动", "? "],
  ["3-6理由应该是绿化带有枯死的", "3-6 绿化带有枯死的"],
  ["三杠七再加一条水管漏水三杠八补一句快递点没开", "3-7 理由补充：水管漏水；3-8 理由补充：快递点没开"],
])("reasons of rows that have their points, in one breath: %s", (typed, entries) => {
  expect(read(typed)).toBe(entries);
});

test.each([
  [
    "附件2 “美好家园”小区评分表（滨江花园）\n序号\t评分项目\t分值\t得分\t扣分理由\n第一部分\t党建引领机制完善\t20\t\t\n1-1\t街道健全\t4\t4\t\n1-2\t会议\t4\t3\t会议少",
    "1-1 4；1-2 3 会议少",
  ],
  ["序号 评分项目 分值 得分 扣分理由\n一、党建引领机制完善 20\n1-1 4\n1-2 3 会议少", "1-1 4；1-2 3 会议少"],
  ["一、党建引领机制完善\n1-1 4\n1-2 3 会议少", "1-1 4；1-2 3 会议少"],
  [
    "一、党建引领机制完善（20分）\n1-1 4\n1-2 3 会议少\n二、业委会运行规范（20分）\n2-1 6",
    "1-1 4；1-2 3 会议少；2-1 6",
  ],
  ["滨江花园评分表\n条目 得分 理由\n1-1 4\n1-2 3 会议少", "1-1 4；1-2 3 会议少"],
])("title, names of columns and the printed maximum of a part are no points: %s", (typed, entries) => {
  expect(read(typed)).toBe(entries);
});
