import { describe, expect, test } from "vitest";
import { askedNow, type Candidate, whoQuestion } from "../../../../src/campaign/overview/answer/rules.ts";
import { toldOf, toldOfDistrict } from "../../../../src/campaign/overview/answer/sentences.ts";
import type { Seen } from "../../../../src/campaign/overview/nudge/outstanding.ts";
import type { CampaignState } from "../../../../src/campaign/tasks/campaign-state.ts";
import { staffId } from "../../../../src/shared/brand.ts";
import { civilDate, dayOf } from "../../../../src/shared/civil-date.ts";
import { shaoxing } from "../../definition/support/shaoxing.ts";
import { at, nothing } from "../../tasks/support/state.ts";

const LIST = "recommendation-list";
const REPORT = "work-report";

describe("who has handed in", () => {
  test.each([
    ["几个区报了", {}],
    ["几个区报了？", {}],
    ["现在几个地区报了", {}],
    ["哪些地区没报", {}],
    ["哪个区还没报送", {}],
    ["谁没报", {}],
    ["还有谁没交", {}],
    ["有多少个地区报齐了吗", {}],
    ["报了几个", {}],
    ["一共收到几家了", {}],
    ["还差谁", {}],
    ["还差几个区没报", {}],
    ["都报了吗", {}],
    ["报齐了没有", {}],
    ["谁没报 推荐名单", { deliverable: LIST }],
    ["几个区报了名单", { deliverable: LIST }],
    ["名单收齐了吗", { deliverable: LIST }],
    ["推荐名单报了几个", { deliverable: LIST }],
    ["哪些区还没交工作报告", { deliverable: REPORT }],
    ["工作报告报送情况", { deliverable: REPORT }],
    ["工作报告怎么样了", { deliverable: REPORT }],
    ["申报表报了几个区", { deliverable: "application" }],
  ])("「%s」", (text, question) => {
    expect(whoQuestion(shaoxing, text)).toEqual(question);
  });

  test.each([
    "请各区抓紧报送",
    "谁负责",
    "报了",
    "几个小区",
    "柯桥区报了吗",
    "谁没读",
    "哪些地区没有满意度数据",
    "推荐名单",
    "名单谁签字",
  ])("「%s」 is something else", (text) => {
    expect(whoQuestion(shaoxing, text)).toBeUndefined();
  });
});

describe("without a name it is about", () => {
  const one = (id: string, day: string, rest: Partial<Candidate>): Candidate => ({
    ...{ id, statedOn: civilDate(day), isBegun: true, isOver: false },
    ...rest,
  });
  test.each<[string, Candidate[], string[]]>([
    ["nothing before it begins", [one("list", "2023-09-30", { isBegun: false })], []],
    ["what is open, by its day", [one("report", "2023-10-20", {}), one("list", "2023-09-30", {})], ["list", "report"]],
    [
      "not what is complete",
      [one("list", "2023-09-30", { isOver: true }), one("report", "2023-10-20", {})],
      ["report"],
    ],
    [
      "the last, if all is",
      [one("list", "2023-09-30", { isOver: true }), one("report", "2023-10-20", { isOver: true })],
      ["report"],
    ],
  ])("%s", (_, all, asked) => {
    expect(askedNow(all).map(({ id }) => id)).toEqual(asked);
  });
});

describe("three sentences", () => {
  const seenAt = (moment: string, rest: Partial<Seen> = {}): Seen => ({
    ...{ now: at(moment), told: new Map(), receipts: [], countedTo: dayOf(at(moment)) },
    ...rest,
  });
  const but = (...missing: string[]): CampaignState => ({
    ...nothing(),
    lists: { ...nothing().lists, received: new Set(nothing().lists.expected.filter((id) => !missing.includes(id))) },
  });
  const said = (state: CampaignState, seen: Seen, deliverable?: string) =>
    toldOf(state, seen, deliverable === undefined ? {} : { deliverable }).map(({ sentences }) => sentences);

  test("how many, who not and what is known of that, by when", () => {
    const receipt = {
      message: "remind/2023-09-25",
      person: staffId("keqiao-1"),
      kind: "remind",
      sentAt: at("09-25T09:00:00"),
    };
    const receipts = [{ ...receipt, askedAt: at("09-25T11:00:00"), readAt: undefined }];
    const agreed = [{ deliverable: LIST, district: "xinchang", until: civilDate("2023-09-28") }];
    expect(said(but("keqiao", "xinchang"), seenAt("09-27T08:46:00", { receipts, agreed }))).toEqual([
      [
        "截至9月27日（周三）08:46，推荐名单应报6个，已报4个。",
        "尚未报送的：柯桥区（9月25日已提醒，未读）、新昌县（约定9月28日报送）。",
        "推荐名单9月底前（截至9月30日），请尽量于9月28日（周四）17:00前，剩2个工作日，遇休息日，最后一个工作日为9月28日。",
      ],
    ]);
  });

  test("all in; late; work counted by case", () => {
    expect(said(but(), seenAt("09-27T08:46:00"))).toEqual([
      [
        "截至9月27日（周三）08:46，推荐名单应报6个，已报6个。",
        "各地区均已报送。",
        "推荐名单的报送期限为9月底前（截至9月30日）。",
      ],
    ]);
    expect(said(but("keqiao"), seenAt("10-09T10:00:00"), LIST)[0]?.[2]).toBe(
      "推荐名单应于9月底前报送，已逾期，仍可报送，将注明逾期。",
    );
    expect(said(nothing(), seenAt("08-22T10:00:00"), "application")[0]?.slice(0, 2)).toEqual([
      "截至8月22日（周二）10:00，申报表已提交0个小区，涉及0个地区。",
      "尚未提交的：越城区、柯桥区、上虞区、诸暨市、嵊州市、新昌县。",
    ]);
    expect(said(nothing(), seenAt("08-12T10:00:00"))).toEqual([]);
  });

  test("of one district: what it has done, by when the rest is due, what is known of it", () => {
    expect(toldOfDistrict(but("keqiao"), seenAt("10-09T10:00:00"), "keqiao")).toEqual([
      "截至10月9日（周一）10:00，柯桥区申报表尚未提交，初评尚未开始，推荐名单尚未报送。",
      "推荐名单应于9月底前报送，已逾期，仍可报送，将注明逾期。",
      "推荐名单：尚未提醒。",
    ]);
  });
});
