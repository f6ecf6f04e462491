import { describe, expect, test } from "vitest";
import { rulingsAt } from "../../../src/campaign/definition/rulings-in-force.ts";
import { comingOf, effectiveFrom, pendingOf, stepsOf } from "../../../src/campaign/ruling/rules.ts";
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

  test("answers that take effect together make one step, in which the newest version of each ruling stands", () => {
    const again = answer("R14", 2, { text: "市级", from: "08-10T09:00:00" });
    const other = answer("R10", 1, { text: "公示", from: "08-10T09:00:00" });
    const steps = stepsOf([again, other, first], ({ text }) => ({ text }));

    expect(steps.map(({ from }) => from)).toEqual([at("08-10T09:00:00")]);
    expect(steps.map(({ inForce }) => [inForce.get("R14")?.text, inForce.get("R10")?.text])).toEqual([
      ["市级", "公示"],
    ]);
  });

  test("without answers there are no steps", () => {
    expect(stepsOf([], ({ text }) => ({ text }))).toEqual([]);
  });

  test("only an answer decided before it takes effect is foreseen", () => {
    expect(stepsOf([first, second], ({ text }) => ({ text })).map(({ foreseen }) => foreseen)).toEqual([false, true]);
  });
});

describe("from when an answer holds", () => {
  test("never before it is confirmed", () => {
    const asked = { effectiveAt: at("08-10T09:00:00") };

    expect(effectiveFrom(asked, at("08-12T10:00:00"))).toEqual(at("08-12T10:00:00"));
    expect(effectiveFrom(asked, at("08-10T09:00:00"))).toEqual(at("08-10T09:00:00"));
    expect(effectiveFrom(asked, at("08-09T10:00:00"))).toEqual(at("08-10T09:00:00"));
  });
});

describe("the answer that is still to come", () => {
  const now = at("08-20T09:00:00");
  const inForce = answer("R14", 1, { text: "区级", from: "08-20T09:00:00" });
  const coming = answer("R14", 2, { text: "市级", from: "08-20T09:00:01", decided: "08-19T09:00:00" });

  test("is confirmed and holds from later than now; from this very moment it is there", () => {
    expect(comingOf([inForce], "R14", now)).toBeUndefined();
    expect(comingOf([inForce, coming], "R14", now)).toBe(coming);
  });

  test("is the newest of several", () => {
    const newer = answer("R14", 3, { text: "区级", from: "08-25T00:00:00", decided: "08-19T10:00:00" });

    expect(comingOf([inForce, coming, newer], "R14", now)).toBe(newer);
  });

  test.each(["pending", "declined", "superseded"] as const)("is none that is %s", (state) => {
    expect(comingOf([{ ...coming, state }], "R14", now)).toBeUndefined();
  });

  test("is none to another ruling", () => {
    expect(comingOf([coming], "R10", now)).toBeUndefined();
  });
});

describe("the answer that waits for its approver", () => {
  const first = answer("R14", 1, { text: "区级", from: "08-10T09:00:00" });
  const waiting = { ...answer("R14", 2, { text: "市级", from: "08-20T09:00:00" }), state: "pending" as const };

  test("is the pending one, whenever it would hold from", () => {
    expect(pendingOf([first, waiting], "R14")).toBe(waiting);
  });

  test("is none once it is decided or superseded, and none to another ruling", () => {
    expect(pendingOf([first, { ...waiting, state: "declined" }], "R14")).toBeUndefined();
    expect(pendingOf([first, { ...waiting, state: "superseded" }], "R14")).toBeUndefined();
    expect(pendingOf([first, waiting], "R10")).toBeUndefined();
  });
});
