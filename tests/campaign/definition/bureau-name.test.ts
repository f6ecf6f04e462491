import { expect, test } from "vitest";
import { bureauName } from "../../../src/campaign/definition/bureau-name.ts";
import { beijing, households } from "./support/campaigns.ts";
import { shaoxing } from "./support/shaoxing.ts";

test.each([
  ["绍兴市住房和城乡建设局", shaoxing],
  ["北京市住房和城乡建设委员会", beijing],
  ["清溪镇人居环境办公室", households],
])("a paper that leaves the city is signed by %s", (name, definition) => {
  expect(bureauName(definition)).toBe(name);
});

test("a bureau that is written with its city is signed as it is written", () => {
  const { campaign } = shaoxing;
  const city = { ...campaign.city, bureau: "绍兴市住房和城乡建设局" };

  expect(bureauName({ campaign: { ...campaign, city } })).toBe("绍兴市住房和城乡建设局");
});
