import { describe, expect, test } from "vitest";
import {
  applied,
  type Change,
  firstGap,
  objection,
  standInChanges,
  turningDays,
  unattended,
} from "../../../../src/campaign/administration/roster/rules.ts";
import type { Role } from "../../../../src/campaign/definition/schema/roles.ts";
import { districtOfficers, type Member, type Membership, peopleOn } from "../../../../src/campaign/directory/member.ts";
import { staffId } from "../../../../src/shared/brand.ts";
import type { CivilDate } from "../../../../src/shared/civil-date.ts";
import { shaoxing, shaoxingRoster } from "../../definition/support/shaoxing.ts";

const TODAY: CivilDate = "2023-09-13";
const START: CivilDate = "2023-08-10";

const roster: readonly Membership[] = shaoxingRoster.people.flatMap(({ id, name, roles }) =>
  roles.map(({ role, district }) => ({
    staffId: staffId(id),
    name,
    role,
    ...(district === undefined ? {} : { district }),
    from: START,
  })),
);

const [one, two, outside] = ["keqiao-1", "keqiao-2", "yuecheng-1"].map((id) => staffId(id)) as [
  Membership["staffId"],
  Membership["staffId"],
  Membership["staffId"],
];
const end = (id: Membership["staffId"], district = "keqiao"): Change => ({
  kind: "end",
  staffId: id,
  role: "districtOfficer",
  district,
});
const leave = (id: Membership["staffId"], from: CivilDate, until: CivilDate): Change => ({
  kind: "leave",
  staffId: id,
  period: { from, until },
});
const officersOn = (memberships: readonly Membership[], day: CivilDate) =>
  districtOfficers(peopleOn(memberships, day), "keqiao").map(({ member }) => member.staffId);

describe("a change of the roster", () => {
  test("is in force at once: whoever is removed has the role yesterday and not today", () => {
    const after = applied(roster, [end(one)], TODAY);

    expect(officersOn(after, "2023-09-12")).toEqual(["keqiao-1", "keqiao-2"]);
    expect(officersOn(after, TODAY)).toEqual(["keqiao-2"]);
  });

  test("given today is held today, and taken back the same day never was", () => {
    const grant: Change = {
      kind: "grant",
      membership: { staffId: outside, name: "某", role: "districtOfficer", district: "keqiao", from: TODAY },
    };
    const given = applied(roster, [grant], TODAY);

    expect(officersOn(given, TODAY)).toContain("yuecheng-1");
    expect(officersOn(given, "2023-09-12")).not.toContain("yuecheng-1");
    expect(officersOn(applied(given, [end(outside)], TODAY), TODAY)).not.toContain("yuecheng-1");
  });

  test("that gives what is held changes nothing", () => {
    const again: Change = {
      kind: "grant",
      membership: { staffId: one, name: "柯桥区经办人1", role: "districtOfficer", district: "keqiao", from: TODAY },
    };

    expect(applied(roster, [again], TODAY)).toEqual(roster);
  });

  test("one district of two ends, the other goes on", () => {
    const both: Change = {
      kind: "grant",
      membership: { staffId: one, name: "柯桥区经办人1", role: "districtOfficer", district: "zhuji", from: TODAY },
    };
    const after = applied(roster, [both, end(one)], TODAY);
    const member = peopleOn(after, TODAY).find(({ staffId: id }) => id === one);

    expect(member?.roles).toEqual([{ role: "districtOfficer", district: "zhuji" }]);
  });
});

