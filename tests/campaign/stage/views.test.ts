import { describe, expect, test } from "vitest";
import { stageById } from "../../../src/campaign/definition/deadlines.ts";
import { runningCampaign } from "../../../src/campaign/definition/running-campaign.ts";
import type { Audience } from "../../../src/campaign/definition/wording.ts";
import { stagePhrases } from "../../../src/campaign/stage/phrases.ts";
import { owedInStage } from "../../../src/campaign/stage/rules.ts";
import { type StageCard, stageView } from "../../../src/campaign/stage/views.ts";
import { type CivilDate, momentOf } from "../../../src/shared/civil-date.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const campaign = runningCampaign({ definition: shaoxing, definitionVersion: 1, startedAt: new Date(0) });
const rulings = new Map();

describe("what a stage's card says of its end", () => {
  const shown = (stage: string, day: CivilDate) => {
    const now = momentOf(day, "10:00");
    const view = stageView({ campaign, now, rulings }, stageById(shaoxing, stage), { audience: { kind: "group" } });
    return { status: view.status, tone: view.tone };
  };

  test.each<[string, CivilDate, string, string]>([
    ["mobilization", "2023-08-15", "进行中", "running"],
    ["mobilization", "2023-08-16", "进行中，剩3个工作日", "near"],
    ["mobilization", "2023-08-18", "进行中，剩1个工作日", "near"],
    ["mobilization", "2023-08-19", "进行中", "near"],
    ["mobilization", "2023-08-20", "今日结束", "near"],
    ["mobilization", "2023-08-21", "已结束", "closed"],
    ["implementation", "2023-09-20", "进行中", "running"],
    ["implementation", "2023-09-21", "已结束", "closed"],
    ["implementation", "2024-01-15", "已结束", "closed"],
    ["conclusion", "2023-10-17", "进行中", "running"],
    ["conclusion", "2023-10-18", "进行中，剩3个工作日", "near"],
    ["conclusion", "2023-10-20", "今日截止", "near"],
    ["conclusion", "2023-10-21", "进行中", "running"],
    ["conclusion", "2023-10-31", "已结束", "closed"],
    ["verification", "2023-10-13", "进行中，剩1个工作日", "near"],
    ["verification", "2023-10-14", "今日结束", "near"],
    ["verification", "2023-10-15", "已结束", "closed"],
  ])("%s on %s: %s", (stage, day, status, tone) => {
    expect(shown(stage, day)).toEqual({ status, tone });
  });
});

describe("what a stage asked for at its beginning", () => {
  const lead = (stage: string, day: CivilDate, ended: readonly string[] = []) => {
    const card = { audience: { kind: "group" } as const, ended: new Set(ended) };
    const view = stageView({ campaign, now: momentOf(day, "10:00"), rulings }, stageById(shaoxing, stage), card);
    const [first] = view.body;
    return first?.kind === "text" ? first.text : "";
  };

  test("stands until the stage's last day, holidays and all, and no longer", () => {
    expect(lead("verification", "2023-10-14")).toContain("放假，请提前安排。");
    expect(lead("verification", "2023-10-15")).toBe("核查推荐阶段已于10月14日结束。");
  });

  test("is not asked for once the city's list is published", () => {
    expect(lead("implementation", "2023-09-10")).toContain("择优填写推荐名单向市级推荐");
    expect(lead("implementation", "2023-09-10", ["application", "preliminary-review", "recommendation-list"])).toBe(
      "各区（县、市）建设部门：现进入组织实施阶段。",
    );
  });

  test("is named as over beside what an officer would owe", () => {
    const card: StageCard = {
      audience: { kind: "districtOfficer", district: "keqiao" },
      ended: new Set(["application", "preliminary-review", "recommendation-list"]),
    };
    const now = momentOf("2023-09-10", "10:00");
    const { body } = stageView({ campaign, now, rulings }, stageById(shaoxing, "implementation"), card);
    const facts = body.flatMap((block) => (block.kind === "facts" ? block.facts : []));

    expect(new Set(facts.map(({ value }) => value))).toEqual(new Set(["不再办理"]));
    expect(body.some(({ kind }) => kind === "list")).toBe(false);
  });
});

