import { describe, expect, test } from "vitest";
import type { RulingsInForce } from "../../../src/campaign/definition/rulings-in-force.ts";
import { competing } from "../../../src/campaign/ranking/rules.ts";
import type { Score } from "../../../src/campaign/scoring/score-sheet.ts";
import { foundOnSite, foundWords, notMetByAll } from "../../../src/campaign/verification/found-on-site.ts";
import type { CityRow } from "../../../src/campaign/verification/verification.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const excluding: RulingsInForce = new Map([
  ["R5", { text: "第7项", value: { excludes: ["7"], reasonRequired: true } }],
]);

const score = (criterion: string, clause?: string): Score => ({
  ...{ criterion, hundredths: 0, reason: undefined, remark: undefined, definitionVersion: 1, givenFor: undefined },
  ...(clause === undefined ? { state: "given" } : { state: "requirementNotMet", clause }),
});
const sheet = (...scores: Score[]) => ({ scores: new Map(scores.map((one) => [one.criterion, one])) });

const agreedOn = (...rows: string[]) =>
  new Map(
    rows.map((criterion) => [
      criterion,
      {
        ...{ caseId: "甲", criterion, number: 1, hundredths: 100, reason: undefined, recordedBy: "lead" },
        ...{ recordedAt: new Date(0), revoked: false },
      },
    ]),
  );

const verified = (
  sheets: readonly ReturnType<typeof sheet>[],
  rest: { assigned?: string[]; agreed?: string[] } = {},
) => {
  const ids = sheets.map((_, at) => `team-${at}`);
  return {
    assigned: rest.assigned ?? ids,
    finalized: ids,
    rows: new Map<string, CityRow>(),
    agreed: agreedOn(...(rest.agreed ?? [])),
    sheets: new Map(sheets.map((one, at) => [`team-${at}`, one])),
  };
};

describe("a clause that is not met", () => {
  const both = [sheet(score("3-6", "7-3"), score("3-5")), sheet(score("3-6", "7-3"), score("3-5"))];

  test("is found where every member found it on the same row, once", () => {
    expect(notMetByAll(verified(both))).toEqual(["7-3"]);
    expect(notMetByAll(verified([...both, sheet(score("3-6"))]))).toEqual([]);
    expect(notMetByAll(verified([sheet(score("3-6", "7-3")), sheet(score("3-6", "7-1"))]))).toEqual([]);
    expect(notMetByAll(verified([]))).toEqual([]);
  });

  test("is not found where another figure was agreed for the row", () => {
    expect(notMetByAll(verified(both, { agreed: ["3-6"] }))).toEqual([]);
    expect(notMetByAll(verified(both, { agreed: ["3-5"] }))).toEqual(["7-3"]);
  });

  test("keeps a case out only by a ruling that its requirement excludes, and once all members have final points", () => {
    expect(foundOnSite(shaoxing, new Map(), verified(both))).toBeUndefined();
    expect(foundOnSite(shaoxing, excluding, verified(both))).toEqual({ rows: [], clauses: ["7-3"] });
    expect(
      foundOnSite(shaoxing, excluding, verified(both, { assigned: ["team-0", "team-1", "team-2"] })),
    ).toBeUndefined();
    expect(foundWords(shaoxing, { rows: [], clauses: ["7-3"] })).toBe("经市级核验不符合附件1条款7-3，按口径R5不得入选");
  });
});

test("否决 by every member keeps a case out, whatever is ruled on 附件1", () => {
  const row = {
    criterion: "3-6",
    hundredths: 0,
    from: "mean",
    members: 1,
    least: 0,
    most: 0,
    knockedOut: true,
  } as const;
  const one = { ...verified([sheet(score("3-5"))]), rows: new Map<string, CityRow>([["3-6", row]]) };

  expect(foundOnSite(shaoxing, new Map(), one)).toEqual({ rows: ["3-6"], clauses: [] });
  expect(foundWords(shaoxing, { rows: ["3-6"], clauses: [] })).toBe("经市级核验一票否决（3-6）");
});

test("what 核验 found takes a compound out of the joint ranking", () => {
  const compound = (name: string, found?: { rows: string[]; clauses: string[] }) => ({
    ...{ applicationId: name, district: "keqiao", name, points: new Map<string, number>(), total: 9000 },
    ...{ listing: "recommended" as const, declaration: "none" as const },
    verified: {
      ...{ corrected: new Map(), own: new Map(), correctedTotal: 9000, ownTotal: 9000, isWhole: true },
      ...(found ? { found } : {}),
    },
  });

  expect(competing([compound("甲"), compound("乙", { rows: [], clauses: ["7-3"] })]).map(({ name }) => name)).toEqual([
    "甲",
  ]);
});
