import { describe, expect, test } from "vitest";
import type { RulingsInForce } from "../../../src/campaign/definition/rulings-in-force.ts";
import { choose, noChoices, setChoice, stepBack, withDeparture } from "../../../src/campaign/selection/choices.ts";
import type { Limit } from "../../../src/campaign/selection/limits.ts";
import { chosen, noticePeriod, obstaclesOf, openRulings, openStep } from "../../../src/campaign/selection/rules.ts";
import type { Candidate } from "../../../src/campaign/selection/selection.ts";
import { beijing, households } from "../definition/support/campaigns.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const nothingRuled: RulingsInForce = new Map();
const names = ["甲", "乙", "丙"];
const candidates: Candidate[] = names.map((name, at) => ({
  applicationId: name,
  number: at + 1,
  district: "keqiao",
  districtName: "柯桥区",
  name,
  total: 9600,
  declaration: "none",
}));
const [first, second, third] = candidates;
const exactly = (count: number): Limit[] => [{ least: count, most: count, soft: false, reference: "口径R9" }];
const nameOf = (id: string): string => `${id}小区`;

test("R10 and R14 stand before publication until somebody answers them", () => {
  const notice: RulingsInForce = new Map([["R10", { text: "公示5天", value: { days: 5 } }]]);

  expect(openRulings(shaoxing, nothingRuled).map(({ ruling }) => ruling)).toEqual(["R10", "R14"]);
  expect(openRulings(shaoxing, notice).map(({ ruling }) => ruling)).toEqual(["R14"]);
  expect([noticePeriod(shaoxing, nothingRuled).days, noticePeriod(shaoxing, notice).days]).toEqual([0, 5]);
});

test("only what the campaign asks stands before its publication", () => {
  expect(openRulings(beijing, nothingRuled).map(({ ruling }) => ruling)).toEqual(["R3", "R4"]);
  expect([openRulings(households, nothingRuled), noticePeriod(households, nothingRuled)]).toEqual([
    [],
    { days: 0, workingDays: false, firstDayCounts: false },
  ]);
});

test("an open question of how many stands before publication as well", () => {
  const rulings = beijing.rulings.map((one) =>
    one.id === "R3" ? { ...one, decides: "numberSelected" as const } : one,
  );

  expect(openRulings({ ...beijing, rulings }, nothingRuled).map(({ ruling }) => ruling)).toEqual(["R3", "R4"]);
});

test("不公示 is an answer: nothing is open any more, and the days are none", () => {
  const both: RulingsInForce = new Map([
    ["R10", { text: "不公示", value: { days: 0 } }],
    ["R14", { text: "区级", value: { basis: "district" } }],
  ]);

  expect([openRulings(shaoxing, both), noticePeriod(shaoxing, both).days]).toEqual([[], 0]);
});

describe("choices", () => {
  test("nothing is chosen beforehand: the first question is who is in", () => {
    expect(openStep(candidates, noChoices, [])).toEqual({ kind: "choose" });
  });

  test("after the choice a reason is asked for everybody, in the order of the numbers", () => {
    const picked = choose(noChoices, candidates, [2]);
    const one = setChoice(picked, "甲", { reason: "各有所长" });

    expect([openStep(candidates, picked, []), openStep(candidates, one, [])]).toEqual([
      { kind: "reason", candidate: first },
      { kind: "reason", candidate: second },
    ]);
    expect(one.items).toEqual({
      甲: { selected: false, reason: "各有所长" },
      乙: { selected: true },
      丙: { selected: false },
    });
  });

  test("who is in is told in the order of the numbers, whatever the order of choosing", () => {
    expect(chosen(candidates, noChoices)).toEqual([]);
    expect(chosen(candidates, choose(noChoices, candidates, [3, 1]))).toEqual([first, third]);
  });

  test("a compound that came onto a list after the choice opens it again", () => {
    const early = choose(noChoices, candidates.slice(0, 2), [1]);

    expect(openStep(candidates, early, [])).toEqual({ kind: "choose" });
  });

  test("with every reason given nothing is open", () => {
    const all = names.reduce(
      (choices, id) => setChoice(choices, id, { reason: "各有所长" }),
      choose(noChoices, candidates, [1]),
    );

    expect(openStep(candidates, all, [])).toBeUndefined();
  });

  test("a number that departs from what holds 原则上 asks for its reason last; a new choice asks again", () => {
    const limits: Limit[] = [{ least: 2, soft: true, reference: "实施方案" }];
    const given = names.reduce(
      (choices, id) => setChoice(choices, id, { reason: "各有所长" }),
      choose(noChoices, candidates, [1]),
    );
    const misfit = { limit: limits[0], count: 1, fit: "tooFew" };
    const reasoned = withDeparture(given, "其余未达到要求");

    expect(openStep(candidates, given, limits)).toEqual({ kind: "departure", misfits: [misfit] });
    expect(openStep(candidates, reasoned, limits)).toBeUndefined();
    expect(stepBack(reasoned, candidates)).toEqual(given);
    expect(choose(reasoned, candidates, [1]).departure).toBeUndefined();
    expect(setChoice(reasoned, "甲", { selected: false }).departure).toBeUndefined();
  });

  test("who changes sides leaves the reason of that side behind, and finds it again on coming back", () => {
    const one = setChoice(choose(noChoices, candidates, [1]), "甲", { reason: "各有所长" });
    const away = choose(one, candidates, [2]);
    const other = setChoice(away, "甲", { reason: "同区另有更优" });

    expect(choose(one, candidates, [1]).items.甲).toEqual({ selected: true, reason: "各有所长" });
    expect(away.items.甲).toEqual({ selected: false, reason: undefined, aside: "各有所长" });
    expect(choose(other, candidates, [1]).items.甲).toEqual({
      selected: true,
      reason: "各有所长",
      aside: "同区另有更优",
    });
  });

  test("上一步 takes back the last reason, then the choice", () => {
    const one = setChoice(choose(noChoices, candidates, [1]), "甲", { reason: "各有所长" });
    const back = stepBack(one, candidates);

    expect(openStep(candidates, back, [])).toEqual({ kind: "reason", candidate: first });
    expect(openStep(candidates, stepBack(back, candidates), [])).toEqual({ kind: "choose" });
  });
});

