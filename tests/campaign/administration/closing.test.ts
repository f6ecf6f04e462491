import { describe, expect, test } from "vitest";
import { endsAt, lastDayOf } from "../../../src/campaign/administration/closing/rules.ts";
import type { Definition } from "../../../src/campaign/definition/definition.ts";
import { noRulings } from "../../../src/campaign/definition/rulings-in-force.ts";
import { runningCampaign } from "../../../src/campaign/definition/running-campaign.ts";
import { shanghaiIso } from "../../../src/shared/civil-date.ts";
import { beijing, households } from "../definition/support/campaigns.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const running = (definition: Definition) =>
  runningCampaign({ definition, definitionVersion: 1, startedAt: new Date(0) });

describe("when a campaign ends by itself", () => {
  test("with the last day of its last stage", () => {
    expect(lastDayOf(running(shaoxing), noRulings)).toBe("2023-10-30");
    expect(lastDayOf(running(beijing), noRulings)).toBe("2024-12-31");
  });

  test("over New Year in the year after its own", () => {
    expect(lastDayOf(running(households), noRulings)).toBe("2025-01-10");
  });

  test("with what is owed after the last stage", () => {
    const moved = new Map([["R2", { text: "截至11月20日。", value: { on: "11-20", inclusive: true } }]]);

    expect(lastDayOf(running(shaoxing), moved)).toBe("2023-11-20");
  });

  test("at 09:00 of the first working day after, at the latest thirty days later", () => {
    const moments = (...of: Parameters<typeof endsAt>) => Object.values(endsAt(...of)).map(shanghaiIso);
    // 11月3日 is a Friday.
    const onFriday = new Map([["R2", { text: "截至11月3日。", value: { on: "11-03", inclusive: true } }]]);

    expect(moments(running(shaoxing), noRulings)).toEqual(["2023-10-31T09:00:00+08:00", "2023-11-30T09:00:00+08:00"]);
    expect(moments(running(shaoxing), onFriday)).toEqual(["2023-11-06T09:00:00+08:00", "2023-12-04T09:00:00+08:00"]);
  });
});
