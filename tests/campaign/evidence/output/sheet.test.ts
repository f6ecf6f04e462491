import sharp from "sharp";
import { expect, test } from "vitest";
import { makeSheets } from "../../../../src/campaign/evidence/output/sheet.ts";
import { photoOf } from "../../../platform/documents/support/photo.ts";
import { storeInMemory } from "../../../platform/storage/support/store-in-memory.ts";
import { rowOf, shownItem } from "../support/items.ts";

test("49 files of a row take two pictures, each readable on a phone; one that cannot be read is said so", async () => {
  const files = storeInMemory();
  const bytes = await photoOf({ seed: 1, width: 160, height: 120 });
  const shown = await Promise.all(
    Array.from({ length: 49 }, (_, at) =>
      shownItem(files, {
        ...{ row: "3-5", position: at + 1, number: at + 1 },
        bytes: at === 48 ? Buffer.from("不是图片") : bytes,
      }),
    ),
  );

  const made = await makeSheets(files, { meant: { name: "翠苑三区", row: rowOf("3-5") }, shown, at: new Date() });

  const sizes = await Promise.all(
    made.map(async ({ hash }) => {
      const { width, height, format } = await sharp(await files.get(hash)).metadata();
      return { width, format, isTall: (height ?? 0) > 1_080 };
    }),
  );
  expect(made.map(({ name }) => name)).toEqual([
    expect.stringMatching(/^翠苑三区.*3-5.*1.*\.jpe?g$/u),
    expect.stringMatching(/^翠苑三区.*3-5.*2.*\.jpe?g$/u),
  ]);
  expect(sizes).toEqual([
    { width: 1_080, format: "jpeg", isTall: true },
    { width: 1_080, format: "jpeg", isTall: false },
  ]);
});
