import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { withMemoryLimit } from "../../../src/platform/documents/scan/memory-limit.ts";

/** Exports a memory of one page (64 KiB) that may grow to a hundred. */
const MODULE = new Uint8Array(Buffer.from("0061736d01000000" + "050401010164" + "07050101610200", "hex"));

async function memoryOf(wasm: Uint8Array<ArrayBuffer>): Promise<WebAssembly.Memory> {
  const { instance } = await WebAssembly.instantiate(wasm);
  return instance.exports.a as WebAssembly.Memory;
}

describe("the memory of a WebAssembly module", () => {
  test("grows to the limit and not beyond", async () => {
    const memory = await memoryOf(withMemoryLimit(MODULE, 2));

    expect(memory.grow(31)).toBe(1);
    expect(() => memory.grow(1)).toThrow(RangeError);
    expect(memory.buffer.byteLength).toBe(2 * 1024 * 1024);
  });

  test("is never less than the module begins with", async () => {
    expect((await memoryOf(withMemoryLimit(MODULE, 0))).buffer.byteLength).toBe(64 * 1024);
  });

  test.each(["@hyzyla/pdfium/pdfium.wasm", "zxing-wasm/reader/zxing_reader.wasm"])("of %s can be limited", (file) => {
    const wasm = readFileSync(fileURLToPath(import.meta.resolve(file)));

    expect(WebAssembly.validate(withMemoryLimit(wasm, 256))).toBe(true);
  });

  test("cannot be limited where it comes from outside", () => {
    expect(() => withMemoryLimit(Buffer.from("0061736d01000000", "hex"), 1)).toThrow("cannot be limited");
  });
});
