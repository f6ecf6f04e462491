import { expect, test } from "vitest";
import { rowFor } from "../../../../src/campaign/evidence/intake/burst.ts";

const said = (row: string, message: bigint) => ({ row, caseId: null, label: null, replaces: null, message });
const file = (message: bigint, row: string | null = null) => ({ row, label: null, message });

test.each([
  ["said with it, before every other", file(5n, "1-1"), [said("3-5", 4n)], "1-1"],
  ["said last before it", file(5n), [said("3-5", 1n), said("3-6", 4n)], "3-6"],
  ["said before it rather than after", file(5n), [said("3-6", 6n), said("3-5", 1n)], "3-5"],
  ["said first after it, where none was said before", file(5n), [said("3-7", 8n), said("3-6", 6n)], "3-6"],
  [
    "of a burst that has ended, for a file that was sent before that and came late",
    file(5n),
    [said("3-5", 1n), said("", 9n)],
    "3-5",
  ],
  ["of a burst that has ended, for a file of the next one", file(12n), [said("3-5", 1n), said("", 9n)], undefined],
  ["said first after it, in the burst after", file(12n), [said("3-5", 1n), said("", 9n), said("3-6", 13n)], "3-6"],
  ["said for the next burst only", file(5n), [said("", 9n), said("3-6", 13n)], undefined],
  ["nothing was said", file(5n), [], undefined],
] as const)("the row of a file: %s", (_, one, rows, expected) => {
  expect(rowFor(one, rows)?.row).toBe(expected);
});

test("a row that is said with a file is of the case that is named with it, whatever is named for the next file", () => {
  const named = (caseId: string, message: bigint) => ({ ...said("1-5", message), caseId });

  expect(rowFor(file(5n, "1-5"), [named("first", 5n), named("second", 6n)])?.caseId).toBe("first");
  expect(rowFor(file(6n, "1-5"), [named("first", 5n), named("second", 6n)])?.caseId).toBe("second");
});
