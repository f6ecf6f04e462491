import { describe, expect, test } from "vitest";
import { readAccident } from "../../../src/campaign/application/rules.ts";
import type { CivilDate } from "../../../src/shared/civil-date.ts";

const today = { submittedOn: "2023-09-01", yearsBefore: 2 } as const;
const accidentOn = (happenedOn: string) => readAccident({ choice: "some", happenedOn }, today);

describe("近两年内有重大安全责任事故的不得参与 (L117)", () => {
  test.each([
    ["2021-08-31", false],
    ["2021-09-01", true],
    ["2021-09-02", true],
    ["2023-08-31", true],
    ["2023-09-01", true],
  ])("an accident on %s keeps who hands in on 2023-09-01 out: %s", (happenedOn, excluded) => {
    expect(accidentOn(happenedOn)).toEqual({ declaration: "declared", excluded, since: "2021-09-01" });
  });

  test("an accident without a day is taken to lie in the window", () => {
    expect(readAccident({ choice: "some" }, today)).toEqual({
      declaration: "declared",
      excluded: true,
      since: "2021-09-01",
    });
  });

  test("what is not settled is unclear and keeps nobody out, whatever day is named", () => {
    const unclear = { declaration: "unclear", excluded: false, since: "2021-09-01" };

    expect(readAccident({ choice: "pending" }, today)).toEqual(unclear);
    expect(readAccident({ choice: "pending", happenedOn: "2023-08-31" }, today)).toEqual(unclear);
  });

  test("no accident keeps nobody out, and a day left over from an earlier answer does not count", () => {
    const none = { declaration: "none", excluded: false, since: "2021-09-01" };

    expect(readAccident({ choice: "none" }, today)).toEqual(none);
    expect(readAccident({ choice: "none", happenedOn: "2023-08-31" }, today)).toEqual(none);
  });
});

describe("the first day of the window", () => {
  test.each<[CivilDate, number, CivilDate]>([
    ["2023-09-01", 1, "2022-09-01"],
    ["2023-09-01", 3, "2020-09-01"],
    ["2023-09-01", 0, "2023-09-01"],
    ["2024-02-29", 2, "2022-02-28"],
    ["2024-02-29", 4, "2020-02-29"],
    ["2104-02-29", 4, "2100-02-28"],
    ["2004-02-29", 4, "2000-02-29"],
    ["2022-02-28", 2, "2020-02-28"],
    ["2022-03-01", 2, "2020-03-01"],
  ])("of who hands in on %s, %i years back, is %s", (submittedOn, yearsBefore, since) => {
    expect(readAccident({ choice: "none" }, { submittedOn, yearsBefore }).since).toBe(since);
  });

  test("handed in on 2月29日, an accident on 2月28日 two years before is in the window, on 2月27日 it is not", () => {
    const leapDay = { submittedOn: "2024-02-29", yearsBefore: 2 } as const;
    const excluded = ["2022-02-27", "2022-02-28"].map(
      (happenedOn) => readAccident({ choice: "some", happenedOn }, leapDay).excluded,
    );

    expect(excluded).toEqual([false, true]);
  });
});
