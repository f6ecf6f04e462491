import { describe, expect, test } from "vitest";
import { isSameTeam, teamAfter } from "../../../src/campaign/evaluation-team/rules.ts";
import { replacesUndecided } from "../../../src/campaign/evaluation-team/team.ts";

const none = { added: [], removed: [] };

describe("the team after a change", () => {
  test("names the lead first and everybody once", () => {
    expect(teamAfter([], { ...none, lead: "a", members: ["b", "a", "b"] })).toEqual(["a", "b"]);
  });

  test("keeps who was lead before as a member, unless they are named otherwise", () => {
    expect(teamAfter(["a", "b"], { ...none, lead: "c" })).toEqual(["c", "a", "b"]);
    expect(teamAfter(["a", "b"], { ...none, lead: "c", members: ["b"] })).toEqual(["c", "b"]);
    expect(teamAfter(["a", "b"], { ...none, lead: "b", removed: ["a"] })).toEqual(["b"]);
  });

  test("adds and removes", () => {
    expect(teamAfter(["a", "b"], { added: ["c"], removed: ["b"] })).toEqual(["a", "c"]);
    expect(teamAfter(["a", "b"], { ...none, removed: ["nobody"] })).toEqual(["a", "b"]);
  });

  test("is none without a lead", () => {
    expect(teamAfter([], { ...none, members: ["b"] })).toBeUndefined();
    expect(teamAfter(["a", "b"], { ...none, removed: ["a"] })).toBeUndefined();
  });
});

test("a team is the same whatever the order of its members, and another under another lead", () => {
  expect(isSameTeam(["a", "b", "c"], ["a", "c", "b"])).toBe(true);
  expect(isSameTeam(["a", "b"], ["b", "a"])).toBe(false);
  expect(isSameTeam(["a"], ["a", "b"])).toBe(false);
});

test("a version is named in words only where it replaced one that nobody had decided on", () => {
  const decidedAt = new Date("2023-09-27T09:00:00+08:00");
  const of = (...states: ("proposed" | "approved" | "returned" | "superseded")[]) =>
    states.map((state) => ({ state, decidedAt: undefined }));

  expect(replacesUndecided([])).toBe(false);
  expect(replacesUndecided(of("proposed"))).toBe(false);
  expect(replacesUndecided(of("superseded", "proposed"))).toBe(true);
  expect(replacesUndecided(of("returned", "proposed"))).toBe(false);
  expect(replacesUndecided(of("approved", "proposed"))).toBe(false);
  expect(replacesUndecided([{ state: "superseded", decidedAt }, ...of("proposed")])).toBe(false);
});
