import { expect, test } from "vitest";
import { scaleOf } from "../../../page/clock/scale.ts";
import { dayNumber } from "../../../page/text/time.ts";

const timeline = {
  spans: [
    { from: "2023-08-10T00:00:00+08:00", to: "2023-08-20T23:59:59+08:00", label: "宣传发动", kind: "stage" as const },
  ],
  points: [{ at: "2023-08-19T17:30:00+08:00", label: "截止", kind: "deadline" as const }],
  tour: [],
};

test("the strip runs over whole days, from now if that is earlier than the campaign", () => {
  const scale = scaleOf(timeline, "2023-08-09T09:00:00+08:00");

  expect(scale.days).toBe(12);
  expect(scale.firstDay).toBe(dayNumber("2023-08-09T00:00:00+08:00"));
  expect(scale.at("2023-08-09T00:00:00+08:00")).toBe(0);
  expect(scale.at("2023-08-15T00:00:00+08:00")).toBe(50);
});

test("what lies outside the strip is held at its edge", () => {
  const scale = scaleOf(timeline, "2023-08-10T09:00:00+08:00");

  expect(scale.at("2023-08-01T00:00:00+08:00")).toBe(0);
  expect(scale.at("2023-12-01T00:00:00+08:00")).toBe(100);
});

test("every place of the strip belongs to one day", () => {
  const scale = scaleOf(timeline, "2023-08-09T09:00:00+08:00");

  expect(scale.dayAt(0)).toBe(scale.firstDay);
  expect(scale.dayAt(0.999)).toBe(scale.firstDay + 11);
  expect(scale.dayAt(1)).toBe(scale.firstDay + 11);
});
