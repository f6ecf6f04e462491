import { describe, expect, test } from "vitest";
import {
  districtOfficers,
  districtsOf,
  type Member,
  type Membership,
  mayMember,
  memberOf,
  membersWith,
  type People,
  peopleOn,
} from "../../../src/campaign/directory/member.ts";
import { staffId } from "../../../src/shared/brand.ts";
import type { CivilDate } from "../../../src/shared/civil-date.ts";
import { shaoxing, shaoxingPeople, shaoxingRoster } from "../definition/support/shaoxing.ts";

/** The people of Shaoxing with other roles for one of them. */
const withRoles = (id: string, roles: Member["roles"]): People =>
  shaoxingPeople.map((person) => (person.staffId === id ? { ...person, roles } : person));

const somebody = (...roles: Member["roles"]): Member => ({ staffId: staffId("somebody"), name: "某人", roles });

describe("who takes part", () => {
  test("is known by the id in DingTalk, with name and roles", () => {
    expect(memberOf(shaoxingPeople, staffId("keqiao-1"))).toEqual({
      staffId: "keqiao-1",
      name: "柯桥区经办人1",
      roles: [{ role: "districtOfficer", district: "keqiao" }],
    });
    expect(memberOf(shaoxingPeople, staffId("maxiaohan"))?.roles).toEqual([{ role: "organizer" }]);
  });

  test("is nobody without a role, and nobody unknown", () => {
    expect(memberOf(shaoxingPeople, staffId("outsider"))).toBeUndefined();
    expect(memberOf(shaoxingPeople, staffId("nobody"))).toBeUndefined();
    expect(memberOf(shaoxingPeople, staffId(""))).toBeUndefined();
    expect(shaoxingPeople.length).toBe(shaoxingRoster.people.length - 1);
  });

  test("is found by role, in the roster's order", () => {
    expect(membersWith(shaoxingPeople, "organizer").map((member) => member.staffId)).toEqual(["maxiaohan", "deputy"]);
    expect(membersWith(withRoles("approver", []), "approver")).toEqual([]);
  });
});

describe("who has a role on a day", () => {
  const from: CivilDate = "2023-09-01";
  const officer = (id: string, more: Partial<Membership> = {}): Membership => ({
    staffId: staffId(id),
    name: `经办人${id}`,
    role: "districtOfficer",
    district: "keqiao",
    from,
    ...more,
  });
  const idsOn = (day: CivilDate, ...memberships: readonly Membership[]) =>
    peopleOn(memberships, day).map((member) => member.staffId);

  test.each<[CivilDate, string[]]>([
    ["2023-08-31", []],
    ["2023-09-01", ["甲"]],
    ["2023-09-10", ["甲"]],
    ["2023-09-11", []],
  ])("on %s of one held from 9月1日 until 9月10日, both included: %j", (day, ids) => {
    expect(idsOn(day, officer("甲", { until: "2023-09-10" }))).toEqual(ids);
  });

  test.each<[CivilDate, string[]]>([
    ["2023-08-31", []],
    ["2023-09-01", ["甲"]],
    ["2099-12-31", ["甲"]],
  ])("on %s of one held from 9月1日 without an end: %j", (day, ids) => {
    expect(idsOn(day, officer("甲"))).toEqual(ids);
  });

  test("is held on a single day where it ends on the day it begins, and never where it ends before", () => {
    const days: readonly CivilDate[] = ["2023-08-31", "2023-09-01", "2023-09-02"];

    expect(days.map((day) => idsOn(day, officer("甲", { until: from })))).toEqual([[], ["甲"], []]);
    expect(days.map((day) => idsOn(day, officer("甲", { until: "2023-08-31" })))).toEqual([[], [], []]);
  });

  test("one person with several roles stands once, with the roles in the roster's order", () => {
    const memberships = [
      officer("甲"),
      officer("乙", { district: "zhuji" }),
      officer("甲", { district: "zhuji" }),
      { staffId: staffId("甲"), name: "经办人甲", role: "teamMember" as const, from },
    ];

    expect(peopleOn(memberships, from)).toEqual([
      {
        staffId: "甲",
        name: "经办人甲",
        roles: [
          { role: "districtOfficer", district: "keqiao" },
          { role: "districtOfficer", district: "zhuji" },
          { role: "teamMember" },
        ],
      },
      { staffId: "乙", name: "经办人乙", roles: [{ role: "districtOfficer", district: "zhuji" }] },
    ]);
  });

  test("one role ends, another of the same person begins: each day knows only its own", () => {
    const memberships = [
      officer("甲", { until: "2023-09-10" }),
      officer("甲", { district: "zhuji", from: "2023-09-10" }),
      officer("甲", { district: "yuecheng", from: "2023-09-11" }),
    ];
    const districtsOn = (day: CivilDate) =>
      peopleOn(memberships, day).flatMap(({ roles }) => roles.map(({ district }) => district));

    expect(districtsOn("2023-09-09")).toEqual(["keqiao"]);
    expect(districtsOn("2023-09-10")).toEqual(["keqiao", "zhuji"]);
    expect(districtsOn("2023-09-11")).toEqual(["zhuji", "yuecheng"]);
  });

  test("whoever stands in has the role on those days, marked; whom they stand in for keeps it", () => {
    const standIn = officer("乙", { until: "2023-09-10", standsInFor: staffId("甲") });
    const roles = [{ role: "districtOfficer", district: "keqiao" }];

    expect(peopleOn([officer("甲"), standIn], "2023-09-10")).toEqual([
      { staffId: "甲", name: "经办人甲", roles },
      { staffId: "乙", name: "经办人乙", roles: [{ ...roles[0], standsInFor: "甲" }] },
    ]);
    expect(idsOn("2023-09-11", officer("甲"), standIn)).toEqual(["甲"]);
  });

  test("whoever has the role anyway does not stand in with it, but may do what waits for the other", () => {
    const standIn = officer("乙", { standsInFor: staffId("甲") });

    expect(peopleOn([standIn, officer("乙")], from)).toEqual([
      { staffId: "乙", name: "经办人乙", roles: [{ role: "districtOfficer", district: "keqiao", principals: ["甲"] }] },
    ]);
  });

  test.each<[CivilDate, boolean]>([
    ["2023-09-02", false],
    ["2023-09-03", true],
    ["2023-09-10", true],
    ["2023-09-11", false],
  ])("on %s of 休假 from 9月3日 until 9月10日, both included: away %s", (day, away) => {
    const people = peopleOn(
      [officer("甲", { away: [{ from: "2023-09-03", until: "2023-09-10" }] }), officer("乙")],
      day,
    );

    expect(memberOf(people, staffId("甲"))?.away ?? false).toBe(away);
    expect(districtOfficers(people, "keqiao").map(({ member }) => member.staffId)).toEqual(
      away ? ["乙"] : ["甲", "乙"],
    );
    expect(membersWith(people, "districtOfficer").length).toBe(away ? 1 : 2);
  });

  test("a leave that ends before it begins was cancelled: nobody is away", () => {
    const cancelled = [{ from: "2023-09-03", until: "2023-09-02" }] as const;
    const days: readonly CivilDate[] = ["2023-09-02", "2023-09-03"];

    expect(days.map((day) => peopleOn([officer("甲", { away: cancelled })], day)[0]?.away)).toEqual([
      undefined,
      undefined,
    ]);
  });

  test("nobody where there are no memberships", () => {
    expect(peopleOn([], from)).toEqual([]);
  });
});

