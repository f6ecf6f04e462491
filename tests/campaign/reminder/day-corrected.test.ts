import { expect, test } from "vitest";
import { dayCorrected } from "../../../src/campaign/reminder/day-corrected.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";

const when = { today: civilDate("2023-08-28"), year: 2023 };

test.each([
  ["不对 是8.25", "2023-08-25"],
  ["不对 9.27", "2023-09-27"],
  ["哦不对是十月九号", "2023-10-09"],
  ["写错了，应该是10月9日", "2023-10-09"],
])("%j says another day", (said, day) => {
  expect(dayCorrected(said, when)).toBe(day);
});

test.each(["9.27", "不对 9.26 9.27", "不对，我们10月9日开会", "不对", "不对 2-1是3分"])("%j does not", (said) => {
  expect(dayCorrected(said, when)).toBeUndefined();
});
