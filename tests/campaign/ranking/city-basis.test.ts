import { expect, test } from "vitest";
import type { RulingsInForce } from "../../../src/campaign/definition/rulings-in-force.ts";
import { runningCampaign } from "../../../src/campaign/definition/running-campaign.ts";
import type { Context } from "../../../src/campaign/engine/context.ts";
import type { ScoredCompound } from "../../../src/campaign/ranking/ranking.ts";
import { basisWords } from "../../../src/campaign/ranking/reasons.ts";
import { cityStandings } from "../../../src/campaign/ranking/views.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const campaign = runningCampaign({ definition: shaoxing, definitionVersion: 1, startedAt: new Date(0) });
const compounds = [9700, 9600].map(
  (total, at): ScoredCompound => ({
    applicationId: String(at),
    district: "keqiao",
    name: `小区${at}`,
    points: new Map(),
    total,
    listing: "recommended",
    declaration: "none",
  }),
);
const contextUnder = (basis: "city" | "district"): Context => {
  const rulings: RulingsInForce = new Map([["R14", { text: "", value: { basis } }]]);
  return { campaign, rulings } as Context;
};

test("where the city's own points rank, no compound has a place as long as there are none", () => {
  const placesUnder = (basis: "city" | "district") =>
    cityStandings(contextUnder(basis), compounds).map(({ place }) => place?.rank);

  expect(placesUnder("district")).toEqual([1, 2]);
  expect(placesUnder("city")).toEqual([undefined, undefined]);
  expect(basisWords(contextUnder("city"), compounds)).toEqual([
    "口径R14以市级自评分为准，系统中无核验记录，暂不排全市名次。以下按地区列出各小区的初评总分，供参考。",
  ]);
});

const full = new Map([["3-5", 500]]);
const figures = (correctedTotal: number, ownTotal: number | undefined) => ({
  ...{ corrected: full, own: full, correctedTotal, ownTotal, isWhole: true },
});

test("verified compounds rank by what the city made of them; by its own points only those with every row", () => {
  const [first, second] = compounds as [ScoredCompound, ScoredCompound];
  const verified = [
    { ...first, verified: figures(9500, undefined) },
    { ...second, verified: figures(9600, 9400) },
  ];
  const places = (basis: "city" | "district") =>
    cityStandings(contextUnder(basis), verified).map(({ compound, place }) => [
      ...[compound.name, compound.total, compound.districtTotal, place?.rank],
    ]);

  expect(places("district")).toEqual([
    ["小区1", 9600, 9600, 1],
    ["小区0", 9500, 9700, 2],
  ]);
  expect(places("city")).toEqual([
    ["小区1", 9400, 9600, 1],
    ["小区0", 9700, undefined, undefined],
  ]);
});
