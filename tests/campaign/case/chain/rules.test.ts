import { expect, test } from "vitest";
import { chainPhrases as phrases } from "../../../../src/campaign/case/chain/phrases.ts";
import { type Chain, type ChainViewer, chainFor } from "../../../../src/campaign/case/chain/rules.ts";
import { nounsOf } from "../../../../src/campaign/directory/nouns.ts";
import { wordsOf } from "../../../../src/campaign/selection/words.ts";
import { civilDate } from "../../../../src/shared/civil-date.ts";
import { shaoxing } from "../../definition/support/shaoxing.ts";

const at = (moment: string): Date => new Date(`2023-${moment}:00+08:00`);
const act = (by: string, moment: string) => ({ by, at: at(moment) });

const whole: Chain = {
  reported: {
    submitted: { ...act("经办人甲", "09-05T10:00"), responsible: "经办人乙" },
    changed: undefined,
    listed: { ...act("经办人甲", "09-27T16:00"), version: 2, isWithdrawn: false },
  },
  reviewed: {
    district: act("经办人甲", "09-13T09:00"),
    visitedOn: civilDate("2023-10-08"),
    members: [act("成员甲", "10-09T09:00"), act("成员乙", "10-09T10:00")],
    agreedBy: ["组长"],
  },
  decided: {
    chosen: {
      ...{ version: 2, selected: true, state: "published", proposed: act("联系人", "10-10T09:00") },
      decided: act("审批人", "10-10T15:00"),
    },
    published: { selected: true, at: at("10-19T09:00"), isSuspended: false },
    lifted: undefined,
    objections: [{ ...act("审批人", "10-12T09:00"), number: 1, verdict: "declined", takesOff: false }],
    province: { ...act("审批人", "10-20T09:00"), place: 2, isSent: false },
  },
  papers: {
    sealed: "审签人：某局长，2023年9月27日；盖章件已归档2份。",
    replies: [{ department: "综合执法局", on: civilDate("2023-10-07"), by: "复函〔2023〕3号" }],
    authorities: ["择优第2版：10月10日局长办公会，〔2023〕12号"],
  },
  told: {
    returned: [{ at: at("10-01T09:00"), dueOn: civilDate("2023-10-06") }],
    noticed: { beginsOn: civilDate("2023-10-11"), endsOn: civilDate("2023-10-18") },
    published: at("10-19T09:00"),
    district: { of: 2, read: 1 },
    replied: [{ number: 1, on: civilDate("2023-10-13") }],
    sentOn: undefined,
  },
};

const city: ChainViewer = { sight: "reported", seesTeam: true, seesReplies: true, decides: true };

const words = (viewer: ChainViewer, chain = whole): string[] => {
  const seen = chainFor(chain, viewer);
  const ownFirst = viewer.sight === "reported" && !viewer.seesTeam;
  return [
    phrases.reported(seen.reported),
    phrases.reviewed(seen.reviewed, { ownFirst }),
    phrases.decided(seen.decided, wordsOf(shaoxing)),
    phrases.papers(seen.papers),
    phrases.told(seen.told, nounsOf(shaoxing)),
  ];
};

test("organizer, approver and auditor read who reported, reviewed and decided it, on what papers, and who was told", () => {
  expect(words(city)).toEqual([
    "经办人甲（代填，责任人经办人乙）于9月5日（周二）10:00提交申报；经办人甲于9月27日（周三）16:00报送推荐名单（第2版）",
    "初评：经办人甲于9月13日（周三）09:00定稿；现场核验：10月8日；核验评分：成员甲于10月9日（周一）09:00定稿、成员乙于10月9日（周一）10:00定稿；合议分：组长记录",
    "择优第2版：联系人于10月10日（周二）09:00报批，入选，审批人于10月10日（周二）15:00批准；异议第1件：审批人于10月12日（周四）09:00认定不成立；公布的市级名单：入选；向省推荐第2位：审批人于10月20日（周五）09:00批准",
    "推荐名单：审签人：某局长，2023年9月27日，盖章件已归档2份；部门意见：综合执法局（10月7日，复函〔2023〕3号）；择优第2版：10月10日局长办公会，〔2023〕12号",
    "10月1日（周日）09:00退回补正（10月6日前）；公示：10月11日至10月18日；公布：10月19日（周四）09:00；所属地区：已发2人，已知已读1人；异议第1件：10月13日答复",
  ]);
});

test("a district reads its own part and what was published: no member, no objection, no paper of the city", () => {
  const own = words({ sight: "own", seesTeam: true, seesReplies: true, decides: true });

  expect(own[1]).toBe("初评：经办人甲于9月13日（周三）09:00定稿；现场核验：10月8日");
  expect(own[2]).toBe("公布的市级名单：入选");
  expect(own[3]).toBe("推荐名单：审签人：某局长，2023年9月27日，盖章件已归档2份");
  expect(own[4]).not.toContain("异议");
});

test("a district learns its place among those for the province once it has gone there", () => {
  const { province } = whole.decided;
  const sent = { ...whole, decided: { ...whole.decided, province: province && { ...province, isSent: true } } };

  expect(words({ ...city, sight: "own" })[2]).not.toContain("向省推荐");
  expect(words({ ...city, sight: "own" }, sent)[2]).toContain("向省推荐第2位");
});

test("a member reads of other members nothing before the own points are final, and nothing of objections", () => {
  const member = { ...city, seesTeam: false, seesReplies: false, decides: false };

  expect(words(member)[1]).toBe(
    "初评：经办人甲于9月13日（周三）09:00定稿；现场核验：10月8日；其他成员的核验评分在您提交本人评分后显示",
  );
  expect(words(member)[2]).not.toContain("异议");
  expect(words(member)[3]).toBe("推荐名单：审签人：某局长，2023年9月27日，盖章件已归档2份");
});

test("a version that is not published is only meant, and a suspended list says so", () => {
  const { chosen, published } = whole.decided;
  const waiting: Chain = {
    ...whole,
    decided: {
      ...whole.decided,
      chosen: chosen && { ...chosen, state: "proposed", selected: false, decided: undefined },
      published: published && { ...published, isSuspended: true },
    },
  };

  expect(words(city, waiting)[2]).toContain("择优第2版：联系人于10月10日（周二）09:00报批，拟不入选，待批准；");
  expect(words(city, waiting)[2]).toContain("公布的市级名单：入选（现暂停公布）");
});

test("a link of which nothing is known yet says so", () => {
  const nothing: Chain = {
    reported: { submitted: undefined, changed: undefined, listed: undefined },
    reviewed: { district: undefined, visitedOn: undefined, members: [], agreedBy: [] },
    decided: { chosen: undefined, published: undefined, lifted: undefined, objections: [], province: undefined },
    papers: { sealed: undefined, replies: [], authorities: [] },
    told: {
      ...{
        returned: [],
        noticed: undefined,
        published: undefined,
        district: undefined,
        replied: [],
        sentOn: undefined,
      },
    },
  };

  expect(words(city, nothing)).toEqual(["尚未提交", "尚无定稿的评分", "尚未决定", "尚无", "尚未告知"]);
});

test("the day as of which it stands has its year: it is read for years", () => {
  expect(phrases.asOf(new Date("2024-10-20T09:00:00+08:00"))).toContain("截至2024年10月20日，");
});
