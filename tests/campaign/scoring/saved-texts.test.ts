import { expect, test } from "vitest";
import { withTexts } from "../../../src/campaign/scoring/saved-texts.ts";

const shown = (after: readonly (readonly [string, string])[]) =>
  withTexts([{ id: "4-6", points: 2 }], {
    given: [{ criterion: "4-6", points: 2, reason: "同上" }],
    before: new Map(),
    after: new Map(after),
  });

test("同上 is shown as the reason that it stands for, and as none where there is none to follow", () => {
  expect(shown([["4-6", "缺专人"]])).toEqual([{ id: "4-6", points: 2, reason: "缺专人" }]);
  expect(shown([])).toEqual([{ id: "4-6", points: 2 }]);
});