describe("what stands against a selection", () => {
  const items = [
    { applicationId: "甲", selected: true },
    { applicationId: "乙", selected: false },
    { applicationId: "丙", selected: false },
  ];

  test("nothing while it fits the lists and the number", () => {
    expect(obstaclesOf(items, { candidates, limits: exactly(1), nameOf })).toEqual([]);
  });

  test("a chosen compound that is no longer on a list, by name; a passed-over one does not matter", () => {
    const left = candidates.filter(({ name }) => name === "丙");

    expect(obstaclesOf(items, { candidates: left, limits: exactly(1), nameOf })).toEqual([
      { kind: "gone", name: "甲小区" },
    ]);
  });

  test("a chosen compound whose declaration is not settled, by name", () => {
    const unclear = candidates.map((one) => ({ ...one, declaration: "unclear" as const }));

    expect(obstaclesOf(items, { candidates: unclear, limits: exactly(1), nameOf })).toEqual([
      { kind: "unclear", name: "甲" },
    ]);
  });

  test("a chosen compound with requirements that exclude by ruling, or that are not clear, by clause", () => {
    const row = { requirement: "8", wording: "", line: [32], source: "declared" as const };
    const gate = {
      excluding: [{ ...row, id: "8-2", standing: "notMet" as const }],
      unmet: [{ ...row, id: "9-1", standing: "notMet" as const }],
      unclear: [{ ...row, id: "3-1", standing: "unclear" as const }],
    };
    const open = candidates.map((one) => ({ ...one, gate }));

    expect(obstaclesOf(items, { candidates: open, limits: exactly(1), nameOf })).toEqual([
      { kind: "requirements", name: "甲", clauses: ["8-2"] },
      { kind: "unclearRequirements", name: "甲", clauses: ["3-1"] },
    ]);
  });

  test.each([
    ["unclear", true],
    ["declared", false],
  ] as const)(
    "a declaration that is %s stands against it: %s; only where the compound is chosen",
    (declaration, stands) => {
      const others = candidates.map((one) => (one.name === "甲" ? one : { ...one, declaration }));
      const all = candidates.map((one) => ({ ...one, declaration }));

      expect(obstaclesOf(items, { candidates: others, limits: exactly(1), nameOf })).toEqual([]);
      expect(obstaclesOf(items, { candidates: all, limits: exactly(1), nameOf })).toEqual(
        stands ? [{ kind: "unclear", name: "甲" }] : [],
      );
    },
  );

  test("everything at once is named at once: gone, not judged, then the number", () => {
    const others = candidates.filter(({ name }) => name !== "甲");

    expect(obstaclesOf(items.slice(0, 1), { candidates: others, limits: exactly(10), nameOf })).toEqual([
      { kind: "gone", name: "甲小区" },
      { kind: "notJudged", name: "乙" },
      { kind: "notJudged", name: "丙" },
      { kind: "count", misfit: { limit: exactly(10)[0], count: 1, fit: "tooFew" } },
    ]);
  });

  test("a number that departs from what holds 原则上 does not stand against it", () => {
    const soft = exactly(2).map((limit) => ({ ...limit, soft: true }));

    expect(obstaclesOf(items, { candidates, limits: soft, nameOf })).toEqual([]);
  });

  test("a compound nobody judged", () => {
    expect(obstaclesOf(items.slice(0, 2), { candidates, limits: exactly(1), nameOf })).toEqual([
      { kind: "notJudged", name: "丙" },
    ]);
  });

  test.each([0, 2])("another number than %i", (required) => {
    expect(obstaclesOf(items, { candidates, limits: exactly(required), nameOf })).toEqual([
      { kind: "count", misfit: { limit: exactly(required)[0], count: 1, fit: required > 1 ? "tooFew" : "tooMany" } },
    ]);
  });
});
