import { describe, expect, test } from "vitest";
import type { Definition } from "../../../src/campaign/definition/definition.ts";
import {
  districtOfficers,
  districtsOf,
  type Member,
  mayMember,
  memberOf,
  membersOf,
  membersWith,
} from "../../../src/campaign/directory/member.ts";
import { staffId } from "../../../src/shared/brand.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

type Person = Definition["roster"]["people"][number];

/** The roster of Shaoxing with other roles for one person. */
const withRoles = (id: string, roles: Person["roles"]): Definition => ({
  ...shaoxing,
  roster: {
    ...shaoxing.roster,
    people: shaoxing.roster.people.map((person) => (person.id === id ? { ...person, roles } : person)),
  },
});

const somebody = (...roles: Member["roles"]): Member => ({ staffId: staffId("somebody"), name: "某人", roles });

describe("who takes part", () => {
  test("is known by the id in DingTalk, with name and roles", () => {
    expect(memberOf(shaoxing, staffId("keqiao-1"))).toEqual({
      staffId: "keqiao-1",
      name: "柯桥区经办人1",
      roles: [{ role: "districtOfficer", district: "keqiao" }],
    });
    expect(memberOf(shaoxing, staffId("maxiaohan"))?.roles).toEqual([{ role: "organizer" }]);
  });

  test("is nobody without a role, and nobody unknown", () => {
    expect(memberOf(shaoxing, staffId("outsider"))).toBeUndefined();
    expect(memberOf(shaoxing, staffId("nobody"))).toBeUndefined();
    expect(memberOf(shaoxing, staffId(""))).toBeUndefined();
    expect(membersOf(shaoxing).length).toBe(shaoxing.roster.people.length - 1);
  });

  test("is found by role, in the roster's order", () => {
    expect(membersWith(shaoxing, "organizer").map((member) => member.staffId)).toEqual(["maxiaohan", "deputy"]);
    expect(membersWith(withRoles("approver", []), "approver")).toEqual([]);
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
    expect(districtOfficers(shaoxing, "keqiao").map(({ member }) => member.staffId)).toEqual(["keqiao-1", "keqiao-2"]);
    expect(districtOfficers(shaoxing).length).toBe(12);
    expect(districtOfficers(shaoxing, "binhai")).toEqual([]);
  });

  test("who works for two districts stands once for each", () => {
    const definition = withRoles("keqiao-1", [
      { role: "districtOfficer", district: "keqiao" },
      { role: "districtOfficer", district: "zhuji" },
    ]);
    const own = districtOfficers(definition).filter(({ member }) => member.staffId === "keqiao-1");

    expect(own.map(({ district }) => district)).toEqual(["keqiao", "zhuji"]);
  });

  test("are not people with another role in the district, nor officials without one", () => {
    const visitor = withRoles("keqiao-1", [{ role: "teamMember", district: "keqiao" }]);
    const unplaced = withRoles("keqiao-1", [{ role: "districtOfficer" }]);

    for (const definition of [visitor, unplaced]) {
      expect(districtOfficers(definition, "keqiao").map(({ member }) => member.staffId)).toEqual(["keqiao-2"]);
      expect(districtOfficers(definition).length).toBe(11);
    }
  });
});
