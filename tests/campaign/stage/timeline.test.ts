import { expect, test } from "vitest";
import { deliverableFor } from "../../../src/campaign/definition/purposes.ts";
import { runningCampaign } from "../../../src/campaign/definition/running-campaign.ts";
import { timelineOf } from "../../../src/campaign/stage/timeline.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const campaign = runningCampaign({ definition: shaoxing, definitionVersion: 1, startedAt: new Date(0) });

test("flags stand on the last minute of the day that the cards name; the time asked for is another sign", () => {
  const { points } = timelineOf([{ campaign, rulings: new Map() }], []);
  const [report, publication] = ["工作报告", "公布市级名单"].map((name) =>
    points.filter(({ label }) => label.includes(name)).map(({ at, kind }) => [at, kind]),
  );

  expect(report).toEqual([
    ["2023-10-19T17:00:00+08:00", "reminder"],
    ["2023-10-20T23:59:00+08:00", "deadline"],
  ]);
  expect(publication).toEqual([
    ["2023-10-13T17:00:00+08:00", "reminder"],
    ["2023-10-14T23:59:00+08:00", "deadline"],
  ]);
});

test("after 公布 the dates of the lists and of the publication are no deadlines any more", () => {
  const labels = (ended?: ReadonlySet<string>) =>
    timelineOf([{ campaign, rulings: new Map(), ...(ended ? { ended } : {}) }], []).points.map(({ label }) => label);
  const idOf = (purpose: "list" | "publication") => deliverableFor(shaoxing, purpose)?.id ?? "";

  expect(labels().filter((label) => /公布市级名单|推荐名单/.test(label))).toHaveLength(4);
  expect(
    labels(new Set([idOf("list"), idOf("publication")])).filter((label) => /公布市级名单|推荐名单/.test(label)),
  ).toEqual([]);
});
