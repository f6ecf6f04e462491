import { expect, test } from "vitest";
import { keepNumbersWhole } from "../../../page/text/whole-numbers.ts";
import { makeCardMarkdown } from "../../../src/card/card-markdown.ts";

test.each([
  ["3-5得4分", "<p><nobr>3-5</nobr>得4分</p>"],
  ["附件1第8-2项、10-2", "<p>附件1第<nobr>8-2</nobr>项、<nobr>10-2</nobr></p>"],
  ["2023-10-11", "<p>2023-10-11</p>"],
  ["a<b 3-5", "<p>a&lt;b <nobr>3-5</nobr></p>"],
])("%s is drawn with its numbers whole", (text, html) => {
  const markdown = makeCardMarkdown();
  keepNumbersWhole(markdown);

  expect(markdown.render(text).trim()).toBe(html);
});
