import { expect, test } from "vitest";
import { lineRules } from "../../../src/campaign/scoring/line-rules.ts";
import { readScoreLine } from "../../../src/platform/conversation/score-line.ts";
import { showEntries } from "../../../src/platform/conversation/score-readings.ts";
import type { ScoreRules } from "../../../src/platform/conversation/score-rules.ts";
import { shaoxing } from "../../campaign/definition/support/shaoxing.ts";

const plain = lineRules(shaoxing, new Map() as never);
const all = plain.sections.flatMap(({ rows }) => rows.map(({ id }) => id));

/** What is recorded, or `?` with what is offered. */
function read(rules: ScoreRules, text: string): string {
  const line = readScoreLine(rules, text);
  if (line.kind === "points") return showEntries(line.entries) + (line.rest ? "；其余满分" : "");
  if (line.kind === "row") return `row ${line.row}`;
  if (line.kind !== "retry") return line.kind;
  const { readable, readings = [], choices = [] } = line;
  return `? ${[...(readable ? [readable.typed] : []), ...readings, ...choices.map(({ typed }) => typed)].join(" / ")}`;
}

test.each([
  ["2.1：5，2.2：3", "2-1 5；2-2 3"],
  ["2.1：5，2.2：3，2.3：4 账没公示", "2-1 5；2-2 3；2-3 4 账没公示"],
  ["1.4:5、1.5:2", "1-4 5；1-5 2"],
  ["三之陸", "row 3-6"],
  ["三之陸 四分", "3-6 4"],
  ["叁之陆 肆", "3-6 4"],
  ["三杠陸四分", "3-6 4"],
  ["叁杠陆肆分", "3-6 4"],
  ["肆杠壹 叁分", "4-1 3"],
  ["贰之壹 伍", "2-1 5"],
  ["3－6：肆分", "3-6 4"],
  ["叁-陆 4", "3-6 4"],
  ["第叁部分第陆条 4分", "3-6 4"],
  ["第參部分第陸條 4分", "3-6 4"],
  ["三杠一 四分", "3-1 4"],
  ["第三项第六条 4", "3-6 4"],
  ["三-6：４分", "3-6 4"],
  ["3—6 四分", "3-6 4"],
  ["３－６　４分", "3-6 4"],
  ["2-1 5分 2-2 3", "2-1 5；2-2 3"],
  ["1-1给4 1-2给3因为会议记录不全", "1-1 4；1-2 3 会议记录不全"],
  ["1-1给4，1-2给3因为会议少，1-3给4", "1-1 4；1-2 3 会议少；1-3 4"],
  ["3-6到3-8满分", "3-6 5；3-7 5；3-8 4"],
  ["四杠三两分执法来得少然后四杠四三分四杠五呢也是三分四杠六两分", "4-3 2 执法来得少；4-4 3；4-5 3；4-6 2"],
  ["其余满分，除了3-6 4", "3-6 4；其余满分"],
  ["3-8 更正 3分（便民服务点8月已设）", "3-8 3 便民服务点8月已设"],
])("a row in whatever signs: %s", (typed, entries) => {
  expect(read(plain, typed)).toBe(entries);
});

test.each([
  ["3-6扣一分", "? 3-6 4"],
  ["三杠六扣一分绿化差", "? 3-6 4 绿化差"],
  ["都满分除了3-6扣一分", "? 3-6 4；其余满分"],
  ["其他满分除了3-6扣一分", "? 3-6 4；其余满分"],
  ["全部满分，3-6扣1分绿化差", "? 3-6 4 绿化差；其余满分"],
  ["除3-6扣1分外都满分", "? 3-6 4；其余满分"],
  ["都满分，除了3-6 4 绿化差", "? 3-6 4 绿化差；其余满分"],
  ["全满分 就3-6 4", "? 3-6 4；其余满分"],
  ["其余都满分除3-6扣1分绿化差，3-7 4路灯坏", "? 3-6 4 绿化差；3-7 4 路灯坏；其余满分"],
  ["3-6 3 3-7 同", "? 3-6 3；3-7 3"],
  ["3-6 3 理由草秃 3-7 同 3-8 4", "? 3-6 3 草秃；3-7 3 草秃；3-8 4"],
  ["嗯四杠一到四杠三都满分哦四杠三扣一分老人活动少", "? 4-1 3；4-2 3 / 4-3 2 老人活动少"],
  ["3-6 3.5", "? "],
  ["3-6 5；3-6 4", "? "],
])("what is taken off or shared is shown first: %s", (typed, offer) => {
  expect(read(plain, typed)).toBe(offer);
});

const rows = "3-1 4 信用等级AAA；3-2 0 投诉率排后5%；3-9 3";

