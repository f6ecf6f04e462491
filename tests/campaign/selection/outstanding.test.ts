import { expect, test } from "vitest";
import { runningCampaign } from "../../../src/campaign/definition/running-campaign.ts";
import { outstandingWords } from "../../../src/campaign/selection/outstanding.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const campaign = runningCampaign({ definition: shaoxing, definitionVersion: 1, startedAt: new Date(0) });
const words = (missing: readonly string[], day: string) =>
  outstandingWords({ campaign, rulings: new Map() }, missing, civilDate(day));

test.each([
  ["2023-09-21", "推荐名单尚未报送的：柯桥区、新昌县；应于9月底前（截至9月30日）报送，9月21日尚未到期。"],
  ["2023-09-30", "推荐名单尚未报送的：柯桥区、新昌县；应于9月底前（截至9月30日）报送，9月30日尚未到期。"],
  ["2023-10-08", "推荐名单尚未报送的：柯桥区、新昌县；应于9月底前（截至9月30日）报送，10月8日已过期限。"],
])("lists that are not in are named with their day, on %s", (day, said) => {
  expect(words(["keqiao", "xinchang"], day)).toBe(said);
});

test("nothing is said when all are in", () => {
  expect(words([], "2023-09-21")).toBeUndefined();
});
