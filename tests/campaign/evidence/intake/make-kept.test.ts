import { expect, test } from "vitest";
import { makeKept } from "../../../../src/campaign/evidence/intake/make-kept.ts";
import { photoOf } from "../../../platform/documents/support/photo.ts";
import { pdfOf } from "../../../platform/documents/support/scan.ts";
import { storeInMemory } from "../../../platform/storage/support/store-in-memory.ts";

const FILM = Buffer.concat([Buffer.from("\0\0\0\x18ftypisom"), Buffer.from("+30.0023+120.5810/rest")]);

async function kept(name: string, bytes: Buffer) {
  const files = storeInMemory();
  const hash = await files.put(bytes);
  const made = await makeKept(files, { hash, name });
  return { ...made, isAsReceived: made.keptHash === hash, bytes: await files.get(made.keptHash) };
}

test("a photo is kept as another file, without the camera's marks, with its day and how it looks", async () => {
  const made = await kept("图片.jpg", await photoOf({ seed: 1, takenOn: "2023:09:12 08:30:00" }));

  expect(made.isAsReceived).toBe(false);
  expect(made.bytes.includes("GPS-TEST-DEVICE")).toBe(false);
  expect(made).toMatchObject({ type: "jpeg", takenOn: "2023-09-12", looks: expect.stringMatching(/^[0-9a-f]{16}$/) });
  expect(made.size).toBe(made.bytes.length);
});

test("a photo that was sent as a file under another name is a photo by what it holds", async () => {
  expect(await kept("说明.pdf", await photoOf({ seed: 2 }))).toMatchObject({ type: "jpeg", isAsReceived: false });
});

test("a film loses the place, a paper stays byte for byte", async () => {
  const film = await kept("视频.mp4", FILM);
  const paper = await kept("记录.pdf", pdfOf(undefined));

  expect([film.type, film.isAsReceived, film.bytes.includes("+30.0023")]).toEqual(["mp4", false, false]);
  expect([paper.type, paper.isAsReceived, paper.takenOn, paper.looks]).toEqual(["pdf", true, null, null]);
});

test.each([
  ["words called a picture", "图片.jpg", Buffer.from("不是图片"), "图片已损坏或不是图片"],
  ["an SVG", "图.svg", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"), "这是SVG格式的图片"],
  ["a HEIC", "照片.heic", Buffer.from("\0\0\0\x18ftypheic....", "latin1"), "这是HEIC格式的图片"],
  [
    "a PDF behind something else",
    "混.pdf",
    Buffer.concat([Buffer.from("GIF89a="), pdfOf(undefined)]),
    "文件内容与格式不符",
  ],
  ["nothing", "空.jpg", Buffer.alloc(0), "图片已损坏或不是图片"],
  ["a program", "安装.exe", Buffer.from("MZ\x90\0"), "无法识别这个文件"],
])("%s is refused in one sentence", async (_, name, bytes, sentence) => {
  await expect(kept(name, bytes)).rejects.toThrow(sentence);
});
