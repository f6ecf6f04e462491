import { describe, expect, test } from "vitest";
import type { Definition } from "../../../src/campaign/definition/definition.ts";
import type { RulingsInForce } from "../../../src/campaign/definition/rulings-in-force.ts";
import { compare, ladderOf } from "../../../src/campaign/ranking/ladder.ts";
import { rankingPhrases } from "../../../src/campaign/ranking/phrases.ts";
import type { ScoredCompound } from "../../../src/campaign/ranking/ranking.ts";
import { placesOf } from "../../../src/campaign/ranking/rules.ts";
import { beijing, households } from "../definition/support/campaigns.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const nothingRuled: RulingsInForce = new Map();
const ruled = (id: string, ...ladder: string[]): RulingsInForce => new Map([[id, { text: "", value: { ladder } }]]);
const shaoxingLadder = ladderOf(shaoxing, nothingRuled);

/** @param rows points by row, in hundredths */
const compound = (name: string, rows: Record<string, number>, total = 9600): ScoredCompound => ({
  applicationId: name,
  district: "keqiao",
  name,
  points: new Map(Object.entries(rows)),
  total,
  listing: "recommended",
  declaration: "none",
});

const maximum = 500;
const met = { "3-2": maximum };
const notMet = { "3-2": 0 };

describe("the ladder of Shaoxing (R7)", () => {
  test("is whether row 3-2 is met, the figure behind it, then rows 1-2 and 1-4", () => {
    const row = shaoxing.rubric.sections.flatMap(({ criteria }) => criteria).find(({ id }) => id === "3-2");

    expect(row?.maxPoints).toBe(maximum / 100);
    expect(shaoxingLadder).toEqual([
      { kind: "met", row: "3-2", maximum },
      { kind: "figure", row: "3-2", maximum },
      { kind: "rows", rows: ["1-2", "1-4"] },
    ]);
  });

  test("who met it stands before who did not, whatever the rows below say", () => {
    const one = compound("甲", { ...met, "1-2": 0, "1-4": 0 });
    const other = compound("乙", { ...notMet, "1-2": 400, "1-4": 500 });

    expect(compare(one, other, shaoxingLadder)).toBeLessThan(0);
    expect(compare(other, one, shaoxingLadder)).toBeGreaterThan(0);
  });

  test("both met: the higher figure of the city's list stands before; equal ones go on to rows 1-2 and 1-4", () => {
    const one = { ...compound("甲", { ...met, "1-2": 0 }), figure: 98.5 };
    const other = { ...compound("乙", { ...met, "1-2": 400 }), figure: 97 };

    expect(compare(one, other, shaoxingLadder)).toBeLessThan(0);
    expect(compare({ ...one, figure: 97 }, other, shaoxingLadder)).toBeGreaterThan(0);
  });

  test("figures are compared only where all that met the row have one", () => {
    const [one, two] = [98, 97].map((figure) => ({ ...compound(`${figure}`, met), figure }));
    const without = compound("无", met);
    const below = compound("未达到", notMet);
    const places = (...all: (ScoredCompound | undefined)[]) =>
      [
        ...placesOf(
          all.flatMap((each) => each ?? []),
          shaoxingLadder,
        ).values(),
      ].map(({ rank, joint }) => [rank, joint]);

    expect(places(one, two, below)).toEqual([
      [1, false],
      [2, false],
      [3, false],
    ]);
    expect(places(one, two, without)).toEqual([
      [1, true],
      [1, true],
      [1, true],
    ]);
  });

  test("both met without figures: the tie stays for people and nothing below is compared", () => {
    const one = compound("甲", { ...met, "1-2": 400 });
    const other = compound("乙", { ...met, "1-2": 0 });

    expect(compare(one, other, shaoxingLadder)).toBe(0);
  });

  test("neither met: straight on to rows 1-2 and 1-4", () => {
    const one = compound("甲", { ...notMet, "1-2": 400, "1-4": 400 });
    const other = compound("乙", { ...notMet, "1-2": 300, "1-4": 499 });

    expect(compare(one, other, shaoxingLadder)).toBeLessThan(0);
  });

  test.each([
    [maximum, true],
    [maximum - 1, false],
  ])("row 3-2 with %i hundredths is met: %s", (points, isMet) => {
    const none = compound("乙", notMet);

    expect(compare(compound("甲", { "3-2": points }), none, shaoxingLadder) < 0).toBe(isMet);
  });

  test("who met it shares the places above, who did not is put in order below", () => {
    const places = placesOf(
      [
        compound("甲", { ...met, "1-2": 400 }),
        compound("乙", { ...met, "1-2": 100 }),
        compound("丙", { ...notMet, "1-2": 300 }),
        compound("丁", { ...notMet, "1-2": 400 }),
      ],
      shaoxingLadder,
    );

    expect([...places]).toEqual([
      ["甲", { rank: 1, joint: true }],
      ["乙", { rank: 1, joint: true }],
      ["丙", { rank: 4, joint: false }],
      ["丁", { rank: 3, joint: false }],
    ]);
  });
});

test("the figure behind the row says nothing before it is said who met the row: the tie stays", () => {
  const ladder = ladderOf(shaoxing, ruled("R7", "satisfactionOrComplaints", "1-2", "joint"));

  expect(ladder).toEqual([{ kind: "unknown" }, { kind: "rows", rows: ["1-2"] }]);
  expect(compare(compound("甲", { ...notMet, "1-2": 400 }), compound("乙", notMet), ladder)).toBe(0);
});

test("a row alone, where the campaign's ruling names it", () => {
  const ladder = ladderOf(households, nothingRuled);

  expect(ladder).toEqual([{ kind: "rows", rows: ["3-1"] }]);
  expect(compare(compound("甲", { "3-1": 1450 }), compound("乙", { "3-1": 1400 }), ladder)).toBe(-50);
});

test("where nothing decides ties, equal totals are joint", () => {
  expect(ladderOf(beijing, nothingRuled)).toEqual([]);
  expect(compare(compound("甲", met), compound("乙", notMet), [])).toBe(0);
});

test("a rubric without a row of satisfaction cannot say whether it is met", () => {
  const without: Definition = { ...shaoxing, rubric: beijing.rubric };

  expect(ladderOf(without, nothingRuled)[0]).toEqual({ kind: "unknown" });
});

test.each([
  [
    shaoxingLadder,
    "R7",
    "总分相同的，按口径R7先比是否达到3-2条；均达到的，比该条背后的数据，数据不全的暂列并列，由人研究决定；均未达到的，再比1-2与1-4两条得分之和，仍相同的并列。",
  ],
  [ladderOf(households, nothingRuled), "R4", "总分相同的，按口径R4比较3-1条得分，仍相同的并列。"],
  [[], undefined, "总分相同的并列。"],
] as const)("the ladder in words", (ladder, ruling, sentence) => {
  expect(rankingPhrases.ladder(ladder, ruling)).toBe(sentence);
});
