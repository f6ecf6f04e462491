import { expect, test } from "vitest";
import type { RulingsInForce } from "../../../src/campaign/definition/rulings-in-force.ts";
import { runningCampaign } from "../../../src/campaign/definition/running-campaign.ts";
import { movesBetween } from "../../../src/campaign/ruling/effect.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const campaign = runningCampaign({ definition: shaoxing, definitionVersion: 1, startedAt: new Date(0) });
const nothingRuled: RulingsInForce = new Map();
const ruled = (id: string, value: Record<string, string | boolean>): RulingsInForce =>
  new Map([[id, { text: "已答复", value }]]);

test.each<[string, RulingsInForce, [string, string, boolean][]]>([
  ["R1 moved past the holiday", ruled("R1", { on: "10-07" }), [["推荐名单", "2023-10-07", true]]],
  ["R2 without the 20th", ruled("R2", { inclusive: false }), [["工作报告", "2023-10-19", true]]],
  [
    "R13 closing stage two",
    ruled("R13", { closes: true }),
    [
      ["申报表", "2023-09-20", true],
      ["初评", "2023-09-20", true],
    ],
  ],
  ["R13 as by default", ruled("R13", { closes: false }), []],
  ["R2 closing on the very day: only the soft close moves", ruled("R2", { softClose: "onOrBefore" }), []],
])("%s moves these deadlines", (_ruling, rulings, moved) => {
  expect(movesBetween(campaign, nothingRuled, rulings).map(({ name, to }) => [name, to.statedOn, to.binding])).toEqual(
    moved,
  );
});
