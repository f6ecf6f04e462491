import { expect, test } from "vitest";
import { caseMatrix } from "../journeys/case-matrix.ts";

test("in every state of a case, by words and by presses, nobody learns or changes what they may not", async () => {
  const { breaches, failed, sent, probes } = await caseMatrix({
    takes: () => true,
    both: true,
    opens: () => true,
  });

  expect(breaches).toEqual([]);
  expect(failed).toEqual([]);
  expect(Object.entries(sent).filter(([, isWhole]) => !isWhole)).toEqual([]);
  expect(probes).toBeGreaterThan(20_000);
}, 1_800_000);
