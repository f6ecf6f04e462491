import { deflateSync } from "node:zlib";
import QRCode from "qrcode";

/** A picture (PNG) of nothing but a QR code. */
export const pictureOf = (text: string): Promise<Buffer> => QRCode.toBuffer(text, { scale: 4 });

const MARGIN = 40;
/** A code of one and a half centimetres. */
const SIDE = 43;

/** Pages of A4, each with a QR code in the lower right corner, or empty. */
export const pdfOf = (...pages: readonly (string | undefined)[]): Buffer =>
  pdfWith([
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Kids[${pages.map((_, at) => `${3 + at * 2} 0 R`).join(" ")}]/Count ${pages.length}>>`,
    ...pages.flatMap((text, at) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${4 + at * 2} 0 R>>`,
      streamOf("", text === undefined ? "" : drawingOf(text)),
    ]),
  ]);

/** One page of these sides in points, all black. */
export const largePage = (width: number, height: number): Buffer =>
  pdfWith([
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Contents 4 0 R>>`,
    streamOf("", `0 0 ${width} ${height} re f`),
  ]);

/** A page of A4 with one picture of so many pixels a side, which packs a thousandfold. */
export const pictureBomb = (side: number): Buffer =>
  pdfWith([
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>",
    streamOf("", "595 0 0 842 0 0 cm /I Do"),
    streamOf(
      `/Type/XObject/Subtype/Image/Width ${side}/Height ${side}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode`,
      deflateSync(Buffer.alloc(side * side * 3)).toString("latin1"),
    ),
  ]);

const streamOf = (entries: string, content: string): string =>
  `<<${entries}/Length ${content.length}>>stream\n${content}\nendstream`;

function pdfWith(objects: readonly string[]): Buffer {
  const parts = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`);
  const head = "%PDF-1.4\n";
  const offsets = parts.map((_, at) => head.length + parts.slice(0, at).join("").length);
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const xref = `xref\n0 ${parts.length + 1}\n0000000000 65535 f \n${table}`;
  const end = `trailer<</Size ${parts.length + 1}/Root 1 0 R>>\nstartxref\n${head.length + parts.join("").length}\n%%EOF`;
  return Buffer.from(`${head}${parts.join("")}${xref}${end}`, "latin1");
}

function drawingOf(text: string): string {
  const { size, data } = QRCode.create(text, {}).modules;
  const module = SIDE / size;
  return Array.from(data, (dark, at) => ({ dark, column: at % size, row: Math.floor(at / size) }))
    .filter(({ dark }) => dark !== 0)
    .map(({ column, row }) => {
      const x = 595 - MARGIN - SIDE + column * module;
      const y = MARGIN + SIDE - (row + 1) * module;
      return `${x.toFixed(3)} ${y.toFixed(3)} ${module.toFixed(3)} ${module.toFixed(3)} re f`;
    })
    .join("\n");
}
