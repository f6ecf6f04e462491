import { describe, expect, test } from "vitest";
import { rulingsAt } from "../../../src/campaign/definition/rulings-in-force.ts";
import { effectiveFrom, stepsOf } from "../../../src/campaign/ruling/rules.ts";
import type { RecordedAnswer } from "../../../src/campaign/ruling/ruling.ts";
import { staffId } from "../../../src/shared/brand.ts";

const at = (moment: string): Date => new Date(`2023-${moment}+08:00`);

const answer = (
  ruling: string,
  version: number,
  { text, from, decided = from }: { text: string; from: string; decided?: string },
): RecordedAnswer => ({
  campaignId: "shaoxing-2023",
  ruling,
  version,
  text,
  approver: staffId("approver"),
  approverName: "审批领导",
  effectiveAt: at(from),
  state: "confirmed",
  recordedBy: staffId("organizer"),
  recorderName: "马小涵",
  recordedAt: at(decided),
  decidedAt: at(decided),
});

const textAt = (answers: readonly RecordedAnswer[], ruling: string, moment: string): string | undefined =>
  rulingsAt(
    stepsOf(answers, ({ text }) => ({ text })),
    at(moment),
  ).get(ruling)?.text;

describe("which answer is in force", () => {
  const first = answer("R14", 1, { text: "区级", from: "08-10T09:00:00" });
  const second = answer("R14", 2, { text: "市级", from: "09-01T00:00:00", decided: "08-20T09:00:00" });

  test("none before the first takes effect, the first from that very moment", () => {
    expect(textAt([first], "R14", "08-10T08:59:59")).toBeUndefined();
    expect(textAt([first], "R14", "08-10T09:00:00")).toBe("区级");
  });

  test("a later version leaves the earlier in force until its own time comes", () => {
    expect(textAt([first, second], "R14", "08-31T23:59:59")).toBe("区级");
    expect(textAt([first, second], "R14", "09-01T00:00:00")).toBe("市级");
  });

  test("the newer version stays, even when an older one takes effect after it", () => {
    const late = answer("R10", 1, { text: "公示", from: "10-01T00:00:00", decided: "08-10T09:00:00" });
    const early = answer("R10", 2, { text: "不公示", from: "08-11T09:00:00" });

    expect(textAt([late, early], "R10", "10-02T00:00:00")).toBe("不公示");
  });

  test("only an answer decided before it takes effect is foreseen", () => {
    expect(stepsOf([first, second], ({ text }) => ({ text })).map(({ foreseen }) => foreseen)).toEqual([false, true]);
  });
});

describe("from when an answer holds", () => {
  test("never before it is confirmed", () => {
    const asked = { effectiveAt: at("08-10T09:00:00") };

    expect(effectiveFrom(asked, at("08-12T10:00:00"))).toEqual(at("08-12T10:00:00"));
    expect(effectiveFrom(asked, at("08-09T10:00:00"))).toEqual(at("08-10T09:00:00"));
  });
});
