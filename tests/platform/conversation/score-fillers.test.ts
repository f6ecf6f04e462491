import { describe, expect, test } from "vitest";
import { lineRules } from "../../../src/campaign/scoring/line-rules.ts";
import { doubtOf } from "../../../src/campaign/scoring/open-row.ts";
import { runTogether } from "../../../src/campaign/scoring/run-together.ts";
import { readScoreLine } from "../../../src/platform/conversation/score-line.ts";
import { showEntries } from "../../../src/platform/conversation/score-readings.ts";
import type { ScoreRules } from "../../../src/platform/conversation/score-rules.ts";
import { shaoxing } from "../../campaign/definition/support/shaoxing.ts";

const none = lineRules(shaoxing, new Map() as never);
const scored: ScoreRules = { ...none, given: none.sections.flatMap(({ rows }) => rows.map(({ id }) => id)) };
/** What is recorded, or `?` with what is offered. */
const read = (text: string): string => {
  const line = readScoreLine(scored, text);
  if (line.kind === "points") return showEntries(line.entries);
  if (line.kind !== "retry") return line.kind;
  const { readable, readings = [] } = line;
  return `? ${[...(readable ? [readable.typed] : []), ...readings].join(" / ")}`;
};

describe("what is said between a row and its points is no reason", () => {
  test.each([
    ["一之一其实三分", "1-1 3"],
    ["一之一其实三分 不对 还是四分", "1-1 4"],
    ["1-1 其实4", "1-1 4"],
    ["一杠四就是那个五分", "1-4 5"],
    ["三杠二刚才那个改成零分", "3-2 0"],
    ["第四部分呢 四杠一三分 四杠二嘛两分", "4-1 3；4-2 2"],
    ["嗯一杠一四分 一杠二嘛三分那个联席会议开得少了一点", "1-1 4；1-2 3 联席会议开得少了一点"],
    ["一杠一呢四分 一杠二呢三分", "1-1 4；1-2 3"],
    ["第三部分嘛第一条四分 第三条满分", "3-1 4；3-3 3"],
    ["第三部分呢第一条四分", "3-1 4"],
    ["四之五呢 改成一分好了因为那个没有电子投票", "4-5 1 没有电子投票"],
    ["哦对了刚才那个 2-1 理由是业委会筹备组还没备案", "2-1 业委会筹备组还没备案"],
    ["刚才的2-1改成4分", "2-1 4"],
    ["三杠六理由改一下 改成电动车飞线充电", "3-6 电动车飞线充电"],
    // Within a reason it stays.
    ["1-2 3 其实会议开得少", "1-2 3 其实会议开得少"],
    ["1-2 3 好了很多但会议仍少", "1-2 3 好了很多但会议仍少"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("points that were taken back are not offered, where the row cannot have those said last", () => {
  test.each(["一点五改成三分 不对不对两点五", "1-5 3分 不对 2.5", "1-5改成三分 哦不 两点五"])("%s", (text) => {
    expect(read(text)).toBe("? ");
  });

  test("where it can have both, both are", () => {
    expect(read("一杠五三分不对不对两分")).toBe("? 1-5 2 / 1-5 3");
    expect(read("1-1 3 嗯不对 那个4")).toBe("? 1-1 4 / 1-1 3");
  });
});

describe("points said of another row are not offered for the open one", () => {
  const row = shaoxing.rubric.sections.flatMap(({ criteria }) => criteria).find(({ id }) => id === "3-9");
  if (!row) throw new Error("no such row");
  const offered = (text: string) => doubtOf({ row, rules: scored }, text)?.readings;

  test.each([
    ["四六那个两分 然后那个四七一分 没有做信用", ["4-6 2；4-7 1 没有做信用"]],
    ["嗯四六嘛两分", ["4-6 2"]],
    ["四七那个一分", ["4-7 1"]],
  ])("%s", (text, expected) => {
    expect(runTogether(scored, text)?.readings).toEqual(expected);
    expect(offered(text)).toEqual([]);
  });

  test("those of the open row are", () => {
    expect(offered("嗯那个两分吧")).toEqual(["3-9 2"]);
    expect(offered("二楼漏水给两分")).toEqual(["3-9 2 二楼漏水"]);
  });
});
