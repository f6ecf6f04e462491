import { describe, expect, test } from "vitest";
import { isOfEnd, keptUntil, retentionOf } from "../../../src/campaign/archive/retention/due.ts";
import { digestOf } from "../../../src/campaign/archive/retention/find.ts";
import { retentionPhrases } from "../../../src/campaign/archive/retention/phrases.ts";
import type { Definition } from "../../../src/campaign/definition/definition.ts";
import type { RulingsInForce } from "../../../src/campaign/definition/rulings-in-force.ts";
import type { Context } from "../../../src/campaign/engine/context.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

test("personal data are kept for six months from the end, to the last day of a shorter month, across the year", () => {
  const until = (at: string, months = 6) => keptUntil(new Date(at), months);

  expect(until("2023-10-21T18:00:00+08:00")).toBe("2024-04-21");
  expect(until("2023-08-31T10:00:00+08:00")).toBe("2024-02-29");
  expect(until("2022-08-31T10:00:00+08:00")).toBe("2023-02-28");
  expect(until("2023-06-30T23:59:00+08:00")).toBe("2023-12-30");
  // 16:30 of London is the next day in Shanghai.
  expect(until("2023-10-31T16:30:00Z")).toBe("2024-05-01");
  expect([until("2024-02-29T10:00:00+08:00", 12), until("2023-10-21T10:00:00+08:00", 1)]).toEqual([
    ...["2025-02-28", "2023-11-21"],
  ]);
});

test("an archive counts from the moment of the last end on, not one of an end before", () => {
  const closedAt = new Date("2023-10-21T18:00:00+08:00");
  const of = (at: string) => isOfEnd(new Date(at), closedAt);

  expect([
    of("2023-10-21T17:59:59.999+08:00"),
    of("2023-10-21T18:00:00+08:00"),
    of("2023-10-21T18:00:01+08:00"),
  ]).toEqual([...[false, true, true]]);
  expect([isOfEnd(null, closedAt), isOfEnd(undefined, closedAt)]).toEqual([false, false]);
});

describe("how long they are kept", () => {
  const at = (campaign: Definition, rulings: RulingsInForce) =>
    retentionOf({ campaign: { definition: campaign } as Context["campaign"], rulings });

  test("is the ruling that decides it, whatever its number; unanswered it is a proposal", () => {
    const given = "审批领导 10月20日";
    const rulings: RulingsInForce = new Map([["R33", { text: "保存一年", value: { months: 12 }, given }]]);

    expect(at(shaoxing, new Map())).toEqual({ months: 6, ruled: undefined });
    expect(at(shaoxing, rulings)).toEqual({ months: 12, ruled: { ruling: "R33", given } });
    const renumbered = {
      ...shaoxing,
      rulings: shaoxing.rulings.map((one) => (one.id === "R33" ? { ...one, id: "R90" } : one)),
    };
    expect(at(renumbered, new Map([["R90", { text: "一个月", value: { months: 1 } }]]))).toMatchObject({ months: 1 });
    expect(at(renumbered, rulings)).toMatchObject({ months: 6, ruled: undefined });
  });

  test("an answer in words alone, and a campaign without such a ruling, leave the proposal", () => {
    const rulings: RulingsInForce = new Map([["R33", { text: "按档案规定保存" }]]);
    const without = { ...shaoxing, rulings: shaoxing.rulings.filter(({ id }) => id !== "R33") };

    expect(at(shaoxing, rulings)).toEqual({ months: 6, ruled: undefined });
    expect(at(without, rulings)).toEqual({ months: 6, ruled: undefined });
  });

  test("is said with what it rests on", () => {
    const ruled = { ruling: "R33", given: "审批领导 10月20日" };

    expect(retentionPhrases.due({ months: 12, ruled }, "2024年10月21日", false)).toBe(
      "按口径R33（审批领导 10月20日）保存12个月，至2024年10月21日届满；尚未届满，是否提前由审批人决定。",
    );
    expect(retentionPhrases.due({ months: 6, ruled: undefined }, "2024年4月21日", true)).toBe(
      "按建议保存6个月，已于2024年4月21日届满。",
    );
  });
});

test("what was shown and what is erased are the same things, in whatever order, not only as many", () => {
  const found = { phones: ["a", "b"], objectors: ["c"], drafts: [], photos: [] };

  expect(digestOf({ ...found, phones: ["b", "a"] })).toBe(digestOf(found));
  expect(digestOf({ ...found, phones: ["a", "d"] })).not.toBe(digestOf(found));
  expect(digestOf({ ...found, objectors: [], photos: ["c"] })).not.toBe(digestOf(found));
});

test("the journal keeps in words how much of each kind is erased", () => {
  const erased = { phones: 36, objectors: 1, drafts: 2, photos: 0 };

  expect(retentionPhrases.counts(erased)).toBe(
    "申报表中的电话：36条；异议、来信的反映人：1条；未提交的草稿：2份；未归入材料的照片和文件：0个",
  );
});
