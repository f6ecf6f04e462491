import JSZip from "jszip";
import { expect, test } from "vitest";
import { unpackedSize } from "../../../page/preview/unpacked-size.ts";

test("an archive tells what it unpacks to without being unpacked", async () => {
  const archive = new JSZip();
  archive.file("word/document.xml", "家".repeat(100_000));
  archive.file("a.xml", "12345");

  const packed = await archive.generateAsync({ type: "arraybuffer", compression: "DEFLATE", comment: "注" });

  expect(packed.byteLength).toBeLessThan(10_000);
  expect(unpackedSize(packed)).toEqual({ entries: 3, bytes: 300_005 });
});

test.each([new ArrayBuffer(0), new TextEncoder().encode("这不是压缩文件".repeat(100)).buffer])(
  "what is no archive cannot be shown",
  (bytes) => {
    expect(() => unpackedSize(bytes)).toThrow("无法预览");
  },
);

test("an archive cut off within its directory cannot be shown", async () => {
  const packed = await new JSZip().file("a.xml", "12345").generateAsync({ type: "uint8array" });
  const broken = packed.slice();
  broken[broken.length - 22 + 16] = 0xff;

  expect(() => unpackedSize(broken.buffer)).toThrow("无法预览");
});
