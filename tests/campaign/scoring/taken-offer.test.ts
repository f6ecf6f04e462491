import { describe, expect, test } from "vitest";
import { withHeldRows } from "../../../src/campaign/scoring/held-rows.ts";
import { lineRules } from "../../../src/campaign/scoring/line-rules.ts";
import { doubtOf } from "../../../src/campaign/scoring/open-row.ts";
import { refusedBy } from "../../../src/campaign/scoring/refused-rows.ts";
import { criterionById } from "../../../src/campaign/scoring/rubric.ts";
import { declinesOffer, meantBy, takesOffer } from "../../../src/campaign/scoring/taken-offer.ts";
import { offered } from "../../../src/campaign/scoring/views.ts";
import { readScoreLine } from "../../../src/platform/conversation/score-line.ts";
import { withShare, workIn } from "../../../src/platform/conversation/shared-work.ts";
import { staffId } from "../../../src/shared/brand.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";
import { openSheet } from "./support/score-sheet.ts";

const rules = lineRules(shaoxing, new Map() as never);
const viewer = staffId("zhuji-1");
const offering = (...readings: string[]) => ({ viewer, work: withShare(workIn({}), viewer, { readings }) });

describe("a word that takes what was offered", () => {
  test.each(["对", "是", "嗯", "好", "好的", "y", "ok", "记", "就这么记"])("%s presses a single offer", (said) => {
    expect(takesOffer(said)).toBe(true);
    expect(meantBy(offering("4-3 2 执法来得少"), said)).toBe("4-3 2 执法来得少");
  });

  test.each(["对", "好", "记"])("%s to two offers tells none of them", (said) => {
    expect(meantBy(offering("1-4 4", "1-4 5"), said)).toBeUndefined();
  });

  test.each(["嗯好的记录其余两项", "要的两项都记录", "好的其余2项都记上"])("%s takes the offer of two rows", (said) => {
    expect(meantBy(offering("2-2 3；1-4 4 会议记录不全"), said)).toBe("2-2 3；1-4 4 会议记录不全");
    expect(meantBy(offering("1-1 4", "2-2 3；1-4 4 会议记录不全"), said)).toBe("2-2 3；1-4 4 会议记录不全");
    expect(meantBy(offering("2-2 3；1-4 4；3-1 5"), said)).toBeUndefined();
    expect(meantBy(offering(), said)).toBe(said);
  });

  test.each(["对", "好", "4-3 2"])("%s without an offer stays what it is", (said) => {
    expect(meantBy(offering(), said)).toBe(said);
  });

  test.each([
    ["y 2-2 0", ["1-1 4"], "1-1 4；2-2 0"],
    ["对，2-2 0", ["1-1 4"], "1-1 4；2-2 0"],
    ["y 2-2 0", [], "2-2 0"],
    ["y 2-2 0", ["1-1 4", "1-1 3"], "2-2 0"],
    ["ok，2-1理由选举晚了", [], "2-1理由选举晚了"],
    ["ok，2-1理由选举晚了", ["1-1 4"], "2-1理由选举晚了"],
    ["好 2-2 0", ["1-1 4"], "2-2 0"],
  ])("%s, after %j was offered", (said, offers, meant) => {
    expect(meantBy(offering(...offers), said)).toBe(meant);
  });

  test.each(["n", "N", "no", "全不要", "都不要了", "不要", "全部不要", "不用"])("%s declines it", (said) => {
    expect(declinesOffer(said)).toBe(true);
  });

  test.each(["3-4理由不要", "不要扣分", "无", "不适用", "3-4 不要", "不错"])("%s declines nothing", (said) => {
    expect(declinesOffer(said)).toBe(false);
  });
});

test("a sentence names the button that is there, and no other", () => {
  const texts = ["3-7 4 电梯旧；2-3 9", "2-1 5 选举晚了 下一个 3-8 3"];
  const lines = texts.map((text) => readScoreLine(rules, text)).filter((line) => line.kind === "retry");
  const refused = lines.flatMap((line, at) => refusedBy(rules, line, texts[at] ?? ""));
  const last = lines.at(-1);
  const draft = { sheet: openSheet("甲", {}), work: withShare(workIn({}), viewer, { refused }), viewer } as never;
  const shown = withHeldRows({ draft, said: [last?.sentence ?? ""], offers: last ? offered(last) : [] });
  const labels = shown.offers?.map(({ label }) => label);
  expect(labels).toContain("记录其余3项");
  expect(labels).not.toContain("记录其余2项");
  expect(shown.said.join("")).not.toContain("其余2项");
  expect(shown.said.join("")).toContain("没有作为2-1的理由");
});

test.each([
  ["1-4", "更正为4分，理由：①协调机制文件已建；②8月未例会", ["1-4 4 ①协调机制文件已建；②8月未例会"]],
  ["1-4", "改成三分吧会议少", ["1-4 3 会议少"]],
  ["4-1", "不是一分是两分执法来得少", ["4-1 2 执法来得少"]],
  ["4-3", "扣一分执法来得少", ["4-3 2 执法来得少"]],
  ["4-3", "扣一分，执法来得少", ["4-3 2 执法来得少"]],
])("for the open row %s, %s is offered with its reason", (at, said, readings) => {
  const row = criterionById(shaoxing.rubric, at);
  if (!row) throw new Error(`no row ${at}`);
  expect(doubtOf({ row, rules: { ...rules, at } }, said)?.readings).toEqual(readings);
});
