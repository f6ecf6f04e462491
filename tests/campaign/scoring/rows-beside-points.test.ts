import { describe, expect, test } from "vitest";
import { lineRules } from "../../../src/campaign/scoring/line-rules.ts";
import { refusedBy } from "../../../src/campaign/scoring/refused-rows.ts";
import { readScoreLine } from "../../../src/platform/conversation/score-line.ts";
import { showEntries } from "../../../src/platform/conversation/score-readings.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const plain = lineRules(shaoxing, new Map() as never);
const all = plain.sections.flatMap(({ rows }) => rows.map(({ id }) => id));
const rulesAt = (at?: string) => ({
  ...plain,
  ...(at === undefined ? {} : { at }),
  given: all.filter((id) => id !== at),
});

/** What is recorded, or in brackets what is offered, one after the other. */
const read = (typed: string, at?: string): string => {
  const line = readScoreLine(rulesAt(at), typed);
  if (line.kind === "points") return showEntries(line.entries) + (line.rest ? "；其余满分" : "");
  if (line.kind !== "retry") return line.kind;
  return `[${[line.readable?.typed, ...(line.readings ?? [])].filter((one) => one !== undefined).join("] [")}]`;
};

describe("a row written with a point, or counts among its words", () => {
  test.each([
    ["2.2党员占比7人里4个，给3分", "[2-2 3 党员占比7人里4个]"],
    ["2-2党员占比7人里4个，给3分", "[2-2 3 党员占比7人里4个]"],
    ["2-2 7人里4个，给3分", "[2-2 3 7人里4个]"],
    ["2.4公示栏偏小，打3分", "[2-4 3 公示栏偏小]"],
    ["1.5 场地小，得2分", "[1-5 2 场地小]"],
    ["3.6绿化缺株3处，评4分", "[3-6 4 绿化缺株3处]"],
    ["1-3　社区选派党员1名，尚缺1名", "1-3 社区选派党员1名，尚缺1名"],
    ["1-3 3 社区选派党员1名，尚缺1名", "1-3 3 社区选派党员1名，尚缺1名"],
    ["2.5场地小", "none"],
    ["1.5万元未公示，给3分", "none"],
    ["1.5米绿篱缺株，打2分", "none"],
  ])("%s", (typed, expected) => expect(read(typed)).toBe(expected));

  test("the sender of the next message in a chat ends the reason", () => {
    const chat =
      "百悦物业-陈某某 8月28日 09:12\n2.2党员占比7人里4个，给3分\n2.3 3分 换届按时\n百官街道-王某 8月28日 09:13\n2-4 4分 业委会每季度公示收支";
    expect(read(chat)).toBe("[2-3 3 换届按时；2-4 4 业委会每季度公示收支] [2-2 3 党员占比7人里4个]");
  });
});

describe("points of the row that is asked for, with other rows behind their reason", () => {
  test.each([
    ["4 议事会记录不全，1-1机制刚建", "1-4", "[1-4 4 议事会记录不全；1-1 机制刚建]"],
    ["0 党员才2个 2-3~2-4满", "2-2", "[2-4 5] [2-2 0 党员才2个；2-3 6]"],
    ["0 党员才2个 2-3 6", "2-2", "[2-2 0 党员才2个；2-3 6]"],
    ["3 3-1跟3-2先0 名单没出", "3-3", "[3-3 3；3-1 0 名单没出；3-2 0 名单没出]"],
    ["3-1跟3-2都先0 名单没出", "3-3", "3-1 0 名单没出；3-2 0 名单没出"],
    ["3-6先4分", "3-6", "3-6 4"],
    ["4 议事会记录不全", "1-4", "none"],
    ["4 议事会记录不全，与1-1同", "1-4", "none"],
    ["4 1-3幢记录不全", "1-4", "none"],
  ])("%s at %s", (typed, at, expected) => expect(read(typed, at)).toBe(expected));
});

describe("points of a part, with reasons of its rows", () => {
  const values = "4-1 3；4-2 2 供气电话漏了；4-3 3；4-4 3；4-5 2 有飞线；4-6 3；4-7 2";
  test.each([
    ["四 3 2 3 3 2 3 2，4-2供气电话漏了 4-5有飞线", values],
    ["四 3 2 3 3 2 3 2；4-2供气电话漏了；4-5有飞线", values],
    ["四、3、2、3、3、2、3、2 4-2供气电话漏了，4-5有飞线", values],
    ["四 3 2 3 3 2 3 2\n4-2理由：供气电话漏了\n4-5 有飞线", values],
    ["1-1 3；1-1 会议少", "1-1 3 会议少"],
    ["1-1 4；1-1 会议少", "[]"],
    ["1-1 3；1-1 会议少；1-1 记录不全", "[]"],
    ["1-1 3 会议少；1-2 4", "1-1 3 会议少；1-2 4"],
  ])("%j", (typed, expected) => expect(read(typed)).toBe(expected));
});

describe("按数据 is no number", () => {
  test.each(["3-3 按数据", "3. 3-3 按数据", "3-3按数据评分", "3-3：按市级数据打分"])("%s", (typed) => {
    const line = readScoreLine(rulesAt("3-3"), typed);
    expect(line.kind === "retry" && line.sentence).toBe("3-3没有写分数，未保存。");
  });

  test("按数据 within a reason is a reason", () => {
    expect(read("3-4 3 按数据核对后少一次")).toBe("3-4 3 按数据核对后少一次");
  });
});

test("the name of a part above rows that are refused is of no row that has its points", () => {
  const keysOf = (text: string, rows: string[]) =>
    refusedBy(rulesAt("4-7"), { rows, sentence: "未保存。" }, text).map(({ key }) => key);
  expect(keysOf("四、部门联动（20分）：投诉电话", ["4-3"])).toEqual(["4-3", "4-7"]);
  expect(keysOf("第四部分 4-2和4-3", ["4-3"])).toEqual(["4-3", "4-2"]);
  expect(keysOf("第四部分都2分", [])).toEqual(all.filter((id) => id.startsWith("4-")));
});
