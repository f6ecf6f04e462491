import { describe, expect, test } from "vitest";
import { historyPhrases } from "../../../src/campaign/case-history/phrases.ts";
import { isUnfinal, pageOf, readFace, readMoment } from "../../../src/campaign/case-history/rules.ts";
import { shanghaiIso } from "../../../src/shared/civil-date.ts";

const WHEN = { today: "2023-10-20", year: 2023 } as const;

const read = (said: string) => {
  const moment = readMoment(said, WHEN);
  return moment && [shanghaiIso(moment.at).slice(0, 16), moment.rest];
};

describe("a moment and a name", () => {
  test.each([
    ["2023-09-28 14:05 翠苑三区", "2023-09-28T14:05"],
    ["翠苑三区 2023-09-28 14:05", "2023-09-28T14:05"],
    ["9月28日14:05翠苑三区", "2023-09-28T14:05"],
    ["9月28日14：05 翠苑三区", "2023-09-28T14:05"],
    ["9月28日下午2点 翠苑三区", "2023-09-28T14:00"],
    ["9月28日下午2点半 翠苑三区", "2023-09-28T14:30"],
    ["9月28日14时5分 翠苑三区", "2023-09-28T14:05"],
    ["9月28日中午12点 翠苑三区", "2023-09-28T12:00"],
    ["9月28日上午9点的翠苑三区", "2023-09-28T09:00"],
    ["9月28日 翠苑三区", "2023-09-28T23:59"],
    ["昨天 翠苑三区", "2023-10-19T23:59"],
    ["昨天 14:05 翠苑三区", "2023-10-19T14:05"],
    ["9月28日（周四）14:05 翠苑三区", "2023-09-28T14:05"],
  ])("%s", (said, minute) => {
    expect(read(said)).toEqual([minute, "翠苑三区"]);
  });

  test("holds what was done in its last second", () => {
    expect(readMoment("9月28日 14:05 翠苑三区", WHEN)?.at).toEqual(new Date("2023-09-28T14:05:59.999+08:00"));
  });

  test.each([
    "翠苑三区",
    "9月31日 翠苑三区",
    "9月28日 25:00 翠苑三区",
    "9月28日 14:60 翠苑三区",
    "9月27日 9月28日 翠苑三区",
    "",
  ])("no moment, none that exists, or two: %s", (said) => {
    expect(readMoment(said, WHEN)).toBeUndefined();
  });
});

test.each([
  ["翠苑三区", "翠苑三区", "summary"],
  ["翠苑三区 评分", "翠苑三区", "points"],
  ["翠苑三区的材料", "翠苑三区", "evidence"],
  ["翠苑三区 核验", "翠苑三区", "verification"],
  ["评分", "评分", "summary"],
])("what is to be shown stands behind the name: %s", (rest, name, face) => {
  expect(readFace(rest, historyPhrases.faces)).toEqual({ name, face });
});

describe("points of the city that are not final", () => {
  const sheet = (scorer: string, ledger = "city") => ({
    action: ledger === "city" ? "verification.scored" : "review.scored",
    changes: [{ table: "score", key: { case_id: "c", ledger, scorer, criterion: "3-5" } }],
  });

  test("are their member's alone", () => {
    expect(isUnfinal(sheet("team-1"), { viewer: "maxiaohan", finals: [] })).toBe(true);
    expect(isUnfinal(sheet("team-1"), { viewer: "team-1", finals: [] })).toBe(false);
    expect(isUnfinal(sheet("team-1"), { viewer: "maxiaohan", finals: ["team-1"] })).toBe(false);
    expect(isUnfinal(sheet("team-1"), { viewer: "maxiaohan", finals: ["team-2"] })).toBe(true);
  });

  test("that were given once more as they were are shown to nobody", () => {
    expect(isUnfinal({ action: "verification.scored", changes: [] }, { viewer: "team-1", finals: ["team-1"] })).toBe(
      true,
    );
    expect(isUnfinal({ action: "case.seen", changes: [] }, { viewer: "maxiaohan", finals: [] })).toBe(false);
  });

  test("are no points of the district", () => {
    expect(isUnfinal(sheet("district", "district"), { viewer: "maxiaohan", finals: [] })).toBe(false);
  });
});

test("a page beyond the last is the last, one before the first is the first", () => {
  const all = [1, 2, 3, 4, 5];
  expect(pageOf(all, 1, 2)).toEqual({ items: [1, 2], pages: 3 });
  expect(pageOf(all, 9, 2)).toEqual({ items: [5], pages: 3 });
  expect(pageOf(all, 0, 2)).toEqual({ items: [1, 2], pages: 3 });
  expect(pageOf([], 1, 2)).toEqual({ items: [], pages: 1 });
});
