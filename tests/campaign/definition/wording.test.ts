import { describe, expect, test } from "vitest";
import { deadlineOf, stageById } from "../../../src/campaign/definition/deadlines.ts";
import {
  duePhraseOf,
  dueWordsOf,
  momentWords,
  restMarkWords,
  stageWords,
} from "../../../src/campaign/definition/wording.ts";
import { shaoxing, shaoxingContext } from "./support/shaoxing.ts";

describe("the words of a stage card", () => {
  test("tell the group what begins and until when", () => {
    const words = stageWords(shaoxingContext, stageById(shaoxing, "mobilization"), { kind: "group" });

    expect(words).toEqual({
      title: "【第一阶段】宣传发动　8月10日至8月20日",
      lead: "各区（县、市）建设部门：绍兴市“加强物业管理，共建美好家园”活动现进入宣传发动阶段。请积极向属地党委、政府汇报，争取高位支持；在辖区物业小区内广泛开展宣传发动，鼓励支持街道社区、业主委员会、物业服务企业参加。",
      owed: ["本阶段没有须报送的表格。", "下一阶段起可在与家园助手的单聊中办理申报，届时另行告知。"],
      footnote: "依据：实施方案“三、工作安排”第（一）项。联系人：马小涵，电话85082235。",
    });
  });

  test("tell an official what the own district owes, before the holiday", () => {
    const words = stageWords(shaoxingContext, stageById(shaoxing, "verification"), {
      kind: "districtOfficer",
      district: "keqiao",
    });

    expect(words.lead).toBe(
      "您好。现进入核查推荐阶段，柯桥区的申报、初评和推荐仍可继续办理。请配合评选工作组到小区核验，提前备好证明材料。9月29日至10月6日中秋、国庆节放假，请提前安排。",
    );
    expect(words.owed[0]).toBe("推荐名单：9月底前（截至9月30日）。请尽量于9月28日（周四）17:00前报送。");
  });

  test("follow a ruling that closes stage two", () => {
    const rulings = new Map([["R13", { text: "是。", value: { closes: true } }]]);
    const stage = stageById(shaoxing, "implementation");

    const before = stageWords(shaoxingContext, stage, { kind: "group" }).owed[0];
    const after = stageWords({ ...shaoxingContext, rulings }, stage, { kind: "group" }).owed[0];

    expect(before).toBe("申报表、初评：请尽量于9月20日前办理，之后仍可办理。");
    expect(after).toBe("申报表、初评：9月20日前办理，逾期的注明逾期，并须说明原因。");
  });

  test("fit a card's title of 64 characters in every stage", () => {
    const titles = shaoxing.campaign.stages.flatMap((stage) => [
      stageWords(shaoxingContext, stage, { kind: "group" }).title,
      stageWords(shaoxingContext, stage, { kind: "districtOfficer", district: "xinchang" }).title,
    ]);

    expect(titles.length).toBe(8);
    expect(titles.filter((title) => title.length > 64)).toEqual([]);
  });
});

test("a moment is said in the time of Shanghai", () => {
  expect(momentWords(new Date("2023-09-28T09:00:00Z"))).toBe("9月28日（周四）17:00");
});

describe("a due day is never shortened to another", () => {
  const words = (id: string, ruling?: [string, Record<string, string | boolean>]) => {
    const rulings = new Map(ruling ? [[ruling[0], { text: "已答复", value: ruling[1] }]] : []);
    const deadline = deadlineOf({ ...shaoxingContext, rulings }, id);
    return [duePhraseOf(shaoxing, deadline), dueWordsOf(shaoxing, deadline)];
  };

  test.each([
    ["the plan's words with their day", "recommendation-list", undefined, ["9月底前", "9月底前（截至9月30日）"]],
    ["the named day counts", "work-report", undefined, ["10月20日前", "10月20日前（含当日）"]],
    [
      "the named day does not count",
      "work-report",
      ["R2", { inclusive: false }],
      ["10月20日前", "10月20日前（截至10月19日）"],
    ],
    [
      "a ruling names another day",
      "recommendation-list",
      ["R1", { on: "09-28", inclusive: true }],
      ["9月28日前", "9月28日前"],
    ],
    [
      "a ruling names another day that does not count",
      "recommendation-list",
      ["R1", { on: "09-28", inclusive: false }],
      ["9月28日前", "9月28日前（截至9月27日）"],
    ],
    ["the plan has no words for the day", "application", undefined, ["9月20日前", "9月20日前"]],
  ] as const)("%s", (_, id, ruling, expected) => {
    expect(words(id, ruling && [ruling[0], { ...ruling[1] }])).toEqual(expected);
  });

  test("what comes in the days off is marked with the stated day", () => {
    expect(restMarkWords(shaoxing, deadlineOf(shaoxingContext, "recommendation-list"))).toBe(
      "9月30日后报送（法定休假日期间）",
    );
  });
});