describe("休假 from 9月20日 until 9月22日 with a stand-in", () => {
  const period = { from: "2023-09-20", until: "2023-09-22" } as const;
  const roles = roster.filter(({ staffId: id }) => id === two);
  const standIn = { staffId: outside, name: "越城区经办人1" };
  const changes = [
    end(one),
    leave(two, period.from, period.until),
    ...standInChanges(roster, { principal: two, standIn, period }, roles),
  ];
  const after = applied(roster, changes, TODAY);

  test.each<[CivilDate, string[]]>([
    ["2023-09-19", ["keqiao-2"]],
    ["2023-09-20", ["yuecheng-1"]],
    ["2023-09-22", ["yuecheng-1"]],
    ["2023-09-23", ["keqiao-2"]],
  ])("on %s the district is served by %j", (day, ids) => {
    expect(officersOn(after, day)).toEqual(ids);
  });

  test("ended on its second day, both sides are as before on that day", () => {
    const back = applied(after, [{ kind: "back", staffId: two }], "2023-09-21");

    expect(officersOn(back, "2023-09-20")).toEqual(["yuecheng-1"]);
    expect(officersOn(back, "2023-09-21")).toEqual(["keqiao-2"]);
  });

  test("ended before it begins, it never was", () => {
    const back = applied(after, [{ kind: "back", staffId: two }], "2023-09-19");

    expect(["2023-09-20", "2023-09-22"].map((day) => officersOn(back, day as CivilDate))).toEqual([
      ["keqiao-2"],
      ["keqiao-2"],
    ]);
  });

  test("a colleague of the same district needs no role of theirs twice", () => {
    const colleague = { staffId: one, name: "柯桥区经办人1" };

    expect(standInChanges(roster, { principal: two, standIn: colleague, period }, roles)).toEqual([]);
  });

  test("the days on which something turns are its first and the one after its last", () => {
    expect(turningDays(after, TODAY)).toEqual([TODAY, "2023-09-20", "2023-09-23"]);
  });
});

describe("a duty without anybody", () => {
  const gapAfter = (...changes: readonly Change[]) =>
    firstGap(shaoxing, { before: roster, after: applied(roster, changes, TODAY) }, TODAY);

  test("is none as long as one of two is there", () => {
    expect(unattended(shaoxing, roster, TODAY)).toEqual([]);
    expect(gapAfter(end(one))).toBeUndefined();
    expect(gapAfter(leave(one, "2023-09-20", "2023-09-22"), leave(two, "2023-09-23", "2023-09-25"))).toBeUndefined();
  });

  test("is found on the first day on which two leaves overlap", () => {
    expect(gapAfter(leave(one, "2023-09-20", "2023-09-22"), leave(two, "2023-09-22", "2023-09-25"))).toEqual({
      day: "2023-09-22",
      duty: { role: "districtOfficer", district: "keqiao" },
    });
  });

  test("is the approver's when the only one goes", () => {
    expect(gapAfter({ kind: "end", staffId: staffId("approver"), role: "approver" })).toEqual({
      day: TODAY,
      duty: { role: "approver" },
    });
  });

  test("that was there before is not held against a change", () => {
    const empty = applied(roster, [end(one), end(two)], TODAY);

    expect(firstGap(shaoxing, { before: empty, after: empty }, TODAY)).toBeUndefined();
  });
});

describe("who may change which role", () => {
  const somebody = (role: Role, id = "somebody"): Member => ({ staffId: staffId(id), name: "某人", roles: [{ role }] });
  const target = staffId("keqiao-1");

  test.each<[Role, Role, ReturnType<typeof objection>]>([
    ["organizer", "districtOfficer", undefined],
    ["organizer", "organizer", undefined],
    ["organizer", "teamMember", undefined],
    ["organizer", "approver", "administratorOnly"],
    ["organizer", "administrator", "administratorOnly"],
    ["organizer", "auditor", "administratorOnly"],
    ["administrator", "approver", undefined],
    ["administrator", "districtOfficer", undefined],
    ["approver", "approver", "administratorOnly"],
    ["approver", "districtOfficer", "notYours"],
    ["districtOfficer", "districtOfficer", "notYours"],
    ["auditor", "teamLead", "notYours"],
  ])("%s changes %s: %s", (actor, role, why) => {
    expect(objection(shaoxing, somebody(actor), { role, staffId: target, grants: true })).toBe(why);
    expect(objection(shaoxing, somebody(actor), { role, staffId: target, grants: false })).toBe(why);
  });

  test("nobody makes themselves approver, administrator or auditor, not even an administrator", () => {
    const administrator = somebody("administrator", "administrator");
    const self = (role: Role, grants: boolean) =>
      objection(shaoxing, administrator, { role, staffId: administrator.staffId, grants });

    expect((["approver", "administrator", "auditor"] as const).map((role) => self(role, true))).toEqual([
      "notOneself",
      "notOneself",
      "notOneself",
    ]);
    expect(self("approver", false)).toBeUndefined();
    expect(self("teamMember", true)).toBeUndefined();
  });
});
