import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import JSZip from "jszip";
import { expect, test } from "vitest";
import { openLargeZip } from "../../../../src/platform/documents/zip/read-large-zip.ts";
import { writeLargeZip } from "../../../../src/platform/documents/zip/write-large-zip.ts";
import { directoryEnd, directoryRecord, localHeader } from "../../../../src/platform/documents/zip/zip-layout.ts";

async function allOf<One>(pieces: AsyncIterable<One>): Promise<One[]> {
  const all: One[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
}

const AT = new Date("2023-11-02T10:00:00+08:00");

test("another program reads what is written", async () => {
  const files = [
    { name: "目录/一.txt", bytes: Buffer.from("一") },
    { name: "空.txt", bytes: Buffer.alloc(0) },
  ];

  const zip = await JSZip.loadAsync(Buffer.concat(await allOf(writeLargeZip(files, AT))));

  expect(Object.keys(zip.files).filter((name) => !name.endsWith("/"))).toEqual(["目录/一.txt", "空.txt"]);
  expect(await zip.file("目录/一.txt")?.async("string")).toBe("一");
  expect(zip.file("空.txt")?.date.toISOString()).toBe("2023-11-02T10:00:00.000Z");
});

test("a file that begins behind 4 GB is found there", async () => {
  const folder = await mkdtemp(join(tmpdir(), "jiayuan-zip-"));
  const path = join(folder, "large.zip");
  const far = { name: "远.txt", size: 3, crc: 0, headerAt: 5_000_000_000 };
  const header = localHeader(far, AT);
  const startsAt = far.headerAt + header.length + 3;
  const record = directoryRecord(far, AT);
  const tail = Buffer.concat([
    header,
    Buffer.from("abc"),
    record,
    directoryEnd({ count: 1, size: record.length, startsAt }),
  ]);
  // The disk holds none of what lies before.
  const file = await open(path, "w");
  await file.write(tail, 0, tail.length, far.headerAt);
  await file.close();

  const zip = await openLargeZip(path);
  const [entry] = zip.entries;

  expect(entry).toMatchObject({ name: "远.txt", headerAt: 5_000_000_000, size: 3 });
  expect(entry && String(Buffer.concat(await allOf(zip.pieces(entry))))).toBe("abc");
  await zip.close();
  await rm(folder, { recursive: true });
});

test("more files than a plain zip can count are all there", async () => {
  const folder = await mkdtemp(join(tmpdir(), "jiayuan-zip-"));
  const path = join(folder, "many.zip");
  const files = Array.from({ length: 65_536 }, (_, at) => ({ name: String(at), bytes: Buffer.alloc(0) }));
  const file = await open(path, "w");
  await file.writeFile(Buffer.concat(await allOf(writeLargeZip(files, AT))));
  await file.close();

  const zip = await openLargeZip(path);

  expect(zip.entries).toHaveLength(65_536);
  await zip.close();
  await rm(folder, { recursive: true });
});
