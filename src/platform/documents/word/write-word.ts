import type * as Docx from "docx";
import { packed, partsOf } from "./package-parts.ts";
import type { WordBlockSpec, WordCellSpec, WordLook, WordSectionSpec, WordSpec, WordTableSpec } from "./word-spec.ts";

type Library = typeof Docx;

/** In points. 方正小标宋简体 二号, 黑体 三号, 仿宋_GB2312. Fonts are not embedded. */
const LOOKS: Record<WordLook | WordCellSpec["look"], { font: string; size: number }> = {
  mark: { font: "黑体", size: 16 },
  title: { font: "方正小标宋简体", size: 22 },
  subtitle: { font: "楷体_GB2312", size: 16 },
  heading: { font: "黑体", size: 14 },
  body: { font: "仿宋_GB2312", size: 14 },
  plain: { font: "仿宋_GB2312", size: 14 },
  small: { font: "仿宋_GB2312", size: 10.5 },
  label: { font: "黑体", size: 12 },
  value: { font: "仿宋_GB2312", size: 12 },
  text: { font: "仿宋_GB2312", size: 12 },
  hint: { font: "仿宋_GB2312", size: 10.5 },
};
/** Of a page and its margins, in millimetres. */
const A4 = { short: 210, long: 297 };
const MARGIN = { side: 25, top: 22, bottom: 22, footer: 8 };
const TWIPS_PER_MM = 1440 / 25.4;
const TWIPS_PER_POINT = 20;
/** Distance of lines in points, so that 800 characters of a statement fit into their box. */
const TEXT_LINE = 17;
/** In small cells, so that ten rows of two lines fit on a landscape page. */
const SMALL_LINE = 13;

const mm = (length: number): number => Math.round(length * TWIPS_PER_MM);

/** Writes a Word document (docx); equal specs give equal bytes. */
export async function writeWord(spec: WordSpec): Promise<Buffer> {
  const docx = await import("docx");
  const document = new docx.Document({
    creator: spec.author,
    lastModifiedBy: spec.author,
    styles: {
      default: { document: { run: { font: fontOf("仿宋_GB2312"), size: 24, language: { eastAsia: "zh-CN" } } } },
    },
    sections: spec.sections.map((section) => sectionOf(docx, section)),
  });
  return packed(partsOf(await docx.Packer.toBuffer(document)), spec.at);
}

const fontOf = (name: string) => ({
  ascii: "Times New Roman",
  hAnsi: "Times New Roman",
  eastAsia: name,
  hint: "eastAsia" as const,
});

function sectionOf(docx: Library, section: WordSectionSpec): Docx.ISectionOptions {
  const { footer, paper, start } = section;
  return {
    properties: {
      type: start === "oddPage" ? docx.SectionType.ODD_PAGE : docx.SectionType.NEXT_PAGE,
      page: {
        size: {
          width: mm(A4.short),
          height: mm(A4.long),
          orientation: paper === "landscape" ? docx.PageOrientation.LANDSCAPE : docx.PageOrientation.PORTRAIT,
        },
        margin: {
          left: mm(MARGIN.side),
          right: mm(MARGIN.side),
          top: mm(MARGIN.top),
          bottom: mm(MARGIN.bottom),
          footer: mm(MARGIN.footer),
        },
        ...(section.countsFrom1 ? { pageNumbers: { start: 1 } } : {}),
      },
    },
    ...(footer ? { footers: { default: footerOf(docx, section, footer) } } : {}),
    children: section.blocks.map((block) => blockOf(docx, block)),
  };
}

/** Of a footer with a picture, the cell that holds it, in millimetres. */
const FOOTER_PICTURE = 20;

function footerOf(
  docx: Library,
  { paper }: WordSectionSpec,
  { lines, picture, numbered }: NonNullable<WordSectionSpec["footer"]>,
): Docx.Footer {
  const { size, font } = LOOKS.small;
  const run = (text: string) => new docx.TextRun({ text, size: size * 2 - 3, font: fontOf(font) });
  const number = numbered
    ? [
        run("　第"),
        new docx.TextRun({ children: [docx.PageNumber.CURRENT], size: size * 2 - 3, font: fontOf(font) }),
        run("页"),
      ]
    : [];
  const paragraphs = lines.map(
    (text, at) => new docx.Paragraph({ children: at === 0 ? [run(text), ...number] : [run(text)] }),
  );
  if (picture === undefined) return new docx.Footer({ children: paragraphs });
  const cells = [
    { children: paragraphs, width: A4[paper === "landscape" ? "long" : "short"] - 2 * MARGIN.side - FOOTER_PICTURE },
    {
      children: [new docx.Paragraph({ alignment: docx.AlignmentType.RIGHT, children: [run(picture)] })],
      width: FOOTER_PICTURE,
    },
  ];
  const none = { style: docx.BorderStyle.NONE, size: 0, color: "auto" };
  return new docx.Footer({
    children: [
      new docx.Table({
        columnWidths: cells.map(({ width }) => mm(width)),
        layout: docx.TableLayoutType.FIXED,
        borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
        rows: [
          new docx.TableRow({
            children: cells.map(
              ({ children, width }) =>
                new docx.TableCell({
                  children,
                  width: { size: mm(width), type: docx.WidthType.DXA },
                  verticalAlign: docx.VerticalAlignTable.BOTTOM,
                }),
            ),
          }),
        ],
      }),
      // A footer ends with a paragraph.
      new docx.Paragraph({ spacing: { line: 20, lineRule: docx.LineRuleType.EXACT }, children: [] }),
    ],
  });
}

