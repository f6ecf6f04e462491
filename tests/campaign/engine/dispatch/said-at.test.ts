import { describe, expect, test } from "vitest";
import { saidAt } from "../../../../src/campaign/engine/dispatch/said-at.ts";

const at = (time: string) => new Date(`2023-09-${time}+08:00`);
const before = at("20T23:59:00");
const after = at("21T00:01:00");

describe("whether something was in time is judged by when it was said", () => {
  test("heard at 23:59 and worked on at 00:01, it counts as of 23:59", () => {
    expect(saidAt({ heardAt: before }, after)).toEqual(before);
  });

  test("the platform's own time counts where it is earlier", () => {
    expect(saidAt({ sentAt: before, heardAt: after }, after)).toEqual(before);
  });

  test("the platform's own time does not count where it is later", () => {
    expect(saidAt({ sentAt: after, heardAt: before }, after)).toEqual(before);
  });

  test.each([
    { sentAt: at("20T23:01:00"), judged: at("20T23:01:00") },
    { sentAt: at("20T23:00:59.999"), judged: at("21T00:01:00") },
  ])("an hour back it is believed, not a moment more: $sentAt", ({ sentAt, judged }) => {
    expect(saidAt({ sentAt, heardAt: after }, after)).toEqual(judged);
  });

  test("what an earlier version stored, without a time, counts as of now", () => {
    expect(saidAt({}, after)).toEqual(after);
  });

  test("a clock that was set back does not make it later than now", () => {
    expect(saidAt({ heardAt: after, sentAt: after }, before)).toEqual(before);
  });
});
