import { describe, expect, test } from "vitest";
import { listNumber, listWithNumber } from "../../../../src/campaign/recommendation/paper/list-number.ts";
import type { RecommendationList } from "../../../../src/campaign/recommendation/store.ts";

const CAMPAIGN = "campaign";
const reported = (version: number, cases: readonly string[], withdrawn = false): RecommendationList => ({
  district: "keqiao",
  version,
  items: cases.map((applicationId) => ({ applicationId })),
  ...{
    fewerReason: null,
    late: false,
    lateness: null,
    lateReason: null,
    signer: null,
    signedOn: null,
    responsible: null,
  },
  confirmedAt: new Date("2023-09-13T09:00:00+08:00"),
  confirmedBy: "keqiao-1",
  withdrawnAt: withdrawn ? new Date("2023-09-14T09:00:00+08:00") : null,
  withdrawnBy: withdrawn ? "keqiao-1" : null,
});
const printed = (list: RecommendationList, taking: readonly string[]): string =>
  listNumber({ campaignId: CAMPAIGN, list, taking: new Set(taking) });

/** What the number says while these are the district's reports and these cases take part. */
const known = (lists: readonly RecommendationList[], taking: readonly string[], number: string) =>
  listWithNumber(lists, { campaignId: CAMPAIGN, taking: new Set(taking) }, number);

describe("the check number of a district's list", () => {
  const [first, second] = [reported(1, ["a", "b"]), reported(2, ["b", "a"])];
  const number = printed(first, ["a", "b"]);

  test("names the report in force", () => {
    expect(known([first], ["a", "b"], number)).toEqual({
      ...{ district: "keqiao", version: 1, newest: 1, state: "inForce" },
    });
  });

  test("of an earlier report says so, with the number of the newest", () => {
    expect(known([first, second], ["a", "b"], number)).toMatchObject({
      version: 1,
      newest: 2,
      state: "replaced",
    });
  });

  test("of a withdrawn report says so, and the other one of its kind is unknown", () => {
    expect(known([reported(1, ["a", "b"], true)], ["a", "b"], number)?.state).toBe("withdrawn");
    expect(known([first], ["a", "b"], printed(second, ["a", "b"]))).toBeUndefined();
  });

  test("is another one after a case has left, and the paper from before says that it has changed", () => {
    const after = printed(first, ["a"]);

    expect(after).not.toBe(number);
    expect(known([first], ["a"], number)?.state).toBe("changed");
    expect(known([first], ["a"], after)?.state).toBe("inForce");
  });
});
