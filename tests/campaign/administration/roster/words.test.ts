import { describe, expect, test } from "vitest";
import {
  districtsNamed,
  namesIn,
  periodIn,
  readPerson,
  roleNamed,
} from "../../../../src/campaign/administration/roster/words.ts";
import { loadCampaignFolder } from "../../../../src/campaign/definition/load.ts";
import type { CivilDate } from "../../../../src/shared/civil-date.ts";
import { shaoxing } from "../../definition/support/shaoxing.ts";

const households = loadCampaignFolder("campaigns/example-households").definition;

describe("新增人员", () => {
  test.each<[string, Partial<ReturnType<typeof readPerson>>]>([
    [
      "甲某 13812345678 柯桥区 经办人",
      { name: "甲某", mobile: "13812345678", districts: ["keqiao"], role: "districtOfficer" },
    ],
    ["柯桥区，经办人，甲某，138 1234 5678", { name: "甲某", mobile: "13812345678", districts: ["keqiao"] }],
    [
      "甲某 １３８１２３４５６７８ 柯桥区、诸暨市",
      { name: "甲某", mobile: "13812345678", districts: ["keqiao", "zhuji"] },
    ],
    ["甲某 组长", { name: "甲某", mobile: "", role: "teamLead", districts: [] }],
    ["甲某 不详 柯桥区", { name: "甲某", unread: ["不详"] }],
    ["", { name: "", role: undefined }],
  ])("%s", (typed, read) => {
    expect(readPerson(shaoxing, typed)).toMatchObject(read);
  });

  test("a known person may be called like a role", () => {
    expect(readPerson(shaoxing, "副联系人 审批领导", ["副联系人", "审批领导"])).toMatchObject({
      name: "副联系人",
      role: "approver",
    });
  });

  test("roles are called as in the campaign, or shorter", () => {
    expect(
      ["区（县、市）经办人", "经办人", "评选工作组成员", "巡视员"].map((words) => roleNamed(shaoxing, words)),
    ).toEqual(["districtOfficer", "districtOfficer", "teamMember", undefined]);
    expect(["村经办人", "镇联系人", "镇分管领导", "组长"].map((words) => roleNamed(households, words))).toEqual([
      "districtOfficer",
      "organizer",
      "approver",
      undefined,
    ]);
  });

  test("districts are named by the campaign's names; what is none is said", () => {
    expect(districtsNamed(shaoxing, "柯桥区/诸暨市 某区")).toEqual({ ids: ["keqiao", "zhuji"], unknown: ["某区"] });
    expect(districtsNamed(households, "上阳村")).toEqual({ ids: ["shangyang"], unknown: [] });
  });
});

describe("names in a text", () => {
  test("come in its order, the longest at a place", () => {
    expect(namesIn("经办人12 移交 经办人1", ["经办人1", "经办人12"]).names).toEqual(["经办人12", "经办人1"]);
  });

  test("are cut out of the rest, so that their digits are no date", () => {
    expect(namesIn("柯桥区经办人1 9月3日", ["柯桥区经办人1"]).rest.trim()).toBe("9月3日");
  });
});

describe("the period of a leave on 13 September", () => {
  const today: CivilDate = "2023-09-13";
  const read = (typed: string) => periodIn(typed, { today, year: 2023 });

  test.each<[string, CivilDate, CivilDate]>([
    ["9月20日至9月22日", "2023-09-20", "2023-09-22"],
    ["9月20日", "2023-09-20", "2023-09-20"],
    ["至9月22日", "2023-09-13", "2023-09-22"],
    ["自9月10日到9月15日", "2023-09-13", "2023-09-15"],
    ["今天至9月13日", "2023-09-13", "2023-09-13"],
    ["明天到后天", "2023-09-14", "2023-09-15"],
    ["2023-09-20 至 2023-09-22", "2023-09-20", "2023-09-22"],
  ])("%s is %s to %s", (typed, from, until) => {
    expect(read(typed)).toEqual({ kind: "period", period: { from, until } });
  });

  test("that ended yesterday, or ends before it begins, is none", () => {
    expect(read("9月10日至9月12日").kind).toBe("over");
    expect(read("9月22日至9月20日").kind).toBe("over");
  });

  test("needs days that exist", () => {
    expect(read("下周").kind).toBe("none");
    expect(read("9月31日至10月2日")).toEqual({ kind: "noSuchDay", text: "9月31日" });
  });
});
