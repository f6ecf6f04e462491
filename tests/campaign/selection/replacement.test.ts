import { expect, test } from "vitest";
import { fallenIn, replacementProblem } from "../../../src/campaign/selection/replacement.ts";

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
