import { describe, expect, test } from "vitest";
import { isLate } from "../../../../src/campaign/application/lateness/rules.ts";
import { rulingDeciding } from "../../../../src/campaign/definition/purposes.ts";
import type { RulingsInForce } from "../../../../src/campaign/definition/rulings-in-force.ts";
import { runningCampaign } from "../../../../src/campaign/definition/running-campaign.ts";
import { shaoxing } from "../../definition/support/shaoxing.ts";

const campaign = runningCampaign({ definition: shaoxing, definitionVersion: 1, startedAt: new Date(0) });
const closes: RulingsInForce = new Map([
  [rulingDeciding(shaoxing, "stageCloses")?.id ?? "", { text: "是", value: { closes: true } }],
]);

describe("a first submission after 9月20日", () => {
  test.each([
    ["2023-09-20T23:59:59", false],
    ["2023-09-21T00:00:00", true],
  ])("is late where the ruling says that the day closes applications, at %s: %s", (at, late) => {
    expect(isLate({ campaign, rulings: closes, now: new Date(`${at}+08:00`) }, "keqiao")).toBe(late);
  });

  test("is not late as long as it does not", () => {
    expect(isLate({ campaign, rulings: new Map(), now: new Date("2023-09-30T09:00:00+08:00") }, "keqiao")).toBe(false);
  });
});
