import { describe, expect, test } from "vitest";
import { disqualificationOf } from "../../../src/campaign/application/disqualification.ts";
import type { Definition } from "../../../src/campaign/definition/definition.ts";
import { runningCampaign } from "../../../src/campaign/definition/running-campaign.ts";
import type { AnswerValue } from "../../../src/platform/conversation/answer.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";
import { beijing, households } from "../definition/support/campaigns.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const read = (definition: Definition, on: string, answers: Readonly<Record<string, AnswerValue>>, first = on) =>
  disqualificationOf(
    {
      campaign: runningCampaign({ definition, definitionVersion: 1, startedAt: new Date(0) }),
      rulings: new Map(),
      now: new Date(`${on}T09:00:00+08:00`),
    },
    { answers },
    civilDate(first),
  );
const some = (happenedOn: string) => ({ choice: "some", details: { happenedOn } });
const takesPart = { declaration: "none", exclusion: undefined, settled: undefined, ruling: undefined };

describe("不得参与, by the options of the form and the years of the ruling", () => {
  test("in Shaoxing, two years back", () => {
    expect(read(shaoxing, "2023-09-01", { safetyAccident: some("2021-09-01") })).toEqual({
      declaration: "declared",
      exclusion: "填报的重大安全责任事故发生在2021年9月1日以后，依据实施方案附件2，不得参与本次评选（口径R6）。",
      settled: undefined,
      ruling: "R6",
    });
    expect(read(shaoxing, "2023-09-01", { safetyAccident: some("2021-08-31") })).toEqual({
      declaration: "declared",
      exclusion: undefined,
      settled:
        "填报的重大安全责任事故发生于2021年8月31日，早于2021年9月1日（自首次提交之日2023年9月1日往前推算，口径R6），不属于实施方案附件2所列不得参与的情形。",
      ruling: "R6",
    });
  });

  test("a later submission does not move the window: it counts from the first", () => {
    const judged = (happenedOn: string) =>
      read(shaoxing, "2023-09-26", { safetyAccident: some(happenedOn) }, "2023-08-21").exclusion !== undefined;

    expect(["2021-08-20", "2021-08-21", "2021-08-25"].map(judged)).toEqual([false, true, true]);
  });

  test("for households, one year back", () => {
    expect(read(households, "2024-11-20", { fire: some("2023-11-20") })).toEqual({
      declaration: "declared",
      exclusion: "填报的火灾发生在2023年11月20日以后，依据通知“二、有关要求”第（二）项，不得参与本次评选（口径R2）。",
      settled: undefined,
      ruling: "R2",
    });
    expect(read(households, "2024-11-20", { fire: some("2023-11-19") }).exclusion).toBeUndefined();
    expect(read(households, "2024-11-20", { fire: { choice: "pending", details: {} } })).toEqual({
      ...takesPart,
      declaration: "unclear",
    });
  });

  test("without the ruling, whenever it happened", () => {
    const bare = { ...households, rulings: [] };

    expect(read(bare, "2024-11-20", { fire: some("1999-01-01") })).toEqual({
      declaration: "declared",
      exclusion: "填报的火灾属实，依据通知“二、有关要求”第（二）项，不得参与本次评选。",
      settled: undefined,
      ruling: undefined,
    });
  });

  test("nobody where the form declares nothing, or nothing was answered", () => {
    expect(read(beijing, "2024-09-24", { projectName: "甲" })).toEqual(takesPart);
    expect(read(households, "2024-11-20", {})).toEqual(takesPart);
  });
});
