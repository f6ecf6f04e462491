import { describe, expect, test } from "vitest";
import { stageById } from "../../../src/campaign/definition/deadlines.ts";
import { runningCampaign } from "../../../src/campaign/definition/running-campaign.ts";
import { stagePhrases } from "../../../src/campaign/stage/phrases.ts";
import { countShown, nearnessOf, owedInStage, stagesFrom } from "../../../src/campaign/stage/rules.ts";
import { stageView } from "../../../src/campaign/stage/views.ts";
import { type CivilDate, momentOf } from "../../../src/shared/civil-date.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const campaign = runningCampaign({ definition: shaoxing, definitionVersion: 1, startedAt: new Date(0) });
const rulings = new Map();

describe("how near a last day is", () => {
  test.each<[CivilDate, CivilDate, ReturnType<typeof nearnessOf>]>([
    ["2023-10-17", "2023-10-20", { kind: "far" }],
    ["2023-10-18", "2023-10-20", { kind: "near", count: 3 }],
    ["2023-10-19", "2023-10-20", { kind: "near", count: 2 }],
    ["2023-10-20", "2023-10-20", { kind: "lastDay", count: 1 }],
    ["2023-10-21", "2023-10-20", { kind: "over" }],
    ["2023-08-18", "2023-08-20", { kind: "near", count: 1 }],
    ["2023-08-19", "2023-08-20", { kind: "near", count: 0 }],
    ["2023-08-20", "2023-08-20", { kind: "lastDay", count: 0 }],
    ["2023-08-21", "2023-08-20", { kind: "over" }],
    ["2023-09-17", "2023-09-20", { kind: "far" }],
    ["2023-09-18", "2023-09-20", { kind: "near", count: 3 }],
    ["2023-10-27", "2023-10-30", { kind: "near", count: 2 }],
    ["2023-10-28", "2023-10-30", { kind: "near", count: 0 }],
    ["2023-10-30", "2023-10-30", { kind: "lastDay", count: 1 }],
  ])("on %s to %s", (today, lastDay, expected) => {
    expect(nearnessOf(campaign.calendar, today, lastDay)).toEqual(expected);
  });
});

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
    ["implementation", "2023-09-20", "进行中，剩1个工作日", "near"],
    ["verification", "2023-10-13", "进行中，剩1个工作日", "near"],
    ["verification", "2023-10-14", "今日结束", "near"],
    ["verification", "2023-10-15", "已结束", "closed"],
  ])("%s on %s: %s", (stage, day, status, tone) => {
    expect(shown(stage, day)).toEqual({ status, tone });
  });
});

describe("what is owed by when", () => {
  const owed = (id: string, day: CivilDate) => {
    const found = owedInStage(campaign, stageById(shaoxing, "implementation"), { now: momentOf(day), rulings });
    const one = found.find(({ deliverable }) => deliverable.id === id);
    if (!one) throw new Error(`nothing owed: ${id}`);
    return one;
  };
  const onCard = (id: string, day: CivilDate) => stagePhrases.due(owed(id, day), countShown(owed(id, day).near));

  test.each<[CivilDate, string]>([
    ["2023-08-21", "9月30日（周六）截止，宜于9月28日（周四）17:00前"],
    ["2023-09-28", "9月30日（周六）截止，宜于9月28日（周四）17:00前，剩1个工作日"],
    ["2023-09-29", "9月30日（周六）截止，宜于9月28日（周四）17:00前"],
    ["2023-09-30", "9月30日（周六）截止，宜于9月28日（周四）17:00前"],
    ["2023-10-01", "9月30日（周六）已截止，尚未收到的仍可报送，将注明逾期"],
  ])("a binding day on a card on %s: %s", (day, expected) => {
    expect(onCard("recommendation-list", day)).toBe(expected);
  });

  test.each<[CivilDate, string]>([
    ["2023-08-21", "宜于9月20日（周三）前，之后仍可办理"],
    ["2023-09-18", "宜于9月20日（周三）前，剩3个工作日，之后仍可办理"],
    ["2023-09-21", "宜于9月20日（周三）前，之后仍可办理"],
  ])("a day that binds nobody on a card on %s: %s", (day, expected) => {
    expect(onCard("application", day)).toBe(expected);
  });

  test("a message counts every working day", () => {
    expect(stagePhrases.due(owed("recommendation-list", "2023-08-21"))).toBe(
      "9月30日（周六）截止，宜于9月28日（周四）17:00前，剩29个工作日",
    );
  });
});

test("a deliverable may stand on the cards of its stage and of later ones", () => {
  expect(stagesFrom(shaoxing, "verification")).toEqual(["verification", "conclusion"]);
});
