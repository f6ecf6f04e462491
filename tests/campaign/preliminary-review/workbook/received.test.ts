import { describe, expect, test } from "vitest";
import type { Application } from "../../../../src/campaign/application/application.ts";
import { checkNumber } from "../../../../src/campaign/application/check-number.ts";
import { noRulings } from "../../../../src/campaign/definition/rulings-in-force.ts";
import { runningCampaign } from "../../../../src/campaign/definition/running-campaign.ts";
import { nounsOf } from "../../../../src/campaign/directory/nouns.ts";
import { pointsBoundBy } from "../../../../src/campaign/preliminary-review/extension-points.ts";
import { readReviewWorkbook } from "../../../../src/campaign/preliminary-review/workbook/read.ts";
import { comparedWorkbook, type ScorerContext } from "../../../../src/campaign/preliminary-review/workbook/received.ts";
import { recommendationPhrases } from "../../../../src/campaign/recommendation/phrases.ts";
import type { SheetContent } from "../../../../src/platform/documents/read-workbook.ts";
import { applied } from "../../application/support/application.ts";
import { shaoxing, shaoxingPeople } from "../../definition/support/shaoxing.ts";

const campaign = runningCampaign({ definition: shaoxing, definitionVersion: 1, startedAt: new Date(0) });
const NUMBER = checkNumber({ caseId: "雅苑", revision: 0, contentHash: "" });
const SHOWN = `${NUMBER.slice(0, 5)}-${NUMBER.slice(5)}`;
const HEADERS = ["条目", "评选标准", "分值", "材料与数据", "考核分", "理由", "备注"];

interface There {
  /** Of the case that the sheet was made of; its points are 4 in 1-1. */
  of?: Partial<Application>;
  isFinal?: boolean;
  isReported?: boolean;
  /** 校验号 that this campaign gave out. */
  given?: string;
}

/** An officer of 柯桥区, and what this campaign has of the case. */
function campaignWith({ of = {}, isFinal = false, isReported = false, given = NUMBER }: There): ScorerContext {
  const owner = { caseId: "雅苑", ledger: "district", scorer: "district" };
  const sheet = {
    ...owner,
    state: isFinal ? "finalized" : "open",
    finalizedAt: null,
    finalizedBy: null,
    reopenedAt: null,
    // Of a transaction under way: it is not kept.
    ...{ stamp: "1", isOwn: true },
  };
  const versions = JSON.stringify([[owner.caseId, owner.scorer, sheet.stamp, sheet.isOwn]]);
  const packed = JSON.stringify([["1-1", "given", 400, null, null, null, 1, "keqiao-1", null]]);
  const body = { caseId: "雅苑", values: { "1-1": 4 } };
  const [person] = shaoxingPeople.filter(({ staffId }) => staffId === "keqiao-1");
  return {
    ...{ campaign, person, rulings: noRulings, people: shaoxingPeople, now: new Date("2023-09-13T02:00:00Z") },
    tx: {
      $queryRaw: async (text: readonly string[]) =>
        text.join("").includes("score_sheet")
          ? [{ ...sheet, packed, versions }]
          : [{ ...applied("雅苑", of), stamp: "1", isOwn: true, versions: JSON.stringify([["雅苑", "1", true]]) }],
    },
    personal: { read: async () => new Map() },
    drafts: { unfinished: async ({ subject }: { subject: string }) => (subject === given ? [{ body }] : []) },
    contributions: async ({ name }: { name: string }) =>
      isReported && name === pointsBoundBy.name ? [recommendationPhrases.listBinds(nounsOf(shaoxing))] : [],
  } as unknown as ScorerContext;
}

const sheet = (rows: SheetContent["rows"], rest: Partial<SheetContent> = {}): SheetContent => ({
  name: "雅苑",
  rows: [["初评表：雅苑"], [`柯桥区　9月6日导出　校验号 ${SHOWN}`], HEADERS, ...rows],
  ...rest,
});
const filled = (points: string | number, id = "1-1") => [id, "", 4, "", points, "", ""];

const compared = (sheets: readonly SheetContent[], there: There = {}) =>
  comparedWorkbook(campaignWith(there), readReviewWorkbook({ sheets }));
const changes = async (...args: Parameters<typeof compared>) =>
  (await compared(...args)).sheets.flatMap(({ rows }) =>
    rows.filter(({ keys }) => keys.length > 0).map(({ back }) => back),
  );

