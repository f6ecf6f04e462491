import { expect, test } from "vitest";
import type { Place, ScoredCompound } from "../../../src/campaign/ranking/ranking.ts";
import { movedPlaces } from "../../../src/campaign/ranking/ruling-effects.ts";

const compounds = ["甲", "乙", "丙"].map(
  (name): ScoredCompound => ({
    applicationId: name,
    district: "keqiao",
    name,
    points: new Map(),
    total: 9600,
    listing: "recommended",
    declaration: "none",
  }),
);
const places = (...ranks: [number, boolean][]): ReadonlyMap<string, Place> =>
  new Map(ranks.map(([rank, joint], at) => [compounds[at]?.name ?? "", { rank, joint }]));

test("another ladder moves who has another place, or shares it no longer, in the new order", () => {
  const moved = movedPlaces(
    compounds,
    places([1, true], [1, true], [3, false]),
    places([2, false], [1, false], [3, false]),
  );

  expect(moved.map(({ compound, from, to }) => [compound.name, from, to])).toEqual([
    ["乙", { rank: 1, joint: true }, { rank: 1, joint: false }],
    ["甲", { rank: 1, joint: true }, { rank: 2, joint: false }],
  ]);
});
