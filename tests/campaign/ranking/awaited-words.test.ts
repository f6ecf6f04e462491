import { expect, test } from "vitest";
import { runningCampaign } from "../../../src/campaign/definition/running-campaign.ts";
import { awaitedWords } from "../../../src/campaign/ranking/awaited-lists.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const campaign = runningCampaign({ definition: shaoxing, definitionVersion: 1, startedAt: new Date(0) });

const awaited = {
  ...{ expected: ["yuecheng", "keqiao"], confirmed: ["keqiao"], nobody: [], missing: ["yuecheng"], released: [] },
};

test.each([
  [false, "应报2个，已报1个；尚未报送：越城区"],
  [true, "应报2个，已报1个；公布时未报送：越城区"],
])("a missing list is awaited until 公布 only (published: %s)", (isOver, words) => {
  expect(awaitedWords({ campaign }, { ...awaited, isOver })).toBe(words);
});
