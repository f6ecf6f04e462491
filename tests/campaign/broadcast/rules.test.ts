import { expect, test } from "vitest";
import { officialsAmong } from "../../../src/campaign/broadcast/rules.ts";
import type { People } from "../../../src/campaign/directory/member.ts";
import { shaoxingPeople } from "../definition/support/shaoxing.ts";

test("a broadcast reaches the two officials of each district, and nobody of the city, the team or the audit", () => {
  expect(officialsAmong(shaoxingPeople).map(({ staffId }) => staffId)).toEqual(
    ["yuecheng", "keqiao", "shangyu", "zhuji", "shengzhou", "xinchang"].flatMap((id) => [`${id}-1`, `${id}-2`]),
  );
});

test("who works for two districts gets it once", () => {
  const people: People = shaoxingPeople.map((person) =>
    person.staffId === "keqiao-1"
      ? { ...person, roles: [...person.roles, { role: "districtOfficer", district: "zhuji" }] }
      : person,
  );
  const officials = officialsAmong(people);

  expect(officials.length).toBe(12);
  expect(officials.filter(({ staffId }) => staffId === "keqiao-1").map(({ roles }) => roles.length)).toEqual([2]);
});
