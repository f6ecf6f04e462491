import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { seedOf } from "../../../scripts/seed-of.ts";
import { shaoxingRoster } from "./support/shaoxing.ts";

const seed = seedOf(shaoxingRoster);

test("the emulator's seed is what the demo roster gives: run `npm run seed`", () => {
  expect(JSON.parse(readFileSync("emulator/src/seed.json", "utf8"))).toEqual(seed);
});

test("the demo has everybody that programs rely on", () => {
  expect(seed.users.map(({ userId }) => userId)).toEqual([
    "maxiaohan",
    "deputy",
    "approver",
    ...["yuecheng", "keqiao", "shangyu", "zhuji", "shengzhou", "xinchang"].flatMap((id) => [`${id}-1`, `${id}-2`]),
    "team-lead",
    ...[1, 2, 3, 4, 5].map((number) => `team-${number}`),
    "administrator",
    "auditor",
    "outsider",
  ]);
});

test("every number in the demo is an invented one", () => {
  expect(seed.users.filter(({ mobile }) => !/^1990000\d{4}$/.test(mobile))).toEqual([]);
});

test("the districts meet in the campaign's group and not in the city's", () => {
  const members = Object.fromEntries(seed.groups.map(({ title, memberIds }) => [title, memberIds]));
  const officials = shaoxingRoster.people.filter(({ roles }) => roles.some(({ role }) => role === "districtOfficer"));

  expect(officials.filter(({ id }) => members.美好家园活动群?.includes(id)).length).toBe(12);
  expect(officials.filter(({ id }) => members.美好家园市级工作群?.includes(id)).length).toBe(0);
});
