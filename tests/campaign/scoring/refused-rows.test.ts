import { expect, test } from "vitest";
import { lineRules } from "../../../src/campaign/scoring/line-rules.ts";
import { doubtOf, doubtOfLast, ofRowBefore } from "../../../src/campaign/scoring/open-row.ts";
import { givesRows, lastGiven, passedOver, refusedBy, rowBefore } from "../../../src/campaign/scoring/refused-rows.ts";
import { restRows } from "../../../src/campaign/scoring/rest-rows.ts";
import { criterionById } from "../../../src/campaign/scoring/rubric.ts";
import { runTogether } from "../../../src/campaign/scoring/run-together.ts";
import { readScoreLine } from "../../../src/platform/conversation/score-line.ts";
import { showEntries } from "../../../src/platform/conversation/score-readings.ts";
import { withShare, workIn } from "../../../src/platform/conversation/shared-work.ts";
import { staffId } from "../../../src/shared/brand.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";
import { openSheet } from "./support/score-sheet.ts";

const plain = lineRules(shaoxing, new Map() as never);
const rules = { ...plain, given: plain.sections.flatMap(({ rows }) => rows.map(({ id }) => id)) };
const viewer = staffId("shangyu-1");
const keysOf = (text: string) => refusedBy(rules, { sentence: "未保存。" }, text).map(({ key }) => key);

test.each([
  ["4-5得2分，充电桩不足", "4-5"],
  ["4-1至4-4均为三分半", "4-1 4-4 4-2 4-3"],
  ["三杠二那个零分", "3-2"],
  ["一一给三分一二给四分", "1-1 1-2"],
  ["百悦城二部分得分如下：人选推荐把关5分，党员占比3分", "2-1 2-2 2-3 2-4"],
  ["第四部分三三三三三三二全满分吧", "4-1 4-2 4-3 4-4 4-5 4-6 4-7"],
])("%s names its rows, whether it was read or not", (text, rows) => {
  expect(new Set(keysOf(text))).toEqual(new Set(rows.split(" ")));
  expect(givesRows(rules, text)).toBe(true);
});

test.each(["1-3幢的照片晚点发", "领导在开会", "2023-09-12再说", "3-2怎么打"])("%s gives no row points", (text) => {
  expect(givesRows(rules, text)).toBe(false);
});

test("each part of a refused message is told with its own row", () => {
  const text = "3-3 2，3-4扣1分，3-5扣1分";
  const line = readScoreLine(rules, text);
  const refused = line.kind === "retry" ? refusedBy(rules, line, text) : [];
  const told = Object.fromEntries(refused.map(({ key, sentence }) => [key, sentence]));

  expect(told["3-3"]).toContain("3-3");
  expect(told["3-3"]).not.toContain("3-4");
  expect(told["3-4"]).toContain("「3-4 3」");
  expect(told["3-4"]).not.toContain("3-5");
  expect(told["3-5"]).toContain("「3-5 4」");
});

test("其余满分 gives nothing to a row that a refused message named", () => {
  const refused = refusedBy(rules, { rows: ["3-1"], sentence: "未保存。" }, "（一）4-5得2分");
  const work = withShare(workIn({}), viewer, { refused });
  const rest = restRows(shaoxing, { sheet: openSheet("甲", {}), work, viewer });

  expect(rest.refused.map(({ id }) => id)).toEqual(["3-1", "4-5"]);
  expect(rest.given.map(({ id }) => id)).not.toContain("4-5");
});

test.each([
  ["一一给三分一二给四分一三四分一四五分一五三分", "1-1 3；1-2 4；1-3 4；1-4 5；1-5 3"],
  ["二一六分二二三分二三五分二四给三分", "2-1 6；2-2 3；2-3 5；2-4 3"],
  ["一一给四分 一二给三分", "1-1 4；1-2 3"],
  ["二一给五分嗯哦不对六分", "2-1 6 / 2-1 5"],
  ["二三五分因为公示晚了", "2-3 5 公示晚了"],
])("rows said without their stroke keep their own points: %s", (text, readings) => {
  expect(runTogether(rules, text)?.readings.join(" / ")).toBe(readings);
});

const open = (id: string) => {
  const row = criterionById(shaoxing.rubric, id);
  if (!row) throw new Error(id);
  return { row, rules: { ...rules, at: id } };
};

