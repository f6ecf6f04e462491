import { expect, test } from "vitest";
import {
  briefMoment,
  dayNumber,
  fieldValue,
  fromFieldValue,
  fullMoment,
  momentOn,
  preciseTime,
} from "../../../page/text/time.ts";

test("a moment is shown as a clock in Shanghai shows it, however it was written", () => {
  expect(fullMoment("2023-08-09T09:00:00+08:00")).toBe("8月9日 星期三 09:00");
  expect(fullMoment("2023-08-09T16:30:00Z")).toBe("8月10日 星期四 00:30");
});

test.each([
  ["2023-08-10T00:00:00+08:00", "00:00"],
  ["2023-08-09T23:59:00+08:00", "昨天"],
  ["2023-08-08T23:59:00+08:00", "8月8日"],
])("on 10 August a chat list says of %s: %s", (at, words) => {
  expect(briefMoment(at, "2023-08-10T09:00:00+08:00")).toBe(words);
});

test("a day and a time make a moment", () => {
  expect(momentOn(dayNumber("2023-09-20T23:00:00+08:00"), "17:30")).toBe("2023-09-20T17:30:00+08:00");
});

test("the value of a date field names the same moment back", () => {
  expect(fieldValue("2023-09-20T17:30:00+08:00")).toBe("2023-09-20T17:30");
  expect(fromFieldValue("2023-09-20T17:30")).toBe("2023-09-20T17:30:00+08:00");
});

test("a moment of the machine is shown to the millisecond", () => {
  expect(preciseTime("2026-11-25T16:00:00.007Z")).toBe("00:00:00.007");
});
