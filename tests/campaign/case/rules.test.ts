import { describe, expect, test } from "vitest";
import { facesOf, isWatched, maySeePoints, type Sight, sightOf } from "../../../src/campaign/case/rules.ts";
import type { Role } from "../../../src/campaign/definition/schema/roles.ts";
import type { HeldRole } from "../../../src/campaign/directory/member.ts";
import { beijing, households } from "../definition/support/campaigns.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const who = (role: Role, district?: string): { roles: HeldRole[] } => ({
  roles: [{ role, ...(district === undefined ? {} : { district }) }],
});

describe("a case is seen", () => {
  test.each<[string, { roles: HeldRole[]; sites?: string[] }, Sight, Sight]>([
    ["by its own district always", who("districtOfficer", "keqiao"), "own", "own"],
    ["by another district never", who("districtOfficer", "yuecheng"), "none", "none"],
    ["by the organizer from 报送 on", who("organizer"), "none", "reported"],
    ["by the approver from 报送 on", who("approver"), "none", "reported"],
    ["by the auditor from 报送 on", who("auditor"), "none", "reported"],
    ["by the team's lead not before sites are assigned", who("teamLead"), "none", "none"],
    ["by a member not before sites are assigned", who("teamMember"), "none", "none"],
    [
      "by the member to whom it is assigned from 报送 on",
      { ...who("teamMember"), sites: ["case"] },
      "none",
      "reported",
    ],
    ["by a member to whom another is assigned never", { ...who("teamMember"), sites: ["other"] }, "none", "none"],
    ["by who left the team never", { roles: [], sites: ["case"] }, "none", "none"],
    ["by the administrator never", who("administrator"), "none", "none"],
    ["by nobody without a role", { roles: [] }, "none", "none"],
  ])("%s", (_, viewer, before, after) => {
    const sight = (reported: boolean) => sightOf(shaoxing, viewer, { id: "case", district: "keqiao", reported });

    expect([sight(false), sight(true)]).toEqual([before, after]);
  });

  test("as of the own district by who is also of the city", () => {
    const both = { roles: [...who("organizer").roles, ...who("districtOfficer", "keqiao").roles] };

    expect(sightOf(shaoxing, both, { id: "case", district: "keqiao", reported: false })).toBe("own");
    expect(sightOf(shaoxing, both, { id: "case", district: "yuecheng", reported: true })).toBe("reported");
    expect(sightOf(shaoxing, both, { id: "case", district: "yuecheng", reported: false })).toBe("none");
  });
});

test("who scores for the city sees the district's points after giving their own, unless R30 says so", () => {
  const both = { roles: [...who("organizer").roles, ...who("teamMember").roles] };
  const may = (viewer: { roles: HeldRole[] }, blind: boolean, hasScored: boolean) =>
    maySeePoints(shaoxing, viewer, { sight: "reported", blind, hasScored });

  expect([may(both, true, false), may(both, true, true), may(both, false, false)]).toEqual([false, true, true]);
  expect(may(who("organizer"), true, false)).toBe(true);
  expect(maySeePoints(shaoxing, both, { sight: "own", blind: true, hasScored: false })).toBe(true);
  expect(maySeePoints(shaoxing, who("teamMember"), { sight: "none", blind: false, hasScored: true })).toBe(false);
});

test("the looks of who inspects are kept, but not those at cases of an own district", () => {
  expect(isWatched(shaoxing, who("auditor"), "reported")).toBe(true);
  expect(isWatched(shaoxing, who("organizer"), "reported")).toBe(false);
  expect(
    isWatched(shaoxing, { roles: [...who("auditor").roles, ...who("districtOfficer", "keqiao").roles] }, "own"),
  ).toBe(false);
});

test("a campaign without 附件1, points or proof has no such face", () => {
  expect(facesOf(shaoxing)).toEqual(["overview", "requirements", "points", "evidence", "history"]);
  expect(facesOf(beijing)).toEqual(["overview", "requirements", "history"]);
  expect(facesOf(households)).toEqual(["overview", "points", "history"]);
});