describe("what is owed by when", () => {
  const owed = (id: string, day: CivilDate) => {
    const found = owedInStage(campaign, stageById(shaoxing, "implementation"), { now: momentOf(day), rulings });
    const one = found.find(({ deliverable }) => deliverable.id === id);
    if (!one) throw new Error(`nothing owed: ${id}`);
    return one;
  };
  const onCard = (id: string, day: CivilDate) => stagePhrases.due(shaoxing, owed(id, day));

  test.each<[CivilDate, string]>([
    ["2023-08-21", "9月底前（截至9月30日），请尽量于9月28日（周四）17:00前"],
    ["2023-09-25", "9月底前（截至9月30日），请尽量于9月28日（周四）17:00前"],
    ["2023-09-26", "9月底前（截至9月30日），请尽量于9月28日（周四）17:00前，剩3个工作日"],
    ["2023-09-28", "9月底前（截至9月30日），请尽量于9月28日（周四）17:00前，剩1个工作日"],
    // The requested time is past: it is not asked for any more.
    ["2023-09-29", "9月底前（截至9月30日）"],
    ["2023-09-30", "9月底前（截至9月30日），今日截止"],
    ["2023-10-01", "9月底前已过，10月7日前报送的注明“9月30日后报送（法定休假日期间）”"],
    ["2023-10-07", "9月底前已过，10月7日前报送的注明“9月30日后报送（法定休假日期间）”"],
    ["2023-10-08", "应于9月底前报送，已逾期，仍可报送，将注明逾期"],
  ])("a binding day on a card on %s: %s", (day, expected) => {
    expect(onCard("recommendation-list", day)).toBe(expected);
  });

  test.each<[CivilDate, string]>([
    ["2023-08-21", "请尽量于9月20日前办理，之后仍可办理"],
    ["2023-09-18", "请尽量于9月20日前办理，剩3个工作日，之后仍可办理"],
    ["2023-09-19", "请尽量于9月20日前办理，剩2个工作日，之后仍可办理"],
    ["2023-09-20", "请尽量于今日办理，之后仍可办理"],
    ["2023-09-21", "仍可办理"],
  ])("a day that binds nobody on a card on %s: %s", (day, expected) => {
    expect(onCard("application", day)).toBe(expected);
  });
});

describe("the time by which a stage's card asks", () => {
  test.each<[CivilDate, string]>([
    ["2023-10-19", "工作报告：10月20日前（含当日）。请尽量于10月19日（周四）17:00前报送。"],
    ["2023-10-20", "工作报告：10月20日前（含当日）。"],
  ])("is named until its day is past: %s", (day, line) => {
    const now = momentOf(day, "10:00");
    const view = stageView({ campaign, now, rulings }, stageById(shaoxing, "conclusion"), {
      audience: { kind: "group" },
    });

    expect(view.body.flatMap((block) => (block.kind === "list" ? block.items : []))).toEqual([line]);
  });
});

describe("stage two's card asks for applications by its last day", () => {
  const lines = (day: CivilDate, audience: Audience) =>
    stageView({ campaign, now: momentOf(day, "10:00"), rulings }, stageById(shaoxing, "implementation"), {
      audience,
    }).body.flatMap((block) => (block.kind === "list" ? block.items.slice(0, 1) : []));

  test.each<[CivilDate, string, string]>([
    [
      "2023-09-20",
      "申报表、初评：请尽量于9月20日前办理，之后仍可办理。",
      "申报表：每个小区一份，请尽量于9月20日前办理。",
    ],
    ["2023-09-21", "申报表、初评：仍可办理。", "申报表：每个小区一份。"],
  ])("and on %s no longer than that", (day, group, official) => {
    expect(lines(day, { kind: "group" })).toEqual([group]);
    expect(lines(day, { kind: "districtOfficer", district: "keqiao" })).toEqual([official]);
  });
});

