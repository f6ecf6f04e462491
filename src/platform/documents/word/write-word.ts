import type * as Docx from "docx";
import { allWritable } from "../writable.ts";
import { FONT_TABLE } from "./font-table.ts";
import { asPart, type PackageParts, packed, partsOf, textOf } from "./package-parts.ts";
import { withRareCharacters } from "./rare-characters.ts";
import type {
  WordBlockSpec,
  WordCellSpec,
  WordParagraphSpec,
  WordSectionSpec,
  WordSpec,
  WordTableSpec,
} from "./word-spec.ts";
import { A4, mm, OFFICIAL, ORDINARY, TWIPS_PER_POINT, type WordStyle } from "./word-style.ts";

/** What every part of a document is written with. */
interface Writer {
  docx: typeof Docx;
  style: WordStyle;
}

const DOCUMENT = "word/document.xml";
/** In twips, so that 28 characters of 三号 fit into a line of 156 mm. */
const CLOSER = -5;
/** What text has that says nothing else; its size in points, outside official documents. */
const USUAL_FONT = "仿宋_GB2312";
const USUAL_SIZE = 12;
/** Distance of lines in points, so that 800 characters of a statement fit into their box. */
const TEXT_LINE = 17;
/** In small cells, so that ten rows of two lines fit on a landscape page. */
const SMALL_LINE = 13;

/** Writes a Word document (docx); equal specs give equal bytes. */
export async function writeWord(given: WordSpec): Promise<Buffer> {
  const spec = allWritable(given);
  const docx = await import("docx");
  const style = spec.isOfficial ? OFFICIAL : ORDINARY;
  const size = (spec.isOfficial ? style.looks.body.size : USUAL_SIZE) * 2;
  const document = new docx.Document({
    creator: spec.author,
    lastModifiedBy: spec.author,
    ...(spec.isOfficial ? { evenAndOddHeaderAndFooters: true } : {}),
    styles: {
      default: { document: { run: { font: fontOf(USUAL_FONT), size, language: { eastAsia: "zh-CN" } } } },
      // The grid counts from the size of this style; LibreOffice does not look further.
      ...(spec.isOfficial
        ? { paragraphStyles: [{ id: "Normal", name: "Normal", quickFormat: true, run: { size } }] }
        : {}),
    },
    sections: spec.sections.map((section) => sectionOf({ docx, style }, section)),
  });
  const parts = withFonts(partsOf(await docx.Packer.toBuffer(document)));
  return packed(spec.isOfficial ? offGrid(parts) : parts, spec.at);
}

const STYLES = "word/styles.xml";

/**
 * The grid is stated, and its lines and characters come from exact distances: programs differ in how they set a character
 * that is wider than its cell, and 三号 is.
 */
function offGrid(parts: PackageParts): PackageParts {
  const off = '<w:pPrDefault><w:pPr><w:snapToGrid w:val="0"/></w:pPr></w:pPrDefault>';
  return { ...parts, [STYLES]: asPart(textOf(parts, STYLES).replace("<w:pPrDefault/>", off)) };
}

function withFonts(parts: PackageParts): PackageParts {
  const document = withRareCharacters(textOf(parts, DOCUMENT), USUAL_FONT);
  return { ...parts, [DOCUMENT]: asPart(document), "word/fontTable.xml": asPart(FONT_TABLE) };
}

const fontOf = (name: string) => ({
  ascii: "Times New Roman",
  hAnsi: "Times New Roman",
  eastAsia: name,
  hint: "eastAsia" as const,
});

function sectionOf(writer: Writer, section: WordSectionSpec): Docx.ISectionOptions {
  const { docx, style } = writer;
  const { footer, paper, start } = section;
  const { left, right, top, bottom, footer: fromEdge } = style.margins;
  const margin = { left: mm(left), right: mm(right), top: mm(top), bottom: mm(bottom), footer: mm(fromEdge) };
  return {
    properties: {
      ...(style.grid ? { grid: gridOf(writer, style.grid) } : {}),
      type: start === "oddPage" ? docx.SectionType.ODD_PAGE : docx.SectionType.NEXT_PAGE,
      page: {
        size: {
          width: mm(A4.short),
          height: mm(A4.long),
          orientation: paper === "landscape" ? docx.PageOrientation.LANDSCAPE : docx.PageOrientation.PORTRAIT,
        },
        margin,
        ...(section.countsFrom1 ? { pageNumbers: { start: 1 } } : {}),
      },
    },
    ...(footer ? { footers: { default: footerOf(writer, section, footer) } } : {}),
    ...(style.grid ? { footers: pageNumbersOf(writer) } : {}),
    children: section.blocks.map((block) => blockOf(writer, block)),
  };
}

