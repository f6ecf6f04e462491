import { expect, test } from "vitest";
import type { Definition } from "../../../src/campaign/definition/definition.ts";
import { nounsOf } from "../../../src/campaign/directory/nouns.ts";
import { beijing, households } from "../definition/support/campaigns.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

test.each([
  [shaoxing, ["3个小区", "小区名称", "6个地区", "区", "市", "活动联系人", "审批领导", true]],
  [beijing, ["3个项目", "项目名称", "6个区", "区", "市", "活动联系人", "审批领导", false]],
  [households, ["3户农户", "户主姓名", "6个村", "村", "镇", "镇联系人", "镇分管领导", false]],
] as const)("the nouns of a campaign are its own", (definition, words) => {
  const { cases, caseName, districts, districtShort, city, organizer, approver, verifies } = nounsOf(definition);

  expect([cases(3), caseName, districts(6), districtShort, city, organizer, approver, verifies]).toEqual(words);
});

test("a noun that is its own measure is said once", () => {
  const own = { ...households.campaign.words, case: { noun: "户", measure: "户" } };
  const definition: Definition = { ...households, campaign: { ...households.campaign, words: own } };

  expect(nounsOf(definition).cases(17)).toBe("17户");
});

test.each([
  ["区（县、市）", "区"],
  ["街道", "街道"],
])("what belongs to a %s is of the level %s", (noun, level) => {
  const words = { ...households.campaign.words, district: { noun, measure: "个" } };
  const definition: Definition = { ...households, campaign: { ...households.campaign, words } };

  expect(nounsOf(definition).districtShort).toBe(level);
});
