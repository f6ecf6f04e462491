import { describe, expect, test } from "vitest";
import type { Definition } from "../../../src/campaign/definition/definition.ts";
import { deliverableFor } from "../../../src/campaign/definition/purposes.ts";
import { runningCampaign } from "../../../src/campaign/definition/running-campaign.ts";
import { stagePhrases } from "../../../src/campaign/stage/phrases.ts";
import { districtsOwing, owedInStage } from "../../../src/campaign/stage/rules.ts";
import { stageView } from "../../../src/campaign/stage/views.ts";
import { momentOf } from "../../../src/shared/civil-date.ts";
import { beijing, households } from "../definition/support/campaigns.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

/** Two villages below a town, one of them new in the middle of the stage. */
const twoLevels: Definition = {
  ...shaoxing,
  campaign: {
    ...shaoxing.campaign,
    districts: shaoxing.campaign.districts.slice(0, 3).map((district, at) => ({
      ...district,
      ...(at > 0 ? { within: shaoxing.campaign.districts[0]?.id } : {}),
      ...(at === 2 ? { from: "09-01" } : {}),
    })) as Definition["campaign"]["districts"],
  },
};
const [upper, lower, late] = twoLevels.campaign.districts.map(({ id }) => id);

describe("who owes what", () => {
  const owing = (purpose: "application" | "list" | "report", level: 1 | 2, day: "2023-08-31" | "2023-09-01") =>
    districtsOwing(twoLevels, { purpose, level }, day).map(({ id }) => id);

  test("of two levels, each its own cases and lists", () => {
    expect(owing("application", 1, "2023-09-01")).toEqual([lower, late]);
    expect(owing("list", 2, "2023-09-01")).toEqual([upper]);
  });

  test("everything else, all of them", () => {
    expect(owing("report", 1, "2023-09-01")).toEqual([upper, lower, late]);
  });

  test("a new district from its first day on", () => {
    expect(owing("list", 1, "2023-08-31")).toEqual([lower]);
    expect(owing("list", 1, "2023-09-01")).toEqual([lower, late]);
  });

  test("a district's card names what it owes itself", () => {
    const campaign = runningCampaign({ definition: twoLevels, definitionVersion: 1, startedAt: new Date(0) });
    const stage = twoLevels.campaign.stages.find(({ steps }) => steps.includes("application"));
    if (!stage || !upper || !lower) throw new Error("no such stage");
    const named = (district: string) =>
      owedInStage(campaign, stage, { now: momentOf("2023-09-01"), rulings: new Map(), districts: [district] }).map(
        ({ deliverable }) => deliverable.purpose,
      );

    expect(named(lower)).toEqual(["application", "review", "list"]);
    expect(named(upper)).toEqual([]);
  });
});

describe("every stage of every campaign has its cards", () => {
  test.each([
    ["shaoxing-2023", shaoxing],
    ["beijing-2024", beijing],
    ["example-households", households],
  ])("%s", (_, definition) => {
    const campaign = runningCampaign({ definition, definitionVersion: 1, startedAt: new Date(0) });
    const [district] = definition.campaign.districts;
    const views = definition.campaign.stages.flatMap((stage) =>
      [{ kind: "group" } as const, { kind: "districtOfficer", district: district?.id ?? "" } as const].map((audience) =>
        stageView({ campaign, now: momentOf("2024-12-20"), rulings: new Map() }, stage, { audience }),
      ),
    );

    expect(views).toHaveLength(definition.campaign.stages.length * 2);
    if (definition !== shaoxing) expect(JSON.stringify(views)).not.toMatch(/小区|区（县、市）|25条|实施方案/);
  });

  test("a day after New Year is named with its year", () => {
    const campaign = runningCampaign({ definition: households, definitionVersion: 1, startedAt: new Date(0) });
    const list = deliverableFor(households, "list");
    const stage = households.campaign.stages.find(({ id }) => id === list?.stage);
    if (!stage) throw new Error("no stage");
    const moved = new Map([["R1", { text: "", value: { on: "2025-01-06", inclusive: true } }]]);
    const owed = owedInStage(campaign, stage, { now: momentOf("2024-12-20"), rulings: moved });

    const [due] = owed.filter(({ deliverable }) => deliverable.purpose === "list");
    expect(due && stagePhrases.due(households, due)).toContain("2025年1月6日");
  });
});
