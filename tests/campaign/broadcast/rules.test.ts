import { expect, test } from "vitest";
import { officialsOf } from "../../../src/campaign/broadcast/rules.ts";
import type { Definition } from "../../../src/campaign/definition/definition.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

test("a broadcast reaches the two officials of each district, and nobody of the city, the team or the audit", () => {
  expect(officialsOf(shaoxing).map(({ staffId }) => staffId)).toEqual(
    ["yuecheng", "keqiao", "shangyu", "zhuji", "shengzhou", "xinchang"].flatMap((id) => [`${id}-1`, `${id}-2`]),
  );
});

test("who works for two districts gets it once", () => {
  const people: Definition["roster"]["people"] = shaoxing.roster.people.map((person) =>
    person.id === "keqiao-1"
      ? { ...person, roles: [...person.roles, { role: "districtOfficer", district: "zhuji" }] }
      : person,
  );
  const officials = officialsOf({ ...shaoxing, roster: { ...shaoxing.roster, people } });

  expect(officials.length).toBe(12);
  expect(officials.filter(({ staffId }) => staffId === "keqiao-1").map(({ roles }) => roles.length)).toEqual([2]);
});
