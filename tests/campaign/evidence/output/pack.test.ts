import { randomBytes } from "node:crypto";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { makePacks } from "../../../../src/campaign/evidence/output/pack.ts";
import { readWorkbook } from "../../../../src/platform/documents/read-workbook.ts";
import { storeInMemory } from "../../../platform/storage/support/store-in-memory.ts";
import { shownItem } from "../support/items.ts";

const MEGABYTE = 1024 * 1024;
const MOST = 20 * MEGABYTE;
const INDEX = "翠苑三区/00_目录.xlsx";
const at = new Date("2023-09-13T02:00:00Z");

async function packed(sizes: readonly [row: string, megabytes: number][]) {
  const files = storeInMemory();
  const counts = new Map<string, number>();
  const shown = [];
  for (const [number, [row, megabytes]] of sizes.entries()) {
    const position = (counts.get(row) ?? 0) + 1;
    counts.set(row, position);
    const bytes = randomBytes(Math.round(megabytes * MEGABYTE));
    const marks = { personal: number === 0, same: number === 1 };
    shown.push(await shownItem(files, { row, position, number: number + 1, bytes, ...marks }));
  }
  const made = await makePacks(files, {
    ...{ meant: { name: "翠苑三区", row: undefined }, shown, at, bureau: "市住房和城乡建设局" },
  });
  const zips = await Promise.all(made.map(async ({ hash }) => unzipSync(await files.get(hash))));
  return { made, zips, shown };
}

test("45 MB of proof goes out in zips of at most 20 MB, in the plan's order, each with the same index", async () => {
  const { made, zips, shown } = await packed([
    ["1-1", 8],
    ["1-1", 8],
    ["2-3", 8],
    ["3-5", 1],
    ["3-5", 12],
    ["4-7", 8],
  ]);

  expect(made.map(({ name, size }) => [name, size <= MOST])).toEqual([
    ["翠苑三区_证明材料_共4包第1包.zip", true],
    ["翠苑三区_证明材料_共4包第2包.zip", true],
    ["翠苑三区_证明材料_共4包第3包.zip", true],
    ["翠苑三区_证明材料_共4包第4包.zip", true],
  ]);
  const names = zips.map((zip) => Object.keys(zip));
  expect(names.map(([first]) => first)).toEqual([INDEX, INDEX, INDEX, INDEX]);
  expect(names.flatMap(([, ...rest]) => rest)).toEqual(shown.map(({ item }) => `翠苑三区/${item.name}`));
  const [first, ...others] = zips.map((zip) => Buffer.from(zip[INDEX] ?? []).toString("base64"));
  expect(others).toEqual([first, first, first]);
});

test("the index names every file with its row, its zip, and what to know before passing it on", async () => {
  const { zips } = await packed([
    ["1-1", 0.01],
    ["3-5", 0.01],
    ["3-5", 21],
  ]);

  const { sheets } = await readWorkbook(Buffer.from(zips[0]?.[INDEX] ?? []));
  const rows = (sheets[0]?.rows ?? []).map((row) => row.map((cell) => String(cell ?? "")));
  const listed = rows.filter(([number]) => /^\d+$/u.test(number ?? ""));
  expect(listed.map((row) => [row[0], row[1], row[7], row[8]])).toEqual([
    ["1", "1-1", "第1包", "含个人信息"],
    ["2", "3-5", "第1包", "与“柯岩人家”1-5的一份材料相同，请核对"],
    ["3", "3-5", "未装入", "文件过大，未能装入压缩包"],
  ]);
});
