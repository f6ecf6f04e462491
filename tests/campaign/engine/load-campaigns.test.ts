import { expect, test } from "vitest";
import { loadCampaigns } from "../../../src/campaign/engine/start/load-campaigns.ts";
import { brokenFolder } from "../definition/support/broken-folder.ts";
import { BEIJING, HOUSEHOLDS } from "../definition/support/campaigns.ts";
import { SHAOXING } from "../definition/support/shaoxing.ts";

const idsOf = ({ found }: ReturnType<typeof loadCampaigns>) => found.map(({ definition }) => definition.campaign.id);
const broken = () => brokenFolder([{ file: "campaign.yaml", from: "year: { value: 2023", to: "year: { value: two" }]);

test("a broken folder stops no other, and says what is wrong by file and line", () => {
  const folder = broken();

  const loaded = loadCampaigns([SHAOXING, folder, BEIJING, HOUSEHOLDS]);

  expect(idsOf(loaded)).toEqual(["shaoxing-2023", "beijing-2024", "example-households"]);
  expect(loaded.broken.map((one) => one.folder)).toEqual([folder]);
  expect(loaded.broken[0]?.lines[0]).toMatch(/^campaign\.yaml:8 {2}/);
});

test("of two folders with one id the first is served", () => {
  const twin = brokenFolder([]);

  const loaded = loadCampaigns([SHAOXING, twin]);

  expect(idsOf(loaded)).toEqual(["shaoxing-2023"]);
  expect(loaded.broken).toEqual([
    { folder: twin, lines: [`活动编号 shaoxing-2023 与活动目录 ${SHAOXING} 相同，请检查 CAMPAIGN。`] },
  ]);
});

test("only where none can be used nothing starts, for the reasons of all", () => {
  const [first, second] = [broken(), broken()];

  expect(() => loadCampaigns([first, second])).toThrow(`活动目录 ${first} 有`);
  expect(() => loadCampaigns([first, second])).toThrow(`活动目录 ${second} 有`);
});
