import { describe, expect, test } from "vitest";
import type { Member } from "../../../src/campaign/directory/member.ts";
import { mayScore, nameAndReason, readReopening } from "../../../src/campaign/preliminary-review/rules.ts";
import { staffId } from "../../../src/shared/brand.ts";
import { applied } from "../application/support/application.ts";

test.each([
  ["锦绣花园", "锦绣花园", undefined],
  ["锦绣花园 理由：2-3漏看照片", "锦绣花园", "2-3漏看照片"],
  ["锦绣花园，理由是2-3漏看照片", "锦绣花园", "2-3漏看照片"],
  ["锦绣花园 原因 2-3漏看照片", "锦绣花园", "2-3漏看照片"],
  ["理由 2-3漏看照片", "", "2-3漏看照片"],
  ["锦绣花园 理由", "锦绣花园", ""],
  ["", "", undefined],
])("重新修改 %j is read as a name and a reason", (typed, name, reason) => {
  expect(readReopening(typed)).toEqual({ name, reason });
});

test.each([
  ["曹娥花园 满意度打错", { name: "曹娥花园", reason: "满意度打错" }],
  ["曹娥花园，3-2漏看照片，重打", { name: "曹娥花园", reason: "3-2漏看照片，重打" }],
  ["东方 3-5理由写错", { name: "东方", reason: "3-5理由写错" }],
  ["东方3-5理由写错", { name: "东方", reason: "3-5理由写错" }],
  ["曹娥花园", undefined],
  ["曹娥花园 ", undefined],
])("%j without the word 理由 may be a name and a reason", (typed, expected) => {
  expect(nameAndReason(typed)).toEqual(expected);
});

describe("初评 belongs to the district the compound lies in (L15)", () => {
  const inKeqiao = applied("锦绣花园", { district: "keqiao" });

  test.each<[string, Member["roles"], boolean]>([
    ["the district's own official", [{ role: "districtOfficer", district: "keqiao" }], true],
    [
      "an official of two districts, one of them this",
      [
        { role: "districtOfficer", district: "yuecheng" },
        { role: "districtOfficer", district: "keqiao" },
      ],
      true,
    ],
    ["another district's official", [{ role: "districtOfficer", district: "yuecheng" }], false],
    ["an official without a district", [{ role: "districtOfficer" }], false],
    ["a member of the team who is assigned to the district", [{ role: "teamMember", district: "keqiao" }], false],
    [
      "an official elsewhere who visits this district for the team",
      [
        { role: "districtOfficer", district: "yuecheng" },
        { role: "teamMember", district: "keqiao" },
      ],
      false,
    ],
    ["the organizer", [{ role: "organizer" }], false],
    ["the approver", [{ role: "approver" }], false],
    ["nobody of the campaign", [], false],
  ])("%s", (_who, roles, allowed) => {
    expect(mayScore({ staffId: staffId("somebody"), name: "某人", roles }, inKeqiao)).toBe(allowed);
  });
});