test.each([
  ["三、物业服务规范高效\n• 3-1  4分（信用等级AAA）\n• 3-2  0分（投诉率排后5%）\n• 3-9  3", rows],
  ["• 3-1  4分（信用等级AAA）\n• 3-2  0分（投诉率排后5%）\n• 3-9  3", rows],
  ["- 3-1 4分\n- 3-2 5分", "3-1 4；3-2 5"],
  ["* 3-1：4\n* 3-2：5", "3-1 4；3-2 5"],
  ["·3-1 4\n·3-2 5", "3-1 4；3-2 5"],
  ["1. 3-1 4分\n2. 3-2 5分", "3-1 4；3-2 5"],
  ["2、3-1 4\n3、3-2 5", "3-1 4；3-2 5"],
  [
    "序号\t条目\t标准分\t初评\t扣分原因\n1\t1-1\t4\t4\n2\t1-2\t4\t3\t例会少\n3\t1-3\t4\t4\n合计\t\t\t11",
    "1-1 4；1-2 3 例会少；1-3 4",
  ],
  ["序号\t条目\t分值\t得分\t备注\n1\t2-1\t6\t5\t选举晚\n2\t2-2\t3\t3\t", "2-1 5 备注 选举晚；2-2 3"],
  ["一：4 4 4 3 3\n其中：1-4 3分，因会议少", "1-1 4；1-2 4；1-3 4；1-5 3；1-4 3 因会议少"],
])("pasted rows behind bullets, numbers and headings: %j", (typed, entries) => {
  expect(read(plain, typed)).toBe(entries);
});

test("two rows said with different points are named, all of them", () => {
  const line = readScoreLine(plain, "3-6 5；3-7 4；3-6 4；3-7 3");
  expect(line.kind === "retry" && line.sentence).toContain("3-6、3-7");
});

test("a doubt beside full marks of the rest is asked with all of it on one button, and names no other", () => {
  const line = readScoreLine(plain, "其余满分除了3-6扣一分");
  expect(line).toMatchObject({ kind: "retry", readable: { entries: 2, doubtful: true } });
  const sentence = line.kind === "retry" ? line.sentence : "";
  expect(sentence).toContain("「按以上2项记录」");
  expect(sentence).not.toContain("记为");
});

test.each([
  ["四分，1-5 2分活动室小", "? 1-4 4；1-5 2 活动室小"],
  ["给5分 1-5 2", "? 1-4 5；1-5 2"],
  ["三分会议少 1-5 2分 活动室小", "? 1-4 3 会议少；1-5 2 活动室小"],
  ["四分吧哦不对给五分这个做得蛮好的一杠五两分活动室小了点", "? 1-5 2 活动室小了点 / 1-4 5 / 1-4 4 这个做得蛮好的"],
])("points before the first row are offered for the row that is asked for: %s", (typed, offer) => {
  const rules = { ...plain, at: "1-4" };
  expect(read(rules, typed)).toBe(offer);
  const line = readScoreLine(rules, typed);
  expect(line.kind === "retry" && line.rows).toContain("1-4");
});

test.each([
  ["2-1理由选举晚了，同2-3，上月改", "2-1 选举晚了，同2-3，上月改"],
  ["三杠九那个理由改成高峰期停车有点紧张物业在协调分不变", "3-9 高峰期停车有点紧张物业在协调"],
  ["3-8不变理由绿化秃", "3-8 绿化秃"],
  ["3-8分数不变理由改为绿化秃", "3-8 绿化秃"],
  ["3-9理由高峰期停车紧张，分不变", "3-9 高峰期停车紧张"],
  ["3-6 3，同", "3-6 3 同上"],
  ["3-6 4 与3-7同", "3-6 4 与3-7同"],
  ["3-8 3 绿化秃 交定稿", "? 3-8 3 绿化秃"],
])("a reason has no words in it that are none: %s", (typed, entries) => {
  expect(read({ ...plain, given: all }, typed)).toBe(entries);
});

test("what is taken off a row of a span is asked about once", () => {
  const line = readScoreLine(plain, "4-1到4-3满分，4-3扣1分");
  const sentence = line.kind === "retry" ? line.sentence : "";
  expect(sentence).toContain("「记为「4-3 2」」");
  expect(sentence).toContain("其余2项可以记录：4-1 3；4-2 3");
  expect(sentence).not.toContain("未能识别的文字");
});

const scored: ScoreRules = { ...plain, given: all };

test.each([
  ["1-1理由执法联动少 二 5 4 3公示栏旧 其余满", "? 1-1 执法联动少"],
  ["1-1理由执法联动少 二 5 3 5 5公示栏旧", "? 1-1 执法联动少"],
  ["1-1理由执法联动少 二 5 3 5 5", "1-1 执法联动少；2-1 5；2-2 3；2-3 5；2-4 5"],
  ["1-1 3 联动少 第二部分 5 3 5 5", "1-1 3 联动少；2-1 5；2-2 3；2-3 5；2-4 5"],
])("points of a part are no reason of the row before it: %s", (text, recorded) => {
  expect(read(scored, text)).toBe(recorded);
});
