import { describe, expect, test } from "vitest";
import { applyingDistricts } from "../../../src/campaign/application/work-district.ts";
import type { Definition } from "../../../src/campaign/definition/definition.ts";
import { runningCampaign } from "../../../src/campaign/definition/running-campaign.ts";
import {
  districtAbove,
  levelOf,
  listDeliverable,
  recommendingDistricts,
} from "../../../src/campaign/recommendation/levels.ts";
import { listWords } from "../../../src/campaign/recommendation/list-words.ts";
import { households } from "../definition/support/campaigns.ts";

/** Villages recommend to a town, the town to the county: one list of each, and a village that is merged in between. */
function twoLevels(upperOwesList = true): Definition {
  const { campaign } = households;
  const [first, second, third] = campaign.districts;
  const list = campaign.deliverables.find(({ purpose }) => purpose === "list");
  if (!first || !second || !third || !list) throw new Error("households have three villages and a list");
  return {
    ...households,
    campaign: {
      ...campaign,
      districts: [
        { ...first, id: "town", name: "清溪镇" },
        { ...second, id: "stays", within: "town" },
        { ...third, id: "merged", within: "town", until: "12-01" },
        { ...third, id: "new", within: "town", from: "12-02" },
      ],
      deliverables: [...campaign.deliverables, ...(upperOwesList ? [{ ...list, id: "town-list", level: 2 }] : [])],
    },
  };
}

const on = (day: string, definition = twoLevels()) => ({
  campaign: runningCampaign({ definition, definitionVersion: 1, startedAt: new Date(0) }),
  now: new Date(`${day}T09:00:00+08:00`),
});

describe("two levels of recommendation", () => {
  const definition = twoLevels();

  test("the town recommends on what its villages recommended, each with a list of its level", () => {
    expect(["town", "stays"].map((id) => levelOf(definition, id))).toEqual([2, 1]);
    expect(["town", "stays"].map((id) => listDeliverable(definition, id)?.id)).toEqual(["town-list", "village-list"]);
    expect(["town", "stays"].map((id) => districtAbove(definition, id))).toEqual([undefined, "town"]);
  });

  test("a list says whom it goes to and what it is drawn from", () => {
    const words = ["town", "stays"].map((id) => listWords(definition, id)).map(({ to, from }) => [to, from]);

    expect(words).toEqual([
      ["镇级", "recommended"],
      ["清溪镇", "reviewed"],
    ]);
  });

  test("without a list of its own the town draws up none", () => {
    expect(recommendingDistricts(on("2024-12-03", twoLevels(false)))).toEqual(["stays", "new"]);
  });
});

describe("districts that begin and end within the year", () => {
  test.each([
    ["2024-12-01", ["stays", "merged"]],
    ["2024-12-02", ["stays", "new"]],
  ])("on %s cases apply in %j, and never in the one above them", (day, districts) => {
    expect(applyingDistricts(on(day))).toEqual(districts);
    expect(recommendingDistricts(on(day))).toEqual(["town", ...districts]);
  });
});
