import { expect, test } from "vitest";
import { fallenIn, passes, replacementProblem } from "../../../src/campaign/selection/replacement.ts";
import type { Candidate } from "../../../src/campaign/selection/selection.ts";

/** Three published, two reserves and one passed over; b has fallen out. */
const published = [
  { applicationId: "a", selected: true },
  { applicationId: "b", selected: true },
  { applicationId: "c", selected: true },
  { applicationId: "r2", selected: false, reserve: 2 },
  { applicationId: "r1", selected: false, reserve: 1 },
  { applicationId: "x", selected: false },
];
const problem = (chosen: string, { fallen = "b", gone = "" } = {}) =>
  replacementProblem(
    [..."a b c r1 r2 x".split(" ")].map((id) => ({ applicationId: id, selected: chosen.split(" ").includes(id) })),
    {
      published,
      fallen: new Set(fallen.split(" ").filter(Boolean)),
      taking: new Set("a c r1 r2 x".split(" ").filter((id) => !gone.split(" ").includes(id))),
    },
  );

test("a place that became free may stay free, or be taken by the first reserve", () => {
  expect(problem("a c")).toBeUndefined();
  expect(problem("a c r1")).toBeUndefined();
});

test("reserves come in by their order; one that no longer passes is passed over", () => {
  expect(problem("a c r2")).toEqual({ kind: "outOfOrder", ids: ["r1"] });
  expect(problem("a c r2", { gone: "r1" })).toBeUndefined();
});

test("a reserve that no longer passes does not come in", () => {
  expect(problem("a c r1", { gone: "r1" })).toEqual({ kind: "noReserve", ids: ["r1"] });
});

test("a reserve passes unless something was decided against it or a ruling makes an unmet requirement exclude it", () => {
  const gate = { excluding: [], unmet: [], unclear: [] };
  const unmet = { ...gate, excluding: [{ id: "8-2" }] } as unknown as Candidate["gate"] & object;

  expect([{}, { gate }].map(passes)).toEqual([true, true]);
  expect([{ against: "异议成立，不再列入名单（异议第4件）" }, { gate: unmet }].map(passes)).toEqual([false, false]);
});

test("nobody but reserves comes in, and no more than have fallen out", () => {
  expect(problem("a c x")).toEqual({ kind: "noReserve", ids: ["x"] });
  expect(problem("a c r1 r2")).toEqual({ kind: "tooManyReplaced", ids: ["r1", "r2"] });
  expect(problem("a c r1 r2", { fallen: "b y" })).toBeUndefined();
});

test("who was published and still qualifies stays", () => {
  expect(problem("a r1")).toEqual({ kind: "leftOut", ids: ["c"] });
});

test("withdrawn, excluded and what was decided against has fallen out; a changed answer has not", () => {
  expect([
    ...fallenIn([
      { kind: "withdrawn", applicationId: "a" },
      { kind: "excluded", applicationId: "b" },
      { kind: "against", applicationId: "c" },
      { kind: "answer", applicationId: "d" },
      { kind: "declaration", applicationId: "e" },
    ]),
  ]).toEqual(["a", "b", "c"]);
});
