import { describe, expect, test } from "vitest";
import {
  checkRows,
  mobilesToAsk,
  type Standing,
} from "../../../../src/campaign/administration/roster/workbook/check-rows.ts";
import { planOf } from "../../../../src/campaign/administration/roster/workbook/differences.ts";
import { rowProblems } from "../../../../src/campaign/administration/roster/workbook/phrases.ts";
import { type RosterRow, readRosterSheet } from "../../../../src/campaign/administration/roster/workbook/roster-row.ts";
import type { Membership } from "../../../../src/campaign/directory/member.ts";
import { staffId } from "../../../../src/shared/brand.ts";
import { shaoxing } from "../../definition/support/shaoxing.ts";

const from = "2023-08-10" as const;
const officer = (id: string, name: string, district = "keqiao"): Membership => ({
  staffId: staffId(id),
  name,
  role: "districtOfficer",
  district,
  from,
});
const memberships: readonly Membership[] = [
  { staffId: staffId("organizer"), name: "甲某", role: "organizer", from },
  { staffId: staffId("approver"), name: "乙某", role: "approver", from },
  officer("k1", "丙某"),
  officer("k2", "丁某"),
];
const standing: Standing = {
  definition: shaoxing,
  memberships,
  known: new Map([
    ["13800000001", staffId("k1")],
    ["13800000002", staffId("organizer")],
  ]),
  names: new Map(memberships.map((one) => [one.staffId, one.name])),
  found: new Map([
    ["13800000009", { kind: "found", person: staffId("new") }],
    ["13800000008", { kind: "nobody" }],
    ["13800000007", { kind: "unavailable" }],
    ["13800000001", { kind: "found", person: staffId("k1") }],
  ]),
  actor: { staffId: staffId("organizer"), name: "甲某", roles: [{ role: "organizer" }] },
};
let line = 1;
const row = (name: string, mobile: string, role: string, district = ""): RosterRow => {
  line += 1;
  return { line, name, mobile, role, district, note: "" };
};
const sentences = (...rows: readonly RosterRow[]) => checkRows(rows, standing).problems.map(({ sentence }) => sentence);

describe("a dropped workbook", () => {
  const sheet = (...rows: (string | number | null)[][]) => readRosterSheet({ sheets: [{ name: "名单", rows }] });

  test("is read by its headers, in any order, below titles, numbers as numbers", () => {
    expect(
      sheet(
        ["人员名单"],
        [],
        ["备注", "手机 号码", "角色", "姓名", "所属地区"],
        [null, 13800000009, "经办人", "戊某", "柯桥区"],
      ),
    ).toEqual({
      kind: "roster",
      rows: [{ line: 4, name: "戊某", mobile: "13800000009", role: "经办人", district: "柯桥区", note: "" }],
    });
  });

  test("without 角色 is named as incomplete, without 姓名 it is none", () => {
    expect(sheet(["姓名", "手机号"], ["戊某", "13800000009"])).toEqual({ kind: "incomplete", missing: ["role"] });
    expect(sheet(["小区名称", "得分"], ["某小区", 90])).toEqual({ kind: "other" });
  });

  test("empty rows and +86 do not count", () => {
    const read = sheet(["姓名", "手机号", "角色"], [null, null, null], ["戊某", "+86 138-0000-0009", "组长"]);

    expect(read.kind === "roster" && read.rows.map(({ line: at, mobile }) => [at, mobile])).toEqual([
      [3, "13800000009"],
    ]);
  });
});

