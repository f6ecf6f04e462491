import { describe, expect, test } from "vitest";
import { columnsFor, inPieces, packing, readNumbers } from "../../../../src/campaign/evidence/output/rules.ts";
import { zipSize } from "../../../../src/platform/documents/zip/write-zip.ts";

const MEGABYTE = 1024 * 1024;
const MOST = 20 * MEGABYTE;
const FOR_INDEX = 256 * 1024;
const file = (name: string, size: number) => ({ name, size });
/** Of one file that just fills a zip beside its index. */
const FULL = MOST - FOR_INDEX - zipSize([file("a", 0)]);

describe("files are packed", () => {
  test.each([
    ["nothing", [], [], []],
    ["two that fit together", [file("a", 9 * MEGABYTE), file("b", 9 * MEGABYTE)], [["a", "b"]], []],
    ["two that do not", [file("a", 12 * MEGABYTE), file("b", 12 * MEGABYTE)], [["a"], ["b"]], []],
    ["one that just fits", [file("a", FULL)], [["a"]], []],
    ["one that is a byte too large: the rest goes", [file("a", FULL + 1), file("b", 1)], [["b"]], ["a"]],
    [
      "a small one does not go before a large one",
      [file("a", 12 * MEGABYTE), file("b", 12 * MEGABYTE), file("c", 1)],
      [["a"], ["b", "c"]],
      [],
    ],
  ])("in their order, in zips of at most 20 MB: %s", (_, files, packs, left) => {
    const packed = packing(files);

    expect(packed.packs.map((pack) => pack.map(({ name }) => name))).toEqual(packs);
    expect(packed.left.map(({ name }) => name)).toEqual(left);
    for (const pack of packed.packs) expect(zipSize(pack)).toBeLessThanOrEqual(MOST - FOR_INDEX);
  });
});

test("a sheet has 48 pictures at most; few of them are large", () => {
  const pieces = (count: number) => inPieces(Array.from({ length: count }), 48).map(({ length }) => length);

  expect([0, 1, 48, 49, 100].map(pieces)).toEqual([[], [1], [48], [48, 1], [48, 48, 4]]);
  expect([9, 10].map(columnsFor)).toEqual([3, 4]);
});

test.each([
  ["2", undefined, [2]],
  ["第2份", undefined, [2]],
  ["2、5", undefined, [2, 5]],
  ["2，2", undefined, [2]],
  ["3-5 2", "3-5", [2]],
  ["翠苑三区 3-5 第2份", "翠苑三区 3-5", [2]],
])("原件 %s: of which row, and which numbers", (words, where, numbers) => {
  expect(readNumbers(words)).toEqual({ where, numbers });
});

test.each(["", "3-5", "翠苑三区", "翠苑三区 3-5"])("原件 %s: no number, nothing is taken", (words) => {
  expect(readNumbers(words)).toBeUndefined();
});
