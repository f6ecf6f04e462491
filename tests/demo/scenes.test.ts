import type { EmulatorClient } from "dingtalk-emulator/client/client.ts";
import { emulatorClient } from "dingtalk-emulator/client/client.ts";
import { describe, expect, test } from "vitest";
import { casesOf } from "../../demo/cases.ts";
import { hindrance } from "../../demo/demonstration.ts";
import { openAnswers } from "../../demo/open-answers.ts";
import { scenesOf, scenesToProvince } from "../../demo/play.ts";
import { recommendations } from "../../demo/recommendations.ts";
import { endsEarly, passedOver, toProvince } from "../../demo/selected.ts";
import { type Definition, parseDefinition } from "../../src/campaign/definition/definition.ts";
import { loadCampaignFolder } from "../../src/campaign/definition/load.ts";
import { BEIJING, beijing, HOUSEHOLDS, households } from "../campaign/definition/support/campaigns.ts";
import { SHAOXING, shaoxing } from "../campaign/definition/support/shaoxing.ts";

/** Scenes are only listed, so nothing listens there. */
const client: EmulatorClient = emulatorClient("http://127.0.0.1:9");

const scenes = (folder: string): [string, string][] =>
  scenesOf(client, "mixed", loadCampaignFolder(folder)).map(({ at, title }) => [at.slice(5, 16), title]);

const totals = (definition: Definition) =>
  casesOf(definition).map(({ points }) => points.flat().reduce((a, b) => a + b, 0));

const changed = (definition: Definition, campaign: Partial<Definition["campaign"]>): Definition =>
  parseDefinition({ ...definition, campaign: { ...definition.campaign, ...campaign } });

describe("the scenes of a demonstration", () => {
  test("are for Shaoxing 2023 what they always were", () => {
    expect(scenes(SHAOXING)).toEqual([
      ["08-22T10:00", "六个地区各申报第一个小区"],
      ["09-05T10:00", "六个地区各申报并初评"],
      ["09-26T10:00", "六个地区确认推荐名单"],
      ["09-27T10:00", "审批领导答复口径R14"],
      ["09-27T11:00", "审批领导答复口径R10"],
      ["10-12T10:00", "择优并批准"],
      ["10-13T10:00", "公布"],
      ["10-18T10:00", "五个地区报送工作报告"],
      ["10-20T10:00", "最后一个地区报送工作报告"],
    ]);
  });

  test("go on from 公布 to the province, where the plan has that, with the strongest of the chosen", () => {
    const province = (folder: string) => {
      const campaign = loadCampaignFolder(folder);
      const before = new Set(scenesOf(client, "mixed", campaign).map(({ title }) => title));
      return scenesToProvince(client, "mixed", campaign).flatMap(({ at, title }) =>
        before.has(title) ? [] : [at, title],
      );
    };

    expect(province(SHAOXING)).toEqual(["2023-10-13T15:00:00+08:00", "向省推荐"]);
    expect(province(HOUSEHOLDS)).toEqual([]);
    expect(toProvince(shaoxing, casesOf(shaoxing))).toEqual(["浣纱名苑", "稽山花园", "鼓山新村"]);
  });

  test("lie between the stages' days, over New Year too, and leave out what the campaign does not have", () => {
    expect(scenes(HOUSEHOLDS)).toEqual([
      ["11-19T10:00", "三个村各申报第一户农户"],
      ["11-23T10:00", "三个村各申报并初评"],
      ["12-09T10:00", "三个村确认推荐名单"],
      ["01-08T10:00", "择优并批准"],
      ["01-09T10:00", "公布"],
    ]);
  });

  test("know neither scores nor a second case where there are none", () => {
    expect(scenes(BEIJING).slice(0, 2)).toEqual([
      ["09-24T10:00", "17个区各申报第一个项目"],
      ["09-26T10:00", "17个区确认推荐名单"],
    ]);
  });
});

