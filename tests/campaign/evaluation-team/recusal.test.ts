import { describe, expect, test } from "vitest";
import { decidersOf } from "../../../src/campaign/evaluation-team/deciders.ts";
import { groundIn, headsOf, takeName } from "../../../src/campaign/evaluation-team/recusal/read-words.ts";
import {
  mayRaise,
  mayReverse,
  ofSameDistrict,
  raisedSoFar,
  standingRecusal,
} from "../../../src/campaign/evaluation-team/recusal/rules.ts";
import type { Recusal } from "../../../src/campaign/evaluation-team/team.ts";
import { staffId } from "../../../src/shared/brand.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";

const key = { caseId: "case", memberId: "team-1" };
const recusal = (number: number, state: Recusal["state"]): Recusal => ({
  ...key,
  ...{ number, state, ground: "other", facts: undefined, raisedBy: "system", raisedAt: new Date(0) },
  ...{ decidedBy: undefined, decidedAt: undefined, reason: undefined, reversed: undefined },
});

describe("a recusal that was accepted", () => {
  const by = (decidedBy: string, memberId = "team-1") => ({ decidedBy: staffId(decidedBy), memberId });

  test("is taken back by who decided it, or by who decides now once that person does not", () => {
    expect(mayReverse(by("team-lead"), ["team-lead"], "team-lead")).toBe(true);
    expect(mayReverse(by("team-lead"), ["team-lead", "team-9"], "team-9")).toBe(false);
    expect(mayReverse(by("team-lead"), ["team-9"], "team-9")).toBe(true);
    expect(mayReverse(by("team-lead"), ["team-9"], "team-2")).toBe(false);
  });

  test("is taken back by nobody for themselves", () => {
    expect(mayReverse(by("team-1"), ["team-1"], "team-1")).toBe(false);
  });

  test("stands no more once it was taken back, and may be raised again", () => {
    expect(standingRecusal([recusal(1, "reversed")], key)).toBeUndefined();
    expect(standingRecusal([recusal(1, "reversed"), recusal(2, "raised")], key)?.number).toBe(2);
    expect(raisedSoFar([recusal(1, "reversed")], key)).toBe(1);
  });
});

test.each([
  ["我爱人在物业公司任职", "relative"],
  ["曾在该小区物业工作", "formerEmployment"],
  ["以前在这家公司", "formerEmployment"],
  ["住在该小区", "residence"],
  ["在该小区有房产", "residence"],
  ["持有该公司股份", "ownInterest"],
  ["本地区经办人", "sameDistrict"],
  ["与项目经理是同学", "other"],
  ["我表哥在那上班", "relative"],
  ["女婿在物业", "relative"],
  ["我家住那里", "residence"],
  ["在那买了房", "residence"],
  ["我以前在这个物业干过", "formerEmployment"],
  ["我是柯桥区的", "sameDistrict"],
  ["和业委会主任是同学", "other"],
  ["收过礼", "other"],
] as const)("%s is the ground %s", (facts, ground) => {
  expect(groundIn(facts)).toBe(ground);
});

test("of two names the longer is meant, and taken out of the words", () => {
  expect(takeName("翠苑三区 成员12 情况属实", ["成员1", "成员12"])).toEqual({
    ...{ name: "成员12", at: 5, rest: "翠苑三区   情况属实" },
  });
  expect(takeName("翠苑三区", ["成员1"])).toBeUndefined();
});

test("the beginning of the words up to each gap, the longest first", () => {
  expect(headsOf("翠苑三区 住在 该小区")).toEqual([
    { head: "翠苑三区 住在 该小区", rest: "" },
    { head: "翠苑三区 住在", rest: "该小区" },
    { head: "翠苑三区", rest: "住在 该小区" },
  ]);
  expect(headsOf("")).toEqual([]);
});

