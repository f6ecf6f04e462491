import { describe, expect, test } from "vitest";
import { scopeOf } from "../../../src/campaign/definition/capabilities.ts";
import { lowerDistricts } from "../../../src/campaign/definition/districts.ts";
import { noRulings } from "../../../src/campaign/definition/rulings-in-force.ts";
import { runningCampaign } from "../../../src/campaign/definition/running-campaign.ts";
import { countedDistricts } from "../../../src/campaign/directory/expected-districts.ts";
import { nounsOf } from "../../../src/campaign/directory/nouns.ts";
import type { Context } from "../../../src/campaign/engine/context.ts";
import { rankingFeature } from "../../../src/campaign/ranking/feature.ts";
import { favoured } from "../../../src/campaign/recommendation/merit.ts";
import { recommendationPhrases } from "../../../src/campaign/recommendation/phrases.ts";
import { numberProblem, ordered, reasonsForm } from "../../../src/campaign/recommendation/reasons.ts";
import { candidatesOf, type ListCandidate } from "../../../src/campaign/recommendation/rules.ts";
import { sealedPhrases } from "../../../src/campaign/recommendation/sealed-copy/phrases.ts";
import { isSealed, sealWords } from "../../../src/campaign/recommendation/sealed-copy/views.ts";
import { recommendsNobody } from "../../../src/campaign/recommendation/store.ts";
import { listCounts } from "../../../src/campaign/tasks/counts.ts";
import { applied } from "../application/support/application.ts";
import { shaoxing, shaoxingPeople } from "../definition/support/shaoxing.ts";
import { finalizedSheet } from "../scoring/support/score-sheet.ts";

const campaign = runningCampaign({ definition: shaoxing, definitionVersion: 1, startedAt: new Date(0) });
const on = (day: string) =>
  ({
    ...{ campaign, rulings: noRulings, people: shaoxingPeople },
    now: new Date(`2023-${day}T10:00:00+08:00`),
  }) as unknown as Context;

const candidate = (name: string, total: number, satisfied: boolean): ListCandidate => ({
  application: applied(name),
  ...{ total, satisfied, satisfaction: satisfied ? 500 : 0, participation: [0, 0, 0, 0] },
});
const CANDIDATES = [candidate("满意", 9000, true), candidate("满意二", 8900, true), candidate("分高", 9600, false)];

const choice = (order: readonly string[], none = false) => ({
  district: "keqiao",
  candidates: CANDIDATES,
  order,
  none,
});
const asked = (order: readonly string[], { day = "09-13", none = false } = {}) =>
  reasonsForm(on(day), choice(order, none)).fields.map(({ label }) => label);

