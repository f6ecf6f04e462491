import { describe, expect, test } from "vitest";
import type { RulingsInForce } from "../../../src/campaign/definition/rulings-in-force.ts";
import type { Member } from "../../../src/campaign/directory/member.ts";
import { type DistrictScope, districtScope } from "../../../src/campaign/directory/scope.ts";
import { listWord } from "../../../src/campaign/ranking/list-word.ts";
import { pendingWords } from "../../../src/campaign/ranking/pending.ts";
import type { Rung, ScoredCompound } from "../../../src/campaign/ranking/ranking.ts";
import {
  basisOf,
  competing,
  inOrder,
  mayShowEarly,
  offersRanking,
  placesOf,
  pointsWords,
  tiedAcross,
} from "../../../src/campaign/ranking/rules.ts";
import { listingOf } from "../../../src/campaign/ranking/summary.ts";
import { staffId } from "../../../src/shared/brand.ts";
import { beijing, households } from "../definition/support/campaigns.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const nothingRuled: RulingsInForce = new Map();
const ladder: readonly Rung[] = [{ kind: "rows", rows: ["1-2", "1-4"] }];

/** @param rows points of rows 1-2 and 1-4; the total says nothing of them */
function compound(name: string, total: number, [second, fourth]: [number, number] = [400, 500]): ScoredCompound {
  const points = new Map([
    ["1-2", second],
    ["1-4", fourth],
  ]);
  return { applicationId: name, district: "keqiao", name, points, total, listing: "recommended", declaration: "none" };
}

const placed = (compounds: readonly ScoredCompound[]): [string, number, boolean][] => {
  const places = placesOf(compounds, ladder);
  return inOrder(compounds, ladder).map(({ name }) => {
    const place = places.get(name);
    return [name, place?.rank ?? 0, place?.joint ?? false];
  });
};

describe("places", () => {
  test("follow the total", () => {
    expect(placed([compound("甲", 9000), compound("乙", 9600), compound("丙", 9550)])).toEqual([
      ["乙", 1, false],
      ["丙", 2, false],
      ["甲", 3, false],
    ]);
  });

  test("a hundredth of a point separates", () => {
    expect(placed([compound("甲", 9599), compound("乙", 9600)])).toEqual([
      ["乙", 1, false],
      ["甲", 2, false],
    ]);
  });

  test("equal totals are separated by rows 1-2 and 1-4 together", () => {
    expect(placed([compound("甲", 9600, [400, 300]), compound("乙", 9600, [300, 500])])).toEqual([
      ["乙", 1, false],
      ["甲", 2, false],
    ]);
  });

  test("what the ladder cannot separate shares its place, and the next place stays empty", () => {
    const compounds = [
      compound("甲", 9700),
      compound("乙", 9600, [400, 300]),
      compound("丙", 9600, [300, 400]),
      compound("丁", 9500),
    ];

    expect(placed(compounds)).toEqual([
      ["甲", 1, false],
      ["乙", 2, true],
      ["丙", 2, true],
      ["丁", 4, false],
    ]);
  });

  test("there are none among nobody", () => {
    expect(placed([])).toEqual([]);
  });
});

test("only compounds of reported lists compete: not those passed over, nor those of districts without a list", () => {
  const compounds = [
    { ...compound("甲", 9600), listing: "passedOver" as const },
    { ...compound("乙", 9500), listing: "open" as const },
    compound("丙", 9400),
  ];

  expect(competing(compounds).map(({ name }) => name)).toEqual(["丙"]);
});

describe("a tie across the last selected place", () => {
  const compounds = [
    compound("甲", 9700),
    compound("乙", 9600, [400, 300]),
    compound("丙", 9600, [300, 400]),
    compound("丁", 9600, [400, 300]),
    compound("戊", 9500),
  ];

  test.each([
    [1, ""],
    [2, "乙丙丁"],
    [3, "乙丙丁"],
    [4, ""],
    [5, ""],
    [6, ""],
    [0, ""],
  ])("with %i places: %s", (selected, tied) => {
    expect(tiedAcross(compounds, ladder, selected).map(({ name }) => name)).toEqual([...tied]);
  });
});