test.each([
  ["3-3", "零分吧收费率没到", "3-3 0 收费率没到"],
  ["3-2", "没达到", "3-2 0 没达到"],
  ["3-2", "达到了", "3-2 5"],
  ["3-2", "三分或者四分吧", ""],
  ["3-2", "四分绿化死了几棵树没补种", ""],
  ["3-5", "五分里面扣一分吧", "3-5 4"],
  ["1-1", "（一）4-5得2分，充电桩不足", ""],
])("the open row %s is offered of %s what it can have, with its reason", (row, text, readings) => {
  expect((doubtOf(open(row), text)?.readings ?? []).join(" / ")).toBe(readings);
});

test.each([
  ["刚才那条改成零分", "3-3", "3-3 0"],
  ["上一条改一下理由是保安配备不足", "3-7", "3-7 保安配备不足"],
  ["刚才那条改成零分", undefined, ""],
])("%s is of the row given last", (text, last, reading) => {
  expect(doubtOfLast(rules, last, text)?.readings.join("")).toBe(reading);
});

test("the row given last is the person's own", () => {
  const change = (edition: number, key: string, by: string) => ({ edition, key, by });
  const work = { ...workIn({}), changes: [change(1, "3-3", viewer), change(2, "3-5", "shangyu-2")] };

  expect(lastGiven({ work, viewer })).toBe("3-3");
});

test("points alone straight behind a refused message of another row are asked about", () => {
  const work = workIn({});
  const refused = refusedBy(rules, { sentence: "未保存。" }, "三杠九几分的我忘了是什么");
  const marked = refused.map((one) => ({ ...one, edition: work.edition }));
  const draft = { work: withShare(work, viewer, { refused: marked }), viewer };
  expect(rowBefore(draft, "3-8")).toBe("3-9");
  expect(rowBefore(draft, "3-9")).toBeUndefined();
  // Of several refused messages the last one counts.
  const earlier = refusedBy(rules, { sentence: "未保存。" }, "三杠七那个我想想").map((one) => ({ ...one, edition: 0 }));
  const twice = { work: withShare(work, viewer, { refused: [...earlier, ...marked] }), viewer };
  expect(rowBefore(twice, "3-8")).toBe("3-9");
  // Something was recorded since.
  expect(rowBefore({ ...draft, work: { ...draft.work, edition: work.edition + 1 } }, "3-8")).toBeUndefined();
  const [, readings] = ofRowBefore(rules, { said: "一分", before: "3-9", given: { criterion: "3-8", points: 1 } });
  expect(readings).toEqual(["3-9 1", "3-8 1"]);
});

test.each([
  ["第一部分嗯前三个都是满分第四个三分因为协调会没记录最后一个满分", "1-1 4；1-2 4；1-3 4；1-4 3 协调会没记录；1-5 3"],
  ["1-4 3 最后一次会议没记录", "1-4 3 最后一次会议没记录"],
])("%s: points of a counted row are no part of a reason", (text, typed) => {
  const line = readScoreLine({ ...rules, items: ["1-1", "1-2", "1-3", "1-4", "1-5"], at: "1-1", open: "1" }, text);
  expect(line.kind === "points" && showEntries(line.entries)).toBe(typed);
});

test("without its part, it is not read, and the reason ends before it", () => {
  const line = readScoreLine(rules, "1-4 3 协调会没记录最后一个满分");
  expect(line.kind === "retry" && line.readable?.typed).toBe("1-4 3 协调会没记录");
});

test("a sentence names the button that is there", () => {
  const line = readScoreLine(rules, "四杠一四杠二两分，三杠六给四分嗯草皮有点黄三杠七四分理由道路有裂缝");
  const { sentence = "", readings = [] } = line.kind === "retry" ? line : {};
  expect(readings).toEqual(["4-1 2；4-2 2"]);
  expect(sentence).toContain("「记为「4-1 2；4-2 2」」");
  expect(sentence).not.toContain("按以上2项记录");
});

test.each([
  [["1-4"], { "1-5": 200 }, "1-5", "1-4"],
  [["1-4", "1-2"], { "1-5": 200 }, "1-5", "1-2"],
  // It is reached in its turn.
  [["3-5"], { "1-1": 400 }, "1-1", undefined],
  [["1-4"], { "1-4": 500, "1-5": 200 }, "1-5", undefined],
  [["1-4"], { "1-4": 500 }, "1-4", undefined],
  [[], { "1-5": 200 }, "1-5", undefined],
])("with %j refused and %j given, behind %s follows %s", (keys, points, last, next) => {
  const context = { campaign: { definition: shaoxing }, rulings: new Map() } as never;
  const refused = keys.map((key) => ({ key }));
  expect(passedOver(context, openSheet("甲", points as Record<string, number>), refused, last)).toBe(next);
});
