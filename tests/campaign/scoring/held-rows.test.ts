import { describe, expect, test } from "vitest";
import { withHeldRows, writtenOn } from "../../../src/campaign/scoring/held-rows.ts";
import { lineRules } from "../../../src/campaign/scoring/line-rules.ts";
import { refusedBy } from "../../../src/campaign/scoring/refused-rows.ts";
import { offered } from "../../../src/campaign/scoring/views.ts";
import type { Action } from "../../../src/platform/chat/view.ts";
import { readScoreLine } from "../../../src/platform/conversation/score-line.ts";
import { showEntries } from "../../../src/platform/conversation/score-readings.ts";
import { withShare, workIn } from "../../../src/platform/conversation/shared-work.ts";
import { staffId } from "../../../src/shared/brand.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";
import { openSheet } from "./support/score-sheet.ts";

const rules = lineRules(shaoxing, new Map() as never);
const viewer = staffId("zhuji-1");

/** A refused message, and what is said next. */
function refusedLine(text: string) {
  const line = readScoreLine(rules, text);
  if (line.kind !== "retry") throw new Error(`${text} was read`);
  const refused = refusedBy(rules, line, text);
  const work = withShare(workIn({}), viewer, { refused });
  const draft = { sheet: openSheet("甲", {}), work, viewer } as never;
  return {
    line,
    now: withHeldRows({ draft, said: [], offers: offered(line) }),
    next: withHeldRows({ draft, said: [], offers: [] as readonly Action[] }),
  };
}

describe("what could be read of a refused message stays offered", () => {
  test.each([
    "三杠一满分三杠二也满分三杠三没达到零分因为有个别墙面脱落",
    "1-1 4；1-2 3 会议少；1-4 9",
    "3-4 2 公示栏坏了，3-5扣1分",
  ])("%j", (text) => {
    const { line, now, next } = refusedLine(text);
    const readable = line.readable;
    expect(readable).toBeDefined();
    // At once it is offered as before, and once.
    expect(now.offers?.filter(({ label }) => label.startsWith("记录其余"))).toHaveLength(1);
    expect(now.said).toEqual([]);

    const [take] = next.offers ?? [];
    expect(take?.label).toBe(`记录其余${readable?.entries}项`);
    expect(next.said.join("")).toContain(`「记录其余${readable?.entries}项」`);
    const read = readScoreLine(rules, take?.typed ?? "");
    expect(read.kind === "points" && new Set(read.entries.map((one) => showEntries([one])))).toEqual(
      new Set(readable?.typed.split("；")),
    );
  });

  test("with what is read later in one button", () => {
    const [first, second] = ["1-1 4；1-4 9", "3-4 2 公示栏坏了，3-5扣1分"].map((text) => refusedLine(text).line);
    const refused = [first, second].flatMap((line) => (line ? refusedBy(rules, line, "") : []));
    const draft = { sheet: openSheet("甲", {}), work: withShare(workIn({}), viewer, { refused }), viewer } as never;
    const { offers = [] } = withHeldRows({ draft, said: [], offers: second ? offered(second) : [] });
    expect(offers.filter(({ label }) => label.startsWith("记录其余")).map(({ typed }) => typed)).toEqual([
      "1-1 4；3-4 2 公示栏坏了",
    ]);
  });
});

test.each([
  [
    "「记为「3-9 2 巡查台账不全；4-4 1 “好邻居”评选未开展；2-4 4」」",
    "3-9 2 巡查台账不全；4-4 1 “好邻居”评选未开展；2-4 4",
  ],
  ["记为「3-9 2」", "3-9 2"],
  ["3-9 2 记为「优」", "3-9 2 记为「优」"],
])("%j is what stands on the button", (said, reading) => {
  expect(writtenOn(said)).toBe(reading);
});

test.each(["3-6改回5", "3-6改回5分", "3-6 改回 5"])("%j changes the points, and says no reason", (said) => {
  const read = readScoreLine(rules, said);
  expect(read.kind === "points" && read.entries).toMatchObject([{ row: "3-6", points: 5 }]);
  expect(read.kind === "points" && read.entries[0]?.reason).toBeFalsy();
});