describe("what a person may do", () => {
  test("is what any of their roles may", () => {
    const both = somebody({ role: "administrator" }, { role: "districtOfficer", district: "keqiao" });

    expect(mayMember(shaoxing, both, "usage.see")).toBe(true);
    expect(mayMember(shaoxing, both, "application.fill")).toBe(true);
    expect(mayMember(shaoxing, both, "ruling.answer")).toBe(false);
  });

  test("is nothing without a role", () => {
    expect(mayMember(shaoxing, somebody(), "help.see")).toBe(false);
  });
});

describe("the districts a person works for", () => {
  test("come in the campaign's order, each once, those the campaign does not know left out", () => {
    const member = somebody(
      { role: "districtOfficer", district: "zhuji" },
      { role: "districtOfficer", district: "yuecheng" },
      { role: "teamMember", district: "zhuji" },
      { role: "districtOfficer", district: "binhai" },
    );

    expect(districtsOf(shaoxing, member)).toEqual(["yuecheng", "zhuji"]);
  });

  test("are none for people of the city", () => {
    expect(districtsOf(shaoxing, somebody({ role: "organizer" }))).toEqual([]);
  });
});

describe("经办人", () => {
  test("of one district are its two, of all districts all twelve", () => {
    expect(districtOfficers(shaoxingPeople, "keqiao").map(({ member }) => member.staffId)).toEqual([
      "keqiao-1",
      "keqiao-2",
    ]);
    expect(districtOfficers(shaoxingPeople).length).toBe(12);
    expect(districtOfficers(shaoxingPeople, "binhai")).toEqual([]);
  });

  test("who works for two districts stands once for each", () => {
    const people = withRoles("keqiao-1", [
      { role: "districtOfficer", district: "keqiao" },
      { role: "districtOfficer", district: "zhuji" },
    ]);
    const own = districtOfficers(people).filter(({ member }) => member.staffId === "keqiao-1");

    expect(own.map(({ district }) => district)).toEqual(["keqiao", "zhuji"]);
  });

  test("are not people with another role in the district, nor officials without one", () => {
    const visitor = withRoles("keqiao-1", [{ role: "teamMember", district: "keqiao" }]);
    const unplaced = withRoles("keqiao-1", [{ role: "districtOfficer" }]);

    for (const people of [visitor, unplaced]) {
      expect(districtOfficers(people, "keqiao").map(({ member }) => member.staffId)).toEqual(["keqiao-2"]);
      expect(districtOfficers(people).length).toBe(11);
    }
  });
});
