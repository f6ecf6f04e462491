import { expect, test } from "vitest";
import { visibleText } from "../../src/shared/visible-text.ts";

test.each([
  ["138\u200d1234\u200c5678", "13812345678"],
  ["王\u00ad军\ufe0f", "王军"],
  ["\u2066abc\u2069\u061c", "abc"],
  ["1\ufe0f\u20e3", "1"],
  ["\u3164\u2800\u115f园", "园"],
  ["\u2f29区", "小区"],
  ["葛\u{e0100}", "葛"],
  ["第一行\r\n第二行\u2028第三行", "第一行\n第二行\n第三行"],
  ["\t花\u00a0园　", "\t花\u00a0园　"],
  ["𬭎城\ud83d", "𬭎城\ufffd"],
])("%j is seen as %j", (text, seen) => {
  expect(visibleText(text)).toBe(seen);
});