describe("a district's card", () => {
  const shown = (day: CivilDate, deliveries: StageCard["deliveries"], stage = "verification") => {
    const audience = { kind: "districtOfficer", district: "keqiao" } as const;
    const now = momentOf(day, "10:00");
    const view = stageView({ campaign, now, rulings }, stageById(shaoxing, stage), { audience, deliveries });
    const facts = view.body.flatMap((block) => (block.kind === "facts" ? block.facts : []));
    return [view.title, view.status, ...facts.map(({ label, value }) => `${label}：${value}`)];
  };
  const open = new Map([["recommendation-list", { words: "尚未报送", done: false }]]);
  const done = new Map([["recommendation-list", { words: "已报送", done: true }]]);

  test("counts to the date in its title, as long as its reader owes it", () => {
    expect(shown("2023-09-27", open)).toEqual([
      "【第三阶段】核查推荐　9月底前报推荐名单",
      "进行中，剩2个工作日",
      "推荐名单：尚未报送；9月底前（截至9月30日），请尽量于9月28日（周四）17:00前，剩2个工作日",
    ]);
    expect(shown("2023-09-27", done)).toEqual([
      "【第三阶段】核查推荐　9月21日至10月14日",
      "进行中",
      "推荐名单：已报送",
    ]);
  });

  test("says what is true of the days off after R1's date, and then that it is overdue", () => {
    expect(shown("2023-10-07", open)).toEqual([
      "【第三阶段】核查推荐　9月21日至10月14日",
      "进行中",
      "推荐名单：尚未报送；9月底前已过，10月7日前报送的注明“9月30日后报送（法定休假日期间）”",
    ]);
    expect(shown("2023-10-08", open)[1]).toBe("已逾期");
    expect(shown("2023-10-08", done)[1]).toBe("进行中");
  });

  test("of a past stage is over, whatever is still owed", () => {
    expect(shown("2024-01-15", open)[1]).toBe("已结束");
  });

  test("after 公布 says that nothing more is accepted, names no date and is not overdue", () => {
    const words = "尚未报送；市级名单已公布，不再接收";
    const view = stageView(
      { campaign, now: momentOf("2023-10-08", "10:00"), rulings },
      stageById(shaoxing, "verification"),
      {
        audience: { kind: "districtOfficer", district: "keqiao" },
        deliveries: new Map([["recommendation-list", { words, done: false, isEnded: true }]]),
        ended: new Set(["recommendation-list"]),
      },
    );
    const said = JSON.stringify(view);

    expect(view.status).toBe("进行中");
    expect(said).toContain(words);
    expect(said).toContain("市级名单已公布，不再接收推荐名单。");
    expect(said).not.toMatch(/仍可|逾期/u);
  });
});

describe("an officer's card does not ask for what is handed in", () => {
  const said = (stage: string, { id, day, done }: { id: string; day: CivilDate; done: boolean }) => {
    const view = stageView({ campaign, now: momentOf(day, "10:00"), rulings }, stageById(shaoxing, stage), {
      audience: { kind: "districtOfficer", district: "keqiao" },
      deliveries: new Map([[id, { words: done ? "已报送" : "尚未报送", done }]]),
    });
    return JSON.stringify({ ...view, actions: [] });
  };

  test.each<[string, string, CivilDate, string, string]>([
    ["conclusion", "work-report", "2023-10-18", "请将柯桥区的工作报告报市建设局", "柯桥区的工作报告已报送。"],
    ["implementation", "recommendation-list", "2023-09-18", "填写申报表，并对照评选标准初评", "柯桥区的办理情况如下。"],
    ["verification", "recommendation-list", "2023-09-25", "仍可继续办理", "请配合评选工作组到小区核验"],
  ])("in stage %s", (stage, id, day, asks, says) => {
    expect(said(stage, { id, day, done: false })).toContain(asks);
    expect(said(stage, { id, day, done: true })).not.toContain(asks);
    expect(said(stage, { id, day, done: true })).toContain(says);
  });
});
