import { describe, expect, test } from "vitest";
import { hasBeenLeft, isSame } from "../../../../src/campaign/engine/dispatch/step-aside.ts";

const answeredAt = new Date("2023-08-21T16:30:00+08:00");

describe("a question is left", () => {
  test.each([
    ["2023-08-22T16:29:59+08:00", false],
    ["2023-08-22T16:30:00+08:00", true],
    ["2023-10-16T09:00:00+08:00", true],
  ])("a day after the last answer: at %s %s", (now, isLeft) => {
    expect(hasBeenLeft({ answeredAt }, new Date(now))).toBe(isLeft);
  });

  test("never where the last answer is not known", () => {
    expect(hasBeenLeft({}, new Date("2023-10-16T09:00:00+08:00"))).toBe(false);
  });

  test("and is the same question as another of the same kind about the same thing", () => {
    const one = { kind: "application.form", state: { draftId: "1" } };

    expect(isSame(one, { kind: "application.form", state: { draftId: "1" } })).toBe(true);
    expect(isSame(one, { kind: "application.form", state: { draftId: "2" } })).toBe(false);
    expect(isSame(one, { kind: "recommendation.list", state: { draftId: "1" } })).toBe(false);
  });
});