test("who stays below the pass mark or is knocked out does not compete, though no list says so yet", () => {
  const compounds = [
    { ...compound("甲", 7950), barred: { kind: "belowPassMark" as const, passMark: 80, total: 7950 } },
    { ...compound("乙", 9500), barred: { kind: "knockedOut" as const, rows: [] } },
    compound("丙", 8000),
  ];

  expect(competing(compounds).map(({ name }) => name)).toEqual(["丙"]);
});

describe("where a compound stands with the lists on its way to the city", () => {
  const on = { items: [{ applicationId: "甲" }] };
  const off = { items: [{ applicationId: "乙" }] };

  test.each<[Parameters<typeof listingOf>[0], ScoredCompound["listing"]]>([
    [[undefined], "open"],
    [[on], "recommended"],
    [[off], "passedOver"],
    [[on, undefined], "open"],
    [[on, on], "recommended"],
    [[on, off], "passedOver"],
    [[off, undefined], "passedOver"],
  ])("%j: %s", (lists, listing) => {
    expect(listingOf(lists, "甲")).toBe(listing);
  });
});

test("a ranking is offered where a stage has it and a rubric gives points", () => {
  expect([shaoxing, households, beijing].map(offersRanking)).toEqual([true, true, false]);
  expect(offersRanking({ ...shaoxing, rubric: beijing.rubric })).toBe(false);
});

test("without a ruling on it the district's points rank, and a default of it holds", () => {
  expect([basisOf(beijing, nothingRuled), basisOf(households, nothingRuled)]).toEqual(["district", "district"]);
});

test("without a ruling that allows it, no points are shown before publication", () => {
  expect([mayShowEarly(beijing, nothingRuled), mayShowEarly(households, nothingRuled)]).toEqual([false, false]);
});

test("the list goes by the plan's annex, or by its own name", () => {
  expect([shaoxing, households, beijing].map(listWord)).toEqual(["附件4", "附件3", "推荐名单"]);
});

test("what is not settled is named as the form asks for it", () => {
  expect([pendingWords(shaoxing), pendingWords(households)]).toEqual(["安全责任事故情况待核实", "火灾情况待核实"]);
});

test.each<[RulingsInForce, string]>([
  [nothingRuled, "open"],
  [new Map([["R14", { text: "区级初评分", value: { basis: "district" } }]]), "district"],
  [new Map([["R14", { text: "市级核验分", value: { basis: "city" } }]]), "city"],
  [new Map([["R14", { text: "再议" }]]), "open"],
])("whose total ranks is as R14 says", (rulings, basis) => {
  expect(basisOf(shaoxing, rulings)).toBe(basis);
});

test("points are shown before publication only where R28 says so", () => {
  const allowed: RulingsInForce = new Map([["R28", { text: "可以", value: { allowed: true } }]]);

  expect([mayShowEarly(shaoxing, nothingRuled), mayShowEarly(shaoxing, allowed)]).toEqual([false, true]);
});

test.each<[Member["roles"], DistrictScope]>([
  [[{ role: "organizer" }], "all"],
  [[{ role: "districtOfficer", district: "keqiao" }], ["keqiao"]],
  [[{ role: "teamLead" }], "all"],
  [[{ role: "teamMember" }], []],
])("%j sees the ranking of %j", (roles, scope) => {
  expect(districtScope(shaoxing, { staffId: staffId("1"), name: "甲", roles }, "ranking.see")).toEqual(scope);
});

test.each([
  [10000, "100"],
  [9550, "95.5"],
  [9525, "95.25"],
  [0, "0"],
])("%i hundredths are written %s", (hundredths, words) => {
  expect(pointsWords(hundredths)).toBe(words);
});