function blockOf(docx: Library, block: WordBlockSpec): Docx.Paragraph | Docx.Table {
  if (block.kind === "table") return tableOf(docx, block);
  const { text, look, align, before = 0 } = block;
  const { font, size } = LOOKS[look];
  return new docx.Paragraph({
    alignment: alignmentOf(docx, align ?? (look === "title" || look === "subtitle" ? "center" : "left")),
    spacing: {
      before: mm(before),
      ...(look === "body" ? { line: 28 * TWIPS_PER_POINT, lineRule: docx.LineRuleType.EXACT } : {}),
    },
    ...(look === "body" ? { indent: { firstLine: 2 * size * TWIPS_PER_POINT } } : {}),
    children: text
      .split("\n")
      .map((line, at) => new docx.TextRun({ text: line, size: size * 2, font: fontOf(font), break: at === 0 ? 0 : 1 })),
  });
}

const alignmentOf = ({ AlignmentType }: Library, align: "left" | "center" | "right") =>
  ({ left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT })[align];

function tableOf(docx: Library, table: WordTableSpec): Docx.Table {
  const line = { style: docx.BorderStyle.SINGLE, size: 6, color: "000000" };
  const none = { style: docx.BorderStyle.NONE, size: 0, color: "auto" };
  const border = table.lines === "form" ? line : none;
  return new docx.Table({
    alignment: docx.AlignmentType.CENTER,
    columnWidths: table.columns.map(mm),
    layout: docx.TableLayoutType.FIXED,
    width: { size: mm(table.columns.reduce((sum, width) => sum + width, 0)), type: docx.WidthType.DXA },
    borders: {
      ...{ top: border, bottom: border, left: border, right: border },
      ...{ insideHorizontal: border, insideVertical: border },
    },
    rows: table.rows.map(
      ({ cells, height, repeats, whole }) =>
        new docx.TableRow({
          ...(height === undefined ? {} : { height: { value: mm(height), rule: docx.HeightRule.ATLEAST } }),
          ...(repeats ? { tableHeader: true } : {}),
          ...(whole ? { cantSplit: true } : {}),
          children: cells.map((cell, at) => cellOf(docx, cell, { table, at })),
        }),
    ),
  });
}

function cellOf(
  docx: Library,
  cell: WordCellSpec,
  { table, at }: { table: WordTableSpec; at: number },
): Docx.TableCell {
  const { font, size } = LOOKS[cell.look];
  const isText = cell.look === "text";
  const isRuled = table.lines === "cover" && at > 0;
  const ruled = { bottom: { style: docx.BorderStyle.SINGLE, size: 6, color: "000000" } };
  return new docx.TableCell({
    ...(cell.span === undefined ? {} : { columnSpan: cell.span }),
    ...(cell.rows === undefined ? {} : { rowSpan: cell.rows }),
    ...(isRuled ? { borders: ruled } : {}),
    verticalAlign: cell.vertical === "top" ? docx.VerticalAlignTable.TOP : docx.VerticalAlignTable.CENTER,
    margins: { left: mm(1.5), right: mm(1.5), top: mm(0.5), bottom: mm(0.5) },
    children: cell.texts.map(
      (text) =>
        new docx.Paragraph({
          alignment: alignmentOf(docx, cell.align ?? (cell.look === "label" ? "center" : "left")),
          ...(isText
            ? {
                spacing: { line: TEXT_LINE * TWIPS_PER_POINT, lineRule: docx.LineRuleType.EXACT },
                indent: { firstLine: 2 * size * TWIPS_PER_POINT },
              }
            : {}),
          ...(cell.look === "small"
            ? { spacing: { line: SMALL_LINE * TWIPS_PER_POINT, lineRule: docx.LineRuleType.EXACT } }
            : {}),
          children: [new docx.TextRun({ text, size: size * 2, font: fontOf(font) })],
        }),
    ),
  });
}