describe("§6 recommendation, item by item", () => {
  test("6.1 原则上 not fewer than two is soft: one, or none, asks for a written reason; two ask for nothing", () => {
    expect(asked(["满意"])).toEqual(["推荐少于2个的理由"]);
    expect(asked(["满意", "满意二"])).toEqual([]);
    expect(asked([], { none: true })).toEqual([recommendationPhrases.noneLabel()]);
    expect(["满意", ""].map((id) => numberProblem(on("09-13"), choice(id === "" ? [] : [id])))).toEqual([
      undefined,
      undefined,
    ]);
  });

  test("6.1 no maximum is stated: eleven are as good as two, though 附件4 prints ten rows", () => {
    const candidates = Array.from({ length: 11 }, (_, at) => candidate(String(at), 9000 - at, true));
    const all = { ...choice(candidates.map(({ application }) => application.id)), candidates };
    expect(shaoxing.recommendationList.printedRows).toBe(10);
    expect([numberProblem(on("09-13"), all), reasonsForm(on("09-13"), all).fields]).toEqual([undefined, []]);
  });

  test("6.1 the districts of R25 are expected in every count; 无推荐 counts as sent", () => {
    const ids = lowerDistricts(shaoxing).map(({ id }) => id);
    expect(countedDistricts(shaoxing, noRulings, "2023-09-13").map(({ id }) => id)).toEqual(ids);
    expect(ids).toHaveLength(6);
    expect(recommendsNobody({ items: [] })).toBe(true);
    expect(listCounts([{ list: "reported" }, { list: "nobody" }, { list: "missing" }])).toEqual({
      ...{ expected: 3, received: 2, nobody: 1 },
    });
  });

  test("6.1 only the approver takes a district out; it is expected no more", () => {
    const [confirm] = rankingFeature.commands?.filter(({ id }) => id === "ranking.expect-confirm") ?? [];
    const may = shaoxing.campaign.roles.filter(
      ({ id }) => confirm && scopeOf(shaoxing, id, confirm.capability) !== undefined,
    );
    expect(may.map(({ id }) => id)).toEqual(["approver"]);
    expect(listCounts([{ list: "reported" }, { list: "released" }]).expected).toBe(1);
  });

  test("6.2 附件4 has the plan's columns; 序号 is a number of the row, 评价分数 the district's own total", () => {
    const { columns } = shaoxing.recommendationList;
    expect(columns.map(({ label }) => label)).toEqual([
      ...["序号", "地区", "项目名称", "物业服务企业名称", "所属街道", "所属社区", "评价分数", "交付率或入住率（%）"],
    ]);
    const sheets = new Map([["甲", finalizedSheet("甲", { "1-1": 350, "3-2": 500 })]]);
    const [one] = candidatesOf([applied("甲")], {
      scoring: { rubric: shaoxing.rubric, sheets },
      unclearBlocks: false,
    });
    expect(one?.total).toBe(850);
  });

  test("6.3 people decide, without a formula: whoever is placed before, or instead of, a better one has the reason", () => {
    expect(asked(["满意二", "满意"])).toEqual(["满意二的推荐理由"]);
    expect(asked(["满意", "分高"])).toEqual(["分高的推荐理由"]);
  });

  test("6.4 satisfaction stands first (L20); passing over the more satisfied, and departing from the points, ask why", () => {
    const { fields } = reasonsForm(on("09-13"), choice(["分高", "满意", "满意二"]));
    expect(fields.map(({ key, help }) => [key, help?.includes("满意度")])).toEqual([["分高", true]]);
    const [points] = reasonsForm(on("09-13"), choice(["满意二", "满意"])).fields;
    expect([points?.key, points?.help?.includes("系统建议")]).toEqual(["满意二", true]);
  });

  test("6.4 departing from the points in favour of satisfaction is shown, and asked for nothing", () => {
    expect(asked(["满意", "满意二", "分高"])).toEqual([]);
    expect(favoured(ordered(CANDIDATES), ["满意", "满意二", "分高"])).toEqual(["满意", "满意二"]);
  });
});

describe("§7a papers of a list", () => {
  test("7a.3 报送 is confirmed in the bot with 审签人 and date; the 盖章件 may follow", () => {
    const state = { signer: "王某某", signedOn: "2023-09-27", pages: 0 };
    expect(sealWords({ signer: undefined, signedOn: null, pages: 0 })).toBe("审签人和审签日期待登记；盖章件待补。");
    expect(sealWords(state)).toBe("审签人：王某某，2023年9月27日；盖章件待补。");
    expect(sealWords({ ...state, pages: 2 })).toBe("审签人：王某某，2023年9月27日；盖章件已归档2份。");
    expect([state, { ...state, pages: 1 }, { ...state, signedOn: null, pages: 1 }].map(isSealed)).toEqual([
      ...[false, true, false],
    ]);
    expect(sealedPhrases.ask("附件4")).toContain("可以先登记、后补盖章件");
  });

  test("7a.9 until its list is 报送 a district changes its own points; then 撤回名单 comes first", () => {
    expect(recommendationPhrases.listBinds(nounsOf(shaoxing))).toContain("请先「撤回名单」");
  });
});

describe("R1 decides how late a list is", () => {
  test.each([
    ["09-30", false],
    ["10-07", false],
    ["10-08", true],
  ])("reported on %s it has to say why: %s", (day, late) => {
    expect(asked(["满意", "满意二"], { day }).length > 0).toBe(late);
  });
});