describe("the cases of a demonstration", () => {
  test("fill in what the form asks for, and nothing else", () => {
    const [first] = casesOf(households);

    expect(first?.answers).toEqual({
      户主姓名: "上阳村农户甲",
      门牌号: "示范路10号",
      近一年内有无火灾: "无",
      庭院情况: "上阳村农户甲各项条件符合要求，环境整洁，邻里和睦。",
    });
  });

  test("score full marks less what each loses, one bonus row on top, and never below the pass mark", () => {
    expect(totals(shaoxing)).toEqual([100, 97, 99, 95, 98, 96, 100, 94, 97, 98, 95, 99]);
    expect(totals(households)).toEqual([105, 102, 104, 100, 103, 101]);
    expect(totals(beijing)).toEqual(Array(17).fill(0));
  });

  test.each([
    [{ exact: 1 }, 1],
    [{ max: 1 }, 1],
    [{ min: 1, max: 5 }, 2],
    [{ min: 3 }, 3],
  ])("are as many a district as %o allows", (bounds, count) => {
    const quotas = [{ id: "each", name: "每村", purpose: "perDistrict", ...bounds, line: 7, mark: "ours" }];
    const definition = parseDefinition({ ...households, campaign: { ...households.campaign, quotas } });

    expect(casesOf(definition)).toHaveLength(3 * count);
  });
});

describe("whom the city passes over", () => {
  test("are the weakest, so that as many are chosen as the plan wants", () => {
    expect(passedOver(shaoxing, casesOf(shaoxing))?.toSorted()).toEqual(["暨阳新村", "柯岩新村"]);
    expect(passedOver(households, casesOf(households))).toEqual([]);
  });

  test("are not asked for where there are fewer than the plan wants, which the demonstration says", () => {
    const [first] = beijing.campaign.districts;
    const quotas = beijing.campaign.quotas.map((quota) =>
      quota.purpose === "selected" ? { ...quota, exact: 18 } : quota,
    );
    const rulings = beijing.rulings.filter(({ decides }) => decides !== "numberSelected");
    const definition = { ...changed(beijing, { quotas }), rulings };

    expect(first?.name).toBe("东城区");
    expect(passedOver(definition, casesOf(definition))).toBe(undefined);
    expect(endsEarly(definition)).toBe("要选18个，各区只能推荐17个，演示到推荐为止。");
    expect(endsEarly(shaoxing)).toBe(undefined);
  });
});

test("the approver answers only what is open and waited for", () => {
  expect(openAnswers(shaoxing, 12)).toEqual([
    { ruling: "R14", text: "以区级初评分为准" },
    { ruling: "R10", text: "不公示" },
  ]);
  expect(openAnswers(households, 6)).toEqual([]);
});

test("a county recommends what its towns recommended to it", () => {
  const [one, two, county] = households.campaign.districts;
  if (!one || !two || !county) throw new Error("the example has three villages");
  const districts = [{ ...one, within: county.id }, { ...two, within: county.id }, county];

  const definition = changed(households, { districts });

  expect(
    recommendations(definition, casesOf(definition)).map(({ level, lists }) => [
      level,
      lists.map((list) => list.names),
    ]),
  ).toEqual([
    [
      1,
      [
        ["上阳村农户乙", "上阳村农户甲"],
        ["下阳村农户乙", "下阳村农户甲"],
      ],
    ],
    [2, [["上阳村农户乙", "上阳村农户甲"]]],
  ]);
});

describe("what cannot be demonstrated", () => {
  const folder = loadCampaignFolder(HOUSEHOLDS);

  test("is nothing of a whole campaign", () => {
    expect([hindrance(folder), hindrance(loadCampaignFolder(BEIJING))]).toEqual([undefined, undefined]);
  });

  test("is a campaign without recommendation, said in one sentence", () => {
    const stages = folder.definition.campaign.stages.map((stage) => ({
      ...stage,
      steps: stage.steps.filter((step) => step !== "recommendation"),
    }));

    expect(hindrance({ ...folder, definition: changed(folder.definition, { stages }) })).toBe(
      "“美丽庭院”没有推荐这一步，无法演示。",
    );
  });
});