describe("a 初评表 is read by its headers", () => {
  test("moved columns say the same; a column of one's own is passed over", async () => {
    const moved = {
      name: "Sheet1",
      rows: [
        ["初评表：雅苑"],
        [`校验号${SHOWN}`],
        ["核对", "备注", "考核分", "条目", "理由"],
        ["√", "东门", 3, "1-1", "台账不全"],
      ],
    };
    expect(await changes([moved])).toEqual([{ "1-1": 3, "1-1-reason": "台账不全", "1-1-remark": "东门" }]);
  });

  test("formulas are read as what they show, and counted with those that show nothing", async () => {
    const { sheets } = await compared([sheet([filled(3), filled("", "1-2")], { formulas: 2, emptyFormulas: 1 })]);
    expect(sheets.map(({ read: { formulas } }) => formulas)).toEqual([{ all: 2, empty: 1 }]);
    expect(sheets[0]?.rows.flatMap(({ id, keys }) => (keys.length > 0 ? [id] : []))).toEqual(["1-1"]);
  });

  test("points as text count as points, with full-width digits too", async () => {
    expect(await changes([sheet([filled("３分")])])).toEqual([{ "1-1": 3 }]);
  });
});

describe("a 初评表 that is not read says why, and nothing is written", () => {
  const refused = async (sheets: readonly SheetContent[], there?: There) => (await compared(sheets, there)).refused;
  const changed = sheet([filled(3)]);
  const titled = (state: string, title = "初评表：雅苑") => ({
    name: "雅苑",
    rows: [[title], [state], HEADERS, filled(3)],
  });

  test.each<[string, SheetContent[], There, string]>([
    [
      "another campaign's",
      [changed],
      { given: "other" },
      "工作表“雅苑”的校验号不属于本活动，未读入。请重新导出后填写。",
    ],
    ["another district's", [changed], { of: { district: "zhuji" } }, "工作表“雅苑”不属于您负责的地区，未读入。"],
    [
      "one without its number",
      [titled("柯桥区")],
      {},
      "工作表“雅苑”标题下没有校验号，或校验号有误，无法确认是哪一次导出的。请重新导出后填写。",
    ],
    [
      "one with a mistyped number",
      [titled("校验号 12345-67890")],
      {},
      "工作表“雅苑”标题下没有校验号，或校验号有误，无法确认是哪一次导出的。请重新导出后填写。",
    ],
    [
      "one with another name over the number",
      [titled(`校验号 ${SHOWN}`, "初评表：别苑")],
      {},
      "工作表“雅苑”的校验号是“雅苑”的，标题写的是另一个名称，无法确认是哪一个。请重新导出后填写。",
    ],
    ["a doubled sheet", [changed, changed], {}, "“雅苑”有不止一张工作表，请只留一张。"],
    [
      "a doubled column",
      [{ name: "雅苑", rows: [...titled(`校验号 ${SHOWN}`).rows.slice(0, 2), [...HEADERS, "考核分"], filled(3)] }],
      {},
      "雅苑：“考核分”一栏有不止一列，请只留一列",
    ],
    [
      "one without the column of points",
      [
        {
          name: "雅苑",
          rows: [["初评表：雅苑"], [`校验号 ${SHOWN}`], HEADERS.toSpliced(4, 1), ["1-1", "", 4, "", "", ""]],
        },
      ],
      {},
      "雅苑：缺少“考核分”一栏，请重新导出后填写",
    ],
    ["of a withdrawn compound", [changed], { of: { state: "withdrawn" } }, "“雅苑”已撤回，不能初评。"],
    ["of an excluded compound", [changed], { of: { state: "excluded", exclusion: "事故" } }, "“雅苑”不能初评：事故"],
    [
      "after 提交定稿",
      [changed],
      { isFinal: true },
      "“雅苑”的初评已提交定稿，分数未改动。确需修改的，请发送「重新修改 雅苑」并说明理由。",
    ],
    [
      "after 报送",
      [changed],
      { isFinal: true, isReported: true },
      "“雅苑”的初评已提交定稿，分数未改动。本地区的推荐名单已报送，初评不再修改；确需修改的，请先「撤回名单」。",
    ],
  ])("%s", async (_what, sheets, there, said) => {
    expect((await refused(sheets, there)).join("")).toContain(said);
  });

  test("a final sheet that changes nothing may stand among others", async () => {
    expect(await refused([sheet([filled(4)])], { isFinal: true, isReported: true })).toEqual([]);
  });
});