describe("who raises it", () => {
  const raiser = { staffId: "x", districts: ["keqiao"], organizes: false };

  test("a member about themselves only, an officer about everybody at the own district's cases", () => {
    expect(mayRaise({ ...raiser, districts: [] }, { memberId: "x", district: "keqiao" })).toBe(true);
    expect(mayRaise({ ...raiser, districts: [] }, { memberId: "y", district: "keqiao" })).toBe(false);
    expect(mayRaise(raiser, { memberId: "y", district: "keqiao" })).toBe(true);
    expect(mayRaise(raiser, { memberId: "y", district: "yuecheng" })).toBe(false);
  });

  test("the organizer about everybody anywhere", () => {
    expect(mayRaise({ ...raiser, organizes: true }, { memberId: "y", district: "yuecheng" })).toBe(true);
  });
});

describe("what stands", () => {
  test("is what waits or was accepted; what was declined can be raised anew, and is counted", () => {
    expect(standingRecusal([recusal(1, "declined")], key)).toBeUndefined();
    expect(standingRecusal([recusal(1, "declined"), recusal(2, "raised")], key)?.number).toBe(2);
    expect(standingRecusal([recusal(1, "accepted")], key)?.state).toBe("accepted");
    expect(standingRecusal([recusal(1, "accepted")], { ...key, memberId: "other" })).toBeUndefined();
    expect(raisedSoFar([recusal(1, "declined"), recusal(2, "raised")], key)).toBe(2);
  });
});

describe("same district", () => {
  const members = [{ id: "team-1", staffId: staffId("team-1"), role: "teamMember" as const, name: "成员1" }];
  const cases = [{ id: "case", district: "keqiao" }];
  const held = { staffId: staffId("team-1"), name: "成员1", role: "districtOfficer" as const, district: "keqiao" };
  const from = civilDate("2023-08-10");

  test("is found where the member is or was an officer of the case's district", () => {
    const found = (membership: object) =>
      ofSameDistrict({ members, memberships: [{ ...held, from, ...membership }] }, { cases, recusals: [] });

    expect(found({})).toEqual([key]);
    expect(found({ until: from })).toEqual([key]);
    // Ended before it began: never held.
    expect(found({ until: civilDate("2023-08-09") })).toEqual([]);
    expect(found({ district: "yuecheng" })).toEqual([]);
    expect(found({ role: "teamMember" })).toEqual([]);
  });

  test("is found once, whatever became of it", () => {
    const memberships = [{ ...held, from }];
    expect(ofSameDistrict({ members, memberships }, { cases, recusals: [recusal(1, "declined")] })).toEqual([]);
  });
});

describe("who decides", () => {
  const person = (id: string, ...roles: string[]) => ({
    ...{ staffId: staffId(id), name: id },
    roles: roles.map((role) => ({ role: role as "teamLead" })),
  });
  const lead = person("lead", "teamLead");
  const approver = person("approver", "approver");

  test("the lead; on the lead's own the approver", () => {
    const people = [lead, approver, person("a", "teamMember")];

    expect(decidersOf({ people }, "a")).toEqual({ by: ["lead"], role: "teamLead" });
    expect(decidersOf({ people }, "outside-1")).toEqual({ by: ["lead"], role: "teamLead" });
    expect(decidersOf({ people }, "lead")).toEqual({ by: ["approver"], role: "approver" });
  });

  test("nobody on their own: a member who stands in for the lead leaves it to the approver", () => {
    const standIn = {
      ...person("a", "teamMember"),
      roles: [{ role: "teamLead" as const, standsInFor: staffId("lead") }],
    };

    expect(decidersOf({ people: [standIn, approver] }, "a")).toEqual({ by: ["approver"], role: "approver" });
    expect(decidersOf({ people: [standIn, approver] }, "b")).toEqual({ by: ["a"], role: "teamLead" });
    expect(decidersOf({ people: [approver] }, "approver")).toEqual({ by: [], role: "approver" });
  });
});
