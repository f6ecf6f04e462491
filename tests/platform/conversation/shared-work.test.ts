import { describe, expect, test } from "vitest";
import {
  changesKnownSince,
  ofPage,
  pageSubject,
  reconcile,
  type SharedWork,
  shareOf,
  shownTo,
  unseenBy,
  withChanges,
  withLook,
  workIn,
} from "../../../src/platform/conversation/shared-work.ts";

const none = workIn({});

/** Two people who have both seen that the address is 甲路. */
const both = ["first", "second"].reduce(
  (work, person) => withLook(work, person),
  withChanges(none, "first", { before: {}, after: { address: "甲路" } }),
);

const changed = (work: SharedWork, by: string, before: string, after: string) =>
  withChanges(work, by, { before: { address: before }, after: { address: after } });

describe("what colleagues changed", () => {
  test("is told once, from what the person last saw to what it is now", () => {
    const work = changed(changed(both, "first", "甲路", "乙路"), "first", "乙路", "丙路");

    expect(unseenBy(work, "second")).toEqual([
      { edition: 3, key: "address", by: "first", before: "甲路", after: "丙路" },
    ]);
    expect(unseenBy(withLook(work, "second"), "second")).toEqual([]);
    expect(shownTo(withLook(work, "second"), "second")).toHaveLength(1);
    expect(shownTo(withLook(withLook(work, "second"), "second"), "second")).toEqual([]);
  });

  test("is nothing when it was changed back, or last changed by the person", () => {
    const back = changed(changed(both, "first", "甲路", "乙路"), "first", "乙路", "甲路");
    const own = changed(changed(both, "first", "甲路", "乙路"), "second", "乙路", "丙路");

    expect(unseenBy(back, "second")).toEqual([]);
    expect(unseenBy(own, "second")).toEqual([]);
  });

  test("a value saved again is no change", () => {
    expect(changed(both, "first", "甲路", "甲路").edition).toBe(both.edition);
  });
});

describe("saving what a colleague changed meanwhile", () => {
  const work = changed(both, "first", "甲路", "乙路");
  const save = (mine: string) => reconcile(work, "second", { before: { address: "乙路" }, after: { address: mine } });

  test("keeps the colleague's where the person left the field as it was", () => {
    expect(save("甲路")).toEqual({ values: { address: "乙路" }, conflicts: [] });
  });

  test("agrees where both wrote the same", () => {
    expect(save("乙路")).toEqual({ values: { address: "乙路" }, conflicts: [] });
  });

  test("asks where both wrote something else, and keeps the colleague's until then", () => {
    expect(save("丙路")).toEqual({
      values: { address: "乙路" },
      conflicts: [{ key: "address", by: "first", mine: "丙路" }],
    });
  });

  test("takes the person's once the colleague's has been seen", () => {
    const seen = withLook(work, "second");

    expect(reconcile(seen, "second", { before: { address: "乙路" }, after: { address: "丙路" } })).toEqual({
      values: { address: "丙路" },
      conflicts: [],
    });
  });
});

test("a draft of an earlier version has no shared work, and everybody's part begins empty", () => {
  expect(workIn({ formId: "application", answers: {}, skipped: [], at: "compoundName" })).toEqual(none);
  expect(shareOf(none, "first")).toEqual({ seen: 0, shown: 0, refused: [], conflicts: [] });
});

describe("what the person changed on another device", () => {
  const work = changed(changed(both, "first", "甲路", "乙路"), "first", "乙路", "丙路");

  test("is known from the edition that a page showed, from what it was then", () => {
    expect(changesKnownSince(work, "first", 1)).toEqual([
      { edition: 3, key: "address", by: "first", before: "甲路", after: "丙路" },
    ]);
    expect(changesKnownSince(work, "first", 2)).toEqual([
      { edition: 3, key: "address", by: "first", before: "乙路", after: "丙路" },
    ]);
  });

  test("is nothing on the newest page, and nothing of a colleague's that was not told", () => {
    expect(changesKnownSince(work, "first", 3)).toEqual([]);
    expect(changesKnownSince(work, "second", 1)).toEqual([]);
  });

  test("goes with what the person was told there of a colleague's", () => {
    const told = withLook(work, "second");

    expect(changesKnownSince(told, "second", 1)).toMatchObject([{ key: "address", by: "first", after: "丙路" }]);
    expect(changesKnownSince(told, "second", 3)).toEqual([]);
  });
});

describe("the subject of a page's form", () => {
  test.each([
    [pageSubject("a-1", 3), { subject: "a-1", face: 3 }],
    [pageSubject("a-1 outside-1", 0), { subject: "a-1 outside-1", face: 0 }],
    ["a-1", { subject: "a-1" }],
  ])("%s", (subject, read) => {
    expect(ofPage(subject)).toEqual(read);
  });
});
