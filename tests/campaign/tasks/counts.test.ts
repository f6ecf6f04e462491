import { describe, expect, test } from "vitest";
import { noRulings } from "../../../src/campaign/definition/rulings-in-force.ts";
import { runningCampaign } from "../../../src/campaign/definition/running-campaign.ts";
import type { CampaignState, CaseState } from "../../../src/campaign/tasks/campaign-state.ts";
import { districtCounts, listCounts, sum } from "../../../src/campaign/tasks/counts.ts";
import { deliveriesIn, openDeliverables, totalsIn } from "../../../src/campaign/tasks/deliveries.ts";
import { staffId } from "../../../src/shared/brand.ts";
import { shaoxing, shaoxingPeople } from "../definition/support/shaoxing.ts";

const startedAt = new Date("2023-08-09T09:00:00+08:00");
const caseIn = (district: string, state: CaseState["state"], review: "open" | "finalized" = "open"): CaseState => ({
  id: `${district}-${state}-${review}`,
  district,
  name: "小区",
  state,
  submittedAt: startedAt,
  review: { state: review, done: 0, of: 25 },
  opinionsWait: false,
});

const state: CampaignState = {
  campaign: runningCampaign({ definition: shaoxing, definitionVersion: 1, startedAt }),
  rulings: noRulings,
  people: shaoxingPeople,
  cases: [
    caseIn("keqiao", "submitted", "finalized"),
    caseIn("keqiao", "submitted"),
    caseIn("keqiao", "excluded"),
    caseIn("keqiao", "withdrawn"),
    caseIn("yuecheng", "excluded"),
  ],
  forms: [
    { district: "keqiao", startedBy: staffId("keqiao-1"), caseId: undefined, name: "", done: 0, of: 23 },
    { district: "keqiao", startedBy: staffId("keqiao-1"), caseId: "changed", name: "", done: 23, of: 23 },
  ],
  lists: {
    expected: shaoxing.campaign.districts.map(({ id }) => id).filter((id) => id !== "zhuji"),
    received: new Set(["keqiao", "xinchang"]),
    nobody: new Set(["xinchang"]),
  },
  reports: new Set(["yuecheng"]),
  answers: [],
  selection: undefined,
  isPublished: false,
  hindrance: undefined,
  unregistered: [],
};

test("a district's count tells what takes part, what is kept out and what is being filled in", () => {
  const [yuecheng, keqiao, shangyu] = districtCounts(state, "2023-09-01");

  expect(keqiao).toEqual({
    district: "keqiao",
    name: "柯桥区",
    applied: 2,
    excluded: 1,
    filling: 1,
    finalized: 1,
    list: "reported",
    isUnsealed: false,
    returned: 0,
    reportIn: false,
  });
  expect(yuecheng).toMatchObject({ applied: 0, excluded: 1, list: "missing", reportIn: true });
  expect(shangyu).toMatchObject({ applied: 0, excluded: 0, filling: 0, finalized: 0 });
});

test("every counted district is in, whether or not it has sent anything", () => {
  const counts = districtCounts(state, "2023-09-01");

  expect(counts).toHaveLength(6);
  expect(sum(counts.map(({ applied }) => applied))).toBe(2);
});

test("a list that recommends nobody is one; a district that is taken out is not expected", () => {
  const counts = districtCounts(state, "2023-09-01");

  expect(counts.map(({ list }) => list)).toEqual(["missing", "reported", "missing", "released", "missing", "nobody"]);
  expect(listCounts(counts)).toEqual({ expected: 5, received: 2, nobody: 1 });
});

describe("in words", () => {
  const words = (district: string) =>
    [...deliveriesIn(state, district, "2023-09-01").values()].map(({ words: said, done }) => `${said} ${done}`);

  test("a district's deliverables are counted by what is meant", () => {
    expect(words("keqiao")).toEqual([
      "已提交2个，另有1个不得参与 true",
      "已提交定稿1个，共2个 false",
      "已报送 true",
      "尚未报送 false",
    ]);
    expect(words("yuecheng")).toEqual([
      "尚未提交，另有1个不得参与 true",
      "尚未开始 false",
      "尚未报送 false",
      "已报送 true",
    ]);
    expect(words("xinchang")[2]).toBe("已报送无推荐 true");
    expect(words("zhuji")[2]).toBe("不要求报送 true");
  });

  test("of a list in force it is said what has not come: its 盖章件, corrections of cases that were returned", () => {
    const lists = { ...state.lists, unsealed: new Map([["keqiao", { version: 2, at: new Date(0) }]]) };
    const returned = { until: "2023-10-09" as const, at: new Date(0) };
    const [first, ...others] = state.cases.filter(
      ({ district, state: of }) => district === "keqiao" && of === "submitted",
    );
    const cases = first ? [{ ...first, returned }, ...others] : [];
    const listWords = (of: Partial<typeof state>) =>
      deliveriesIn({ ...state, lists, ...of }, "keqiao", "2023-09-01").get("recommendation-list")?.words;

    expect(listWords({})).toBe("已报送，盖章件待补");
    expect(listWords({ cases })).toBe("已报送，盖章件待补，1个退回补正，尚未报送补正");
    expect(listWords({ cases, isPublished: true })).toBe("已报送，盖章件待补");
  });

  test("totals name who is missing, and never shrink to those who have sent something", () => {
    expect(totalsIn(state, "2023-09-01").map(({ words: said, missing }) => [said, missing.join("、")])).toEqual([
      ["已提交2个小区，涉及1个地区", ""],
      ["已提交定稿1个，共2个小区", ""],
      ["应报5个，已报2个（其中无推荐1个）", "越城区、上虞区、嵊州市"],
      ["应报6个，已报1个", "柯桥区、上虞区、诸暨市、嵊州市、新昌县"],
    ]);
  });
});

test("what is done is not open any more: the team once approved, and after 公布 all that led to the list", () => {
  const open = (change: Partial<CampaignState>) =>
    openDeliverables({ ...state, ...change }, "2023-10-16").map(({ purpose }) => purpose);
  const before = ["checkIn", "application", "review", "list", "team", "verification", "publication"];
  const after = ["provinceList", "report", "caseStudy", "summary"];

  expect(open({})).toEqual([...before, ...after]);
  expect(open({ team: { state: "approved" } })).toEqual([...before.filter((one) => one !== "team"), ...after]);
  expect(open({ isPublished: true })).toEqual(["checkIn", ...after]);
  expect(open({ isPublished: true, hasSummary: true })).toEqual(["checkIn", "provinceList", "report", "caseStudy"]);
});
