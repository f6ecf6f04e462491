import validate from "@ooxml-tools/validate";

/**
 * Where an Office file breaks its schema: the Open XML SDK's, compiled to WebAssembly, for every part of the package.
 * @returns a sentence a fault, with its place
 */
export async function schemaFaults(bytes: Uint8Array, format: "docx" | "xlsx"): Promise<string[]> {
  const faults = await validate(new Uint8Array(bytes), format);
  return faults
    .filter(({ path }) => !(path.partUri === "/xl/styles.xml" && path.xpath === LIBRARYS_FONT))
    .map(({ description, path }) => `${path.partUri} ${path.xpath}: ${description}`);
}

/** exceljs' own default font, which no cell has: its properties stand in another order than Excel's; all programs read it. */
const LIBRARYS_FONT = "/x:styleSheet[1]/x:fonts[1]/x:font[1]";
