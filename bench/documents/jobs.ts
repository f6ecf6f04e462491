import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { drawPicture } from "../../src/platform/documents/picture/draw-picture.ts";
import { fillTemplate } from "../../src/platform/documents/word/fill-template.ts";
import { workbookBytes } from "../../src/platform/documents/workbook-bytes.ts";
import {
  AT,
  COLUMNS,
  copies,
  DISTRICTS,
  FORMS,
  formTemplate,
  isNumber,
  PICTURES,
  pictureSample,
  ROWS,
  textsOf,
  workbookSample,
} from "./samples.ts";

/** One kind of work, by us and by a peer; each loads its libraries, and then does it. */
export interface Work {
  what: string;
  peer: string;
  ours(): Promise<() => Promise<number>>;
  peers(): Promise<() => Promise<number>>;
}

/** What is made, by name; the work returns how many bytes were made. */
export const WORKS: Readonly<Record<string, Work>> = {
  workbook: {
    what: `workbook of ${ROWS} × ${COLUMNS}`,
    peer: "exceljs, streaming",
    async ours() {
      const spec = workbookSample();
      return async () => (await workbookBytes(spec)).length;
    },
    peers: streamedWorkbook,
  },
  forms: {
    what: `${FORMS} forms in one file`,
    peer: "docxtemplater, repeating",
    async ours() {
      const template = await formTemplate();
      return async () => fillTemplate(template, copies(FORMS), AT).length;
    },
    peers: repeatedForms,
  },
  pictures: {
    what: `${PICTURES} pictures`,
    peer: "resvg",
    async ours() {
      await drawPicture(pictureSample(0));
      return () => each(PICTURES, async (at) => (await drawPicture(pictureSample(at))).length);
    },
    peers: renderedPictures,
  },
};

async function each(count: number, make: (at: number) => Promise<number>): Promise<number> {
  let bytes = 0;
  for (let at = 0; at < count; at += 1) bytes += await make(at);
  return bytes;
}

/** With the borders, font and formats that ours have. */
async function streamedWorkbook() {
  const { default: ExcelJS } = await import("exceljs");
  const [sheet] = workbookSample().sheets;
  return async () => {
    const folder = await mkdtemp(join(tmpdir(), "jiayuan-bench-"));
    const filename = join(folder, "peer.xlsx");
    const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename, useStyles: true, useSharedStrings: true });
    const written = book.addWorksheet("表");
    const line = { style: "thin" } as const;
    written.columns = Array.from({ length: COLUMNS }, (_, at) => ({
      width: 14,
      style: {
        font: { name: "仿宋_GB2312", size: 12 },
        border: { top: line, left: line, bottom: line, right: line },
        numFmt: isNumber(at) ? "General" : "@",
      },
    }));
    for (const row of sheet?.rows ?? []) written.addRow([...row]).commit();
    await book.commit();
    const { size } = await stat(filename);
    await rm(folder, { recursive: true });
    return size;
  };
}

async function repeatedForms() {
  const { default: Docxtemplater } = await import("docxtemplater");
  const { default: PizZip } = await import("pizzip");
  const template = await formTemplate(["{{#份}}", "{{/份}}"]);
  return async () => {
    const document = new Docxtemplater(new PizZip(template), {
      ...{ delimiters: { start: "{{", end: "}}" }, paragraphLoop: true, linebreaks: true },
    });
    document.render({ 份: Array.from({ length: FORMS }, (_, form) => Object.fromEntries(textsOf(form))) });
    return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" }).length;
  };
}

/** The same words and bars with the same font. */
async function renderedPictures() {
  const { Resvg } = await import("@resvg/resvg-js");
  const font = fileURLToPath(new URL("../fonts/NotoSansHans-Regular.otf", import.meta.resolve("@embedpdf/fonts-sc")));
  const options = { font: { fontFiles: [font], loadSystemFonts: false, defaultFontFamily: "Noto Sans Hans" } };
  const render = (at: number): number => new Resvg(svgOf(at), options).render().asPng().length;
  render(0);
  return () => each(PICTURES, async (at) => render(at));
}

const svgOf = (at: number): string => {
  const rows = DISTRICTS.map(
    (name, row) =>
      `<text x="64" y="${200 + row * 120}" font-size="40">${name}</text>` +
      `<rect x="220" y="${170 + row * 120}" width="${(row + 1) * 130}" height="30" rx="6" fill="#2f6fb5"/>` +
      `<text x="220" y="${245 + row * 120}" font-size="34">申报${row + 1}个</text>`,
  );
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" width="1080" height="960" font-family="Noto Sans Hans">' +
    `<rect width="1080" height="960" fill="#f6f6f3"/>` +
    `<text x="300" y="100" font-size="46">办理进度（第${at}幅）</text>${rows.join("")}</svg>`
  );
};
