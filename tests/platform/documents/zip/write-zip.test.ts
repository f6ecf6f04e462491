import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { writeZip, zipSize } from "../../../../src/platform/documents/zip/write-zip.ts";

const AT = new Date("2023-09-13T09:30:00+08:00");
const contents = { "翠苑三区/3-5_环境卫生_01.jpg": "照片", "翠苑三区/00_目录.xlsx": "目录".repeat(500) };

async function zipped(at = AT): Promise<Buffer> {
  const files = Object.entries(contents).map(([name, text]) => ({ name, content: async () => Buffer.from(text) }));
  const pieces: Uint8Array[] = [];
  for await (const piece of writeZip(files, at)) pieces.push(piece);
  return Buffer.concat(pieces);
}

test("a zip holds its files in their order, as they are, and is as large as was said before", async () => {
  const zip = await zipped();

  expect(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, Buffer.from(bytes).toString()])).toEqual(
    Object.entries(contents),
  );
  expect(zip.length).toBe(
    zipSize(Object.entries(contents).map(([name, text]) => ({ name, size: Buffer.byteLength(text) }))),
  );
});

test("equal files give equal bytes; another moment does not", async () => {
  expect((await zipped()).equals(await zipped())).toBe(true);
  expect((await zipped()).equals(await zipped(new Date("2023-09-14T09:30:00+08:00")))).toBe(false);
});
