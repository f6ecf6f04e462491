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

test.each([
  ["4-6 2 分类点1处满溢", "4-6 2 分类点1处满溢"],
  ["3-8\t3\t分期建设，暂无便民服务", "3-8 3 分期建设，暂无便民服务"],
  ["1-1 4 分管领导每月召集", "1-1 4 分管领导每月召集"],
  ["1-2 3 分歧较多", "1-2 3 分歧较多"],
  ["1-2 3分 分工明确", "1-2 3 分工明确"],
  ["1-2 3分分工不明", "1-2 3 分工不明"],
  ["3-5 4分管理混乱", "3-5 4 管理混乱"],
  ["3-4 3分工作不到位", "3-4 3 工作不到位"],
  ["3-5 四分楼道有杂物", "3-5 4 楼道有杂物"],
  ["1-2 3 分", "1-2 3"],
])("分 is a unit only where a unit can stand: %s", (typed, expected) => {
  expect(read(typed)).toBe(expected);
});

test.each([
  ["4-2改成零分吧哎还是两分吧没公示", "? 4-2 2 没公示 / 4-2 0 没公示"],
  ["4-4三分算了两分", "? 4-4 2 / 4-4 3"],
  ["4-5给三分嗯给两分好了停车乱", "? 4-5 2 停车乱 / 4-5 3"],
  ["2-4给五分不对给四分", "? 2-4 4 / 2-4 5"],
  ["2-2三分其实没达到", "? 2-2 0 其实没达到 / 2-2 3"],
  ["3-5四分理由车乱停哦不是是垃圾没清", "? 3-5 4 垃圾没清"],
  ["3-8三分理由你懂的先这样吧", "? 3-8 3"],
  ["对了三杠四三杠九各扣一分", "? 3-4 3 / 3-9 4"],
  ["3-5五分里面扣一分吧", "? 3-5 4"],
])("other points or another reason behind the first are asked about: %s", (typed, offered) => {
  expect(read(typed)).toBe(offered);
});

test.each(["3-2三分或者四分吧", "3-2三分理由同上", "3-2 4 投诉多"])(
  "a row that is reached or not is offered nothing between: %s",
  (typed) => {
    expect(read(typed)).toBe("? ");
  },
);

test.each([
  ["三之三理由补一下收缴率只有百分之九十一", "3-3 理由补充：收缴率只有百分之九十一"],
  ["3-8补个理由：快递代收点还没开", "3-8 理由补充：快递代收点还没开"],
  ["那个一点二给三点五分不对三分吧理由是会议记录不全", "1-2 3 会议记录不全"],
  ["3-2 5 投诉率未进后5%", "3-2 5 投诉率未进后5%"],
])("words that lead to a reason are none of it: %s", (typed, expected) => {
  expect(read(typed)).toBe(expected);
});

test.each([
  ["4-6、4-7满分", "4-6 3；4-7 2"],
  ["好的，4-6满分，4-7满分", "4-6 3；4-7 2"],
  ["四四到四七全部满分", "4-4 3；4-5 3；4-6 3；4-7 2"],
  ["那个剩下的都满分吧", "rest"],
  ["除了三杠二给零分其余满分理由满意度没排上", "3-2 0 满意度没排上；其余满分"],
  [
    "第三部分都满分除了三之五给两分理由是停车有点乱",
    "3-1 4；3-2 5；3-3 3；3-4 4；3-6 5；3-7 5；3-8 4；3-9 5；3-5 2 停车有点乱",
  ],
  [
    "（一）4-1至4-4均为3分；\n（二）4-5得2分，充电桩不足，拟于10月底前补齐；\n（三）4-6、4-7满分。",
    "4-1 3；4-2 3；4-3 3；4-4 3；4-5 2 充电桩不足，拟于10月底前补齐；4-6 3；4-7 2",
  ],
  ["四、部门协同治理秩序好：4-4 2，4-5 1（飞线），4-6 2，4-7 2。", "4-4 2；4-5 1 飞线；4-6 2；4-7 2"],
  [
    "三、0、5、3、4、5、4（部分绿化裸露）、4、4、5，小计34分",
    "3-1 0；3-2 5；3-3 3；3-4 4；3-5 5；3-6 4 部分绿化裸露；3-7 4；3-8 4；3-9 5",
  ],
  [
    "1．街道健全统一协调机制（4分）：4分\n2．联席会议（4分）：3分\n5．党建活动场所（3分）：2分，无固定场所",
    "1-1 4；1-2 3；1-5 2 无固定场所",
  ],
  [
    "3-1（达到得4分，达不到得0分）物业服务企业信用状况位于全市前5%。0\n3-2（达到得5分，达不到得0分）……5\n3-3（达到得3分，达不到得0分）……达到，得3分\n3-4（4分）……得4分",
    "3-1 0；3-2 5；3-3 3；3-4 4",
  ],
])("rows as the plan and messages write them: %s", (typed, expected) => {
  expect(read(typed)).toBe(expected);
});

const table = (rows: readonly string[]) => ["评选内容\t条目\t满分\t自评\t区评\t说明", ...rows].join("\n");

test("of several columns of points it is asked which counts", () => {
  const rows = [
    "三、物业服务规范高效\t3-1\t4\t4\t4\t信用AAA",
    "\t3-2\t5\t5\t0\t投诉率进后5％",
    '\t3-3\t3\t3\t3\t"收缴率\n0.985"',
  ];

  expect(read(table(rows))).toBe(
    "? 3-1 4 信用AAA；3-2 5 投诉率进后5%；3-3 3 收缴率 0.985 / 3-1 4 信用AAA；3-2 0 投诉率进后5%；3-3 3 收缴率 0.985",
  );
});

test("columns that agree are recorded, the full marks never are", () => {
  expect(read(table(["\t3-4\t4\t3\t3\t缺株", "\t3-5\t5\t4\t4\t积灰"]))).toBe("3-4 3 缺株；3-5 4 积灰");
});

test("behind full marks the points with their reason in brackets are the points", () => {
  expect(read("\t2-2\t业主委员会或……占比超过50%\t3分\t3（党员占比57.1%）")).toBe("2-2 3 党员占比57.1%");
});

test("a button's words can be sent", () => {
  expect(read("记为「3-9 4」")).toBe("3-9 4");
});
