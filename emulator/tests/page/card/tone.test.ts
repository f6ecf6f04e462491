import { expect, test } from "vitest";
import { toneOf } from "../../../page/card/tone.ts";

test.each([
  ["#0089FF", "blue"],
  ["#FF9200", "orange"],
  ["#FF5219", "red"],
  ["#00B042", "green"],
  ["#F4C800", "orange"],
  ["#A2A3A5", "grey"],
  ["common_red1_color", "red"],
  [undefined, "grey"],
])("the color %s is drawn %s", (color, tone) => {
  expect(toneOf(color)).toBe(tone);
});