/** The grid of an official document. Word counts a character's width from the usual size, in 4096ths of a point. */
const gridOf = ({ docx, style }: Writer, { line, character }: NonNullable<WordStyle["grid"]>) => ({
  type: docx.DocumentGridType.LINES_AND_CHARS,
  linePitch: Math.round(line * TWIPS_PER_POINT),
  charSpace: Math.round((character - style.looks.body.size) * 4096),
});

const PAGE_NUMBER = { font: "宋体", size: 14 };

/** 「— 1 —」, on the outer side: on odd pages on the right, on even ones on the left, one character inwards. */
function pageNumbersOf({ docx }: Writer): { default: Docx.Footer; even: Docx.Footer } {
  const onSide = (side: "left" | "right") => {
    const inwards = PAGE_NUMBER.size * TWIPS_PER_POINT;
    const { CURRENT } = docx.PageNumber;
    const run = new docx.TextRun({
      ...{ children: ["— ", CURRENT, " —"], size: PAGE_NUMBER.size * 2 },
      font: { ascii: PAGE_NUMBER.font, hAnsi: PAGE_NUMBER.font, eastAsia: PAGE_NUMBER.font },
    });
    const indent = side === "right" ? { right: inwards } : { left: inwards };
    const alignment = alignmentOf({ docx }, side);
    return new docx.Footer({ children: [new docx.Paragraph({ alignment, indent, children: [run] })] });
  };
  return { default: onSide("right"), even: onSide("left") };
}

/** Of a footer with a picture, the cell that holds it, in millimetres. */
const FOOTER_PICTURE = 20;

function footerOf(
  { docx, style: { looks, margins } }: Writer,
  { paper }: WordSectionSpec,
  { lines, picture, numbered }: NonNullable<WordSectionSpec["footer"]>,
): Docx.Footer {
  const { size, font } = looks.small;
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
    {
      children: paragraphs,
      width: A4[paper === "landscape" ? "long" : "short"] - margins.left - margins.right - FOOTER_PICTURE,
    },
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

function blockOf(writer: Writer, block: WordBlockSpec): Docx.Paragraph | Docx.Table {
  return block.kind === "table" ? tableOf(writer, block) : paragraphOf(writer, block);
}

function paragraphOf({ docx, style }: Writer, paragraph: WordParagraphSpec): Docx.Paragraph {
  const { text, look, align, before = 0, indent = {}, keepsWithNext } = paragraph;
  const { font, size } = style.looks[look];
  const { first = style.indented.has(look) ? 2 : 0, rest = 0, right } = indent;
  const character = style.grid?.character ?? size;
  const chars = (count: number) => Math.round(count * character * TWIPS_PER_POINT);
  return new docx.Paragraph({
    alignment: alignmentOf({ docx }, align ?? (look === "title" || look === "subtitle" ? "center" : "left")),
    ...(keepsWithNext ? { keepNext: true } : {}),
    spacing: {
      before: mm(before),
      ...(style.exact.has(look)
        ? { line: Math.round(style.line * TWIPS_PER_POINT), lineRule: docx.LineRuleType.EXACT }
        : {}),
    },
    indent: {
      ...(rest === 0 ? {} : { left: chars(rest) }),
      ...(first > rest ? { firstLine: chars(first - rest) } : {}),
      ...(first < rest ? { hanging: chars(rest - first) } : {}),
      ...(right === undefined ? {} : { right: chars(right) }),
    },
    ...(text.includes("\t") ? { tabStops: [rightEdge({ docx, style }, chars(right ?? 0))] } : {}),
    children: text.split("\n").map(
      (line, at) =>
        new docx.TextRun({
          children: line.split("\t").flatMap((part, piece) => (piece === 0 ? [part] : [new docx.Tab(), part])),
          ...{ size: size * 2, font: fontOf(font), break: at === 0 ? 0 : 1 },
          ...(style.grid && size === style.looks.body.size ? { characterSpacing: CLOSER } : {}),
        }),
    ),
  });
}

/** What follows a tab ends at the right edge of the text. */
const rightEdge = ({ docx, style: { margins } }: Writer, inwards: number) => ({
  type: docx.TabStopType.RIGHT,
  position: mm(A4.short - margins.left - margins.right) - inwards,
});

const alignmentOf = ({ docx: { AlignmentType } }: Pick<Writer, "docx">, align: "left" | "center" | "right") =>
  ({ left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT })[align];

function tableOf(writer: Writer, table: WordTableSpec): Docx.Table {
  const { docx } = writer;
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
          children: cells.map((cell, at) => cellOf(writer, cell, { table, at })),
        }),
    ),
  });
}

function cellOf(
  { docx, style }: Writer,
  cell: WordCellSpec,
  { table, at }: { table: WordTableSpec; at: number },
): Docx.TableCell {
  const { font, size } = style.looks[cell.look];
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
          alignment: alignmentOf({ docx }, cell.align ?? (cell.look === "label" ? "center" : "left")),
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
