import { describe, expect, test } from "vitest";
import { isSameTeam, leaversOf, teamAfter } from "../../../src/campaign/evaluation-team/rules.ts";
import { replacesUndecided } from "../../../src/campaign/evaluation-team/team.ts";
import { type StaffId, staffId } from "../../../src/shared/brand.ts";

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

describe("who leaves the approved team", () => {
  const member = (id: string, staffId?: StaffId) => ({ id, staffId, role: "teamMember" as const, name: id });
  const person = (id: string, role: "teamMember" | "districtOfficer", standsInFor?: string) => ({
    ...{ staffId: staffId(id), name: id },
    roles: [{ role, ...(standsInFor ? { standsInFor: staffId(standsInFor) } : {}) }],
  });

  test("is whoever of the organisation holds no role of it; those outside stay", () => {
    const members = [member("team-1", staffId("team-1")), member("team-2", staffId("team-2")), member("outside-1")];

    expect(leaversOf(members, [person("team-1", "teamMember")]).map(({ id }) => id)).toEqual(["team-2"]);
    expect(leaversOf(members, [person("team-1", "teamMember"), person("team-2", "districtOfficer")])).toHaveLength(1);
    expect(leaversOf(members, [])).toHaveLength(2);
  });

  test("a role held in place of somebody else is not one's own", () => {
    const members = [member("team-1", staffId("team-1"))];

    expect(leaversOf(members, [person("team-1", "teamMember", "team-3")])).toHaveLength(1);
  });
});