describe("what is wrong with a row", () => {
  test.each<[string, RosterRow, string]>([
    ["nobody has the number", row("戊某", "13800000008", "经办人", "柯桥区"), rowProblems.nobodyHas()],
    ["the directory was not there", row("戊某", "13800000007", "经办人", "柯桥区"), rowProblems.notAsked()],
    ["ten digits", row("戊某", "1380000000", "经办人", "柯桥区"), rowProblems.badMobile()],
    ["no number and an unknown name", row("戊某", "", "经办人", "柯桥区"), rowProblems.noMobile()],
    ["another's number", row("戊某", "13800000001", "经办人", "柯桥区"), rowProblems.otherName("丙某")],
    [
      "no district",
      row("丙某", "13800000001", "经办人"),
      rowProblems.noDistrict(
        "地区",
        shaoxing.campaign.districts.map(({ name }) => name),
      ),
    ],
    [
      "a district for who has none",
      row("丙某", "13800000001", "组长", "柯桥区"),
      rowProblems.noDistrictHere("组长", "地区"),
    ],
    [
      "the organizer makes an approver",
      row("丙某", "13800000001", "审批领导"),
      rowProblems.administratorOnly("审批领导"),
    ],
    ["oneself", row("甲某", "13800000002", "审批领导"), rowProblems.notOneself("审批领导")],
  ])("%s", (_, wrong, sentence) => {
    expect(sentences(wrong)).toEqual([sentence]);
  });

  test("an unknown role and an unknown district are said with what there is", () => {
    const [role = "", district = ""] = sentences(row("丙某", "13800000001", "巡视员", "某区"));

    expect(role).toContain("没有“巡视员”这一角色，可填：活动联系人");
    expect(district).toContain("没有“某区”这一地区，可填：越城区");
  });

  test("two people on one number are both named; a doubled row is named once", () => {
    const [one, other] = [row("戊某", "13800000009", "成员"), row("己某", "13800000009", "成员")];
    expect(sentences(one, other)).toEqual([
      rowProblems.sharedMobile([other.line]),
      rowProblems.sharedMobile([one.line]),
    ]);

    const [first, second] = [row("戊某", "13800000009", "成员"), row("戊某", "13800000009", "成员")];
    expect(sentences(first, second)).toEqual([rowProblems.doubled(first.line)]);
  });

  test("nothing: an approver who is one already, a city's person in 市级, a known name without number", () => {
    expect(
      sentences(
        row("乙某", "", "审批领导"),
        row("甲某", "13800000002", "活动联系人", "市级"),
        row("丁某", "", "经办人", "柯桥区"),
      ),
    ).toEqual([]);
  });

  test("only unknown numbers, and known ones under another name, are asked for, each once", () => {
    const rows = [
      row("丙某", "13800000001", "经办人"),
      row("戊某", "13800000009", "经办人"),
      row("戊某", "13800000009", "成员"),
      row("己某", "13800000002", "成员"),
      row("庚某", "123", "成员"),
    ];

    expect(mobilesToAsk(rows, standing)).toEqual(["13800000009", "13800000002"]);
  });
});

describe("the differences to today's roster", () => {
  const today = "2023-09-13" as const;
  const entriesOf = (...rows: readonly RosterRow[]) => checkRows(rows, standing).entries;

  test("are who is added and who is not listed; roles of an administrator's stay, stand-ins too", () => {
    const standIn = { ...officer("k3", "庚某"), until: "2023-09-30" as const, standsInFor: staffId("k1") };
    const { added, ended } = planOf(
      entriesOf(
        row("甲某", "13800000002", "活动联系人"),
        row("丙某", "13800000001", "经办人", "柯桥区、诸暨市"),
        row("戊某", "13800000009", "经办人", "柯桥区"),
      ),
      { memberships: [...memberships, standIn], today },
    );

    expect(added.map(({ name, district }) => [name, district])).toEqual([
      ["丙某", "zhuji"],
      ["戊某", "keqiao"],
    ]);
    expect(ended.map(({ name }) => name)).toEqual(["丁某"]);
  });

  test("are none for the roster as it is", () => {
    const rows = [
      row("甲某", "", "活动联系人"),
      row("乙某", "", "审批领导"),
      row("丙某", "", "经办人", "柯桥区"),
      row("丁某", "", "经办人", "柯桥区"),
    ];

    expect(planOf(entriesOf(...rows), { memberships, today }).changes).toEqual([]);
  });
});
