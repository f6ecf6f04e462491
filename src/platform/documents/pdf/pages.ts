import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** How many pages a PDF has. @throws if it cannot be read */
export async function pagesOf(pdf: Uint8Array): Promise<number> {
  const { PDFiumLibrary } = await import("@hyzyla/pdfium");
  const wasm = await readFile(fileURLToPath(import.meta.resolve("@hyzyla/pdfium/pdfium.wasm")));
  const library = await PDFiumLibrary.init({ wasmBinary: Uint8Array.from(wasm).buffer });
  try {
    return (await library.loadDocument(pdf)).getPageCount();
  } finally {
    library.destroy();
  }
}
