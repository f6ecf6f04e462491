import { expect, test } from "vitest";
import { runningCampaign } from "../../../../src/campaign/definition/running-campaign.ts";
import { dateLine } from "../../../../src/campaign/overview/standing/views.ts";
import { owedInCampaign } from "../../../../src/campaign/stage/rules.ts";
import { momentOf } from "../../../../src/shared/civil-date.ts";
import { shaoxing } from "../../definition/support/shaoxing.ts";

const campaign = runningCampaign({ definition: shaoxing, definitionVersion: 1, startedAt: new Date(0) });

test("what is asked for by name says its day, also once it is in or no longer accepted", () => {
  const all = owedInCampaign(campaign, { now: momentOf("2023-10-09", "10:00"), rulings: new Map() });
  const report = all.find(({ deliverable }) => deliverable.purpose === "report");
  if (!report) throw new Error("no report is owed");

  const open = dateLine(shaoxing, report, { words: "未报送", done: false });
  expect(open).toMatch(/^工作报告：10月20日前/u);
  expect(open).not.toContain("已报送");
  expect(dateLine(shaoxing, report, { words: "已报送", done: true })).toMatch(/^工作报告：10月20日前.*，已报送$/u);
  expect(dateLine(shaoxing, report, { words: "未报送，不再受理", done: false, isEnded: true })).toMatch(
    /^工作报告：10月20日前.*，未报送，不再受理$/u,
  );
});
