import { describe, expect, test } from "vitest";
import { followReasons, rowsWithoutAbove } from "../../../src/campaign/scoring/follow-reasons.ts";
import { lineRules } from "../../../src/campaign/scoring/line-rules.ts";
import { criteriaOf } from "../../../src/campaign/scoring/rubric.ts";
import { readScoreLine } from "../../../src/platform/conversation/score-line.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const order = ["1-1", "1-2", "1-3"];

test("同上 is the nearest reason above, also one of the same page, whatever the order of its fields", () => {
  const given = [
    { criterion: "1-3", points: 3, reason: "同上" },
    { criterion: "1-2", points: 2, reason: "台账不全" },
  ];

  const { followed, problems } = followReasons(given, { order, reasons: new Map([["1-1", "未公示"]]) });

  expect(followed).toEqual([
    { criterion: "1-3", points: 3, reason: "台账不全" },
    { criterion: "1-2", points: 2, reason: "台账不全" },
  ]);
  expect(problems).toEqual([]);
});

test("沿用 is the reason that the row has", () => {
  const given = [{ criterion: "1-2", points: 2, reason: "沿用" }];

  const { followed } = followReasons(given, { order, reasons: new Map([["1-2", "未公示"]]) });

  expect(followed).toEqual([{ criterion: "1-2", points: 2, reason: "未公示" }]);
});

test("with nothing to follow the points stand without a reason, and it is said", () => {
  const given = [
    { criterion: "1-1", points: 3, reason: "同上" },
    { criterion: "1-2", reason: "沿用" },
  ];

  const { followed, problems } = followReasons(given, { order, reasons: new Map() });

  expect(followed).toEqual([{ criterion: "1-1", points: 3 }]);
  expect(problems).toEqual([
    { criterion: "1-1", sentence: "1-1没有可沿用的理由，理由未保存，请写明理由。" },
    { criterion: "1-2", sentence: "1-2没有可沿用的理由，理由未保存，请写明理由。" },
  ]);
});

test("a reason in words stands as it was typed, points without one stay without", () => {
  const given = [
    { criterion: "1-1", points: 3, reason: "缺1份台账。" },
    { criterion: "1-2", points: 4 },
  ];

  expect(followReasons(given, { order, reasons: new Map([["1-2", "未公示"]]) })).toEqual({
    followed: given,
    problems: [],
  });
});

test("同上 takes no reason from further up the sheet", () => {
  const reasons = new Map([["1-1", "未公示"]]);
  const problem = { criterion: "1-3", sentence: "1-3没有可沿用的理由，理由未保存，请写明理由。" };

  const alone = followReasons([{ criterion: "1-3", points: 2, reason: "同上" }], { order, reasons });
  expect(alone).toEqual({ followed: [{ criterion: "1-3", points: 2 }], problems: [problem] });

  const next = followReasons([{ criterion: "1-2", points: 2, reason: "同上" }], { order, reasons });
  expect(next.followed).toEqual([{ criterion: "1-2", points: 2, reason: "未公示" }]);
});

describe("同上 is offered only where there is a reason above", () => {
  const rules = lineRules(shaoxing, new Map());
  const order = criteriaOf(shaoxing.rubric).map(({ id }) => id);
  const without = (typed: string, reasons: ReadonlyMap<string, string> = new Map()) => {
    const line = readScoreLine(rules, typed);
    return line.kind === "retry" ? rowsWithoutAbove(rules, line, { order, reasons }) : line.kind;
  };

  test.each([
    ["4-1~4-3 2 理由同上", ["4-1", "4-2", "4-3"]],
    ["4-1~4-3 2 理由同上 4-7改1", ["4-1", "4-2", "4-3"]],
    ["3-5扣一分同上", ["3-5"]],
    ["3-5扣一分绿化枯，3-6 4 同上，3-7 99", []],
    ["4-1~4-3 2 会议少", []],
  ])("%s", (typed, rows) => expect(without(typed)).toEqual(rows));

  test("or one that the sheet has", () => {
    expect(without("4-1~4-3 2 理由同上", new Map([["3-9", "路灯不亮"]]))).toEqual([]);
  });
});
