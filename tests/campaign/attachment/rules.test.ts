import { expect, test } from "vitest";
import { maySeeAttachment } from "../../../src/campaign/attachment/rules.ts";
import type { Member } from "../../../src/campaign/directory/member.ts";
import { staffId } from "../../../src/shared/brand.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const person = (...roles: Member["roles"]): Member => ({ staffId: staffId("someone"), name: "某人", roles });
const keqiao = person({ role: "districtOfficer", district: "keqiao" });
const yuecheng = person({ role: "districtOfficer", district: "yuecheng" });
const [organizer, approver, auditor] = (["organizer", "approver", "auditor"] as const).map((role) => person({ role }));
const administrator = person({ role: "administrator" });
const teamMember = person({ role: "teamMember" });

const sees = (member: Member | undefined, district: string | null, reported: boolean) =>
  member && maySeeAttachment(shaoxing, member, { district, reported, caseId: "case" });

test("before the list is reported only the district's own officers see its papers", () => {
  const everybody = [keqiao, yuecheng, organizer, approver, auditor, administrator, teamMember];

  expect(everybody.map((member) => sees(member, "keqiao", false))).toEqual([
    true,
    ...[false, false, false, false, false, false],
  ]);
});

test("from then on who oversees everything sees them too, other districts and the administrator never", () => {
  const everybody = [keqiao, yuecheng, organizer, approver, auditor, administrator, teamMember];

  expect(everybody.map((member) => sees(member, "keqiao", true))).toEqual([
    ...[true, false, true, true, true, false, false],
  ]);
});

test("who verifies the case sees its papers from then on, and not any more once it is not assigned to them", () => {
  const assigned = { ...teamMember, sites: ["case"] };

  expect([sees(assigned, "keqiao", false), sees(assigned, "keqiao", true)]).toEqual([false, true]);
  expect(sees({ ...teamMember, sites: ["other"] }, "keqiao", true)).toBe(false);
  // Whoever left the team has the role no more.
  expect(sees({ ...assigned, roles: [] }, "keqiao", true)).toBe(false);
});

test("the city's own papers are no district's to see", () => {
  expect([keqiao, organizer, approver, auditor].map((member) => sees(member, null, false))).toEqual([
    ...[false, true, true, true],
  ]);
});

test("somebody with a role in another district as well sees only the own ones", () => {
  const both = person({ role: "districtOfficer", district: "keqiao" }, { role: "auditor" });

  expect([sees(both, "keqiao", false), sees(both, "yuecheng", false), sees(both, "yuecheng", true)]).toEqual([
    ...[true, false, true],
  ]);
});
