import { strFromU8, unzipSync } from "fflate";

const attribute = (xml: string, element: string, name: string): string | undefined =>
  new RegExp(`<w:${element} [^>]*w:${name}="([^"]*)"`, "u").exec(xml)?.[1];
const all = (xml: string, element: string): string[] =>
  [...xml.matchAll(new RegExp(`<w:${element}(?: [^>]*)?>[\\s\\S]*?</w:${element}>`, "gu"))].map(([one]) => one);
const told = (words: readonly (string | undefined | false)[]): string => words.filter(Boolean).join(" ");

/**
 * How a Word document is built, a line each: sections with paper, margins, grid and footers; paragraphs with font, size in
 * points, distance of lines in twips, place and words; tables with the widths of their columns in twips, and rows.
 */
export function wordOutline(bytes: Uint8Array): string {
  const parts = unzipSync(bytes);
  const document = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
  const footers = Object.keys(parts).filter((name) => /^word\/footer\d+\.xml$/u.test(name));
  const body = /<w:body>([\s\S]*)<\/w:body>/u.exec(document)?.[1] ?? "";
  const blocks = [
    ...body.matchAll(/<w:tbl>[\s\S]*?<\/w:tbl>|<w:p(?: [^>]*)?>[\s\S]*?<\/w:p>|<w:sectPr[\s\S]*?<\/w:sectPr>/gu),
  ];
  return [...blocks.flatMap(([xml]) => linesOf(xml)), `footers: ${footers.length}`].join("\n");
}

function linesOf(xml: string): string[] {
  if (xml.startsWith("<w:tbl>")) return tableLines(xml);
  if (xml.startsWith("<w:sectPr")) return [sectionLine(xml)];
  const section = /<w:sectPr[\s\S]*?<\/w:sectPr>/u.exec(xml)?.[0];
  const text = textOf(xml);
  return section && text === ""
    ? [sectionLine(section)]
    : [paragraphLine(xml), ...(section ? [sectionLine(section)] : [])];
}

const textOf = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(tab|br)\/>/gu)]
    .map(([, text, sign]) => text ?? (sign === "tab" ? "→" : "↵"))
    .join("");

function paragraphLine(xml: string): string {
  const place = ["left", "right", "firstLine", "hanging"].map((name) => {
    const value = attribute(xml, "ind", name);
    return value === undefined ? undefined : `${name} ${value}`;
  });
  const size = attribute(xml, "sz", "val");
  const line = attribute(xml, "spacing", "line");
  return told([
    attribute(xml, "rFonts", "eastAsia"),
    size !== undefined && `${Number(size) / 2}pt`,
    line !== undefined && `line ${line} ${attribute(xml, "spacing", "lineRule")}`,
    attribute(xml, "jc", "val"),
    ...place,
    xml.includes("<w:keepNext/>") && "with next",
    `「${textOf(xml)}」`,
  ]);
}

const sectionLine = (xml: string): string =>
  told([
    `SECTION ${attribute(xml, "pgSz", "w")}×${attribute(xml, "pgSz", "h")} ${attribute(xml, "pgSz", "orient")}`,
    `margins ${["top", "right", "bottom", "left"].map((side) => attribute(xml, "pgMar", side)).join(" ")}`,
    xml.includes("<w:docGrid") &&
      `grid ${["type", "linePitch", "charSpace"].map((name) => attribute(xml, "docGrid", name)).join(" ")}`,
    `${[...xml.matchAll(/<w:footerReference/gu)].length} footers`,
  ]);

function tableLines(xml: string): string[] {
  const columns = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/gu)].map(([, width]) => width);
  return [
    `TABLE ${columns.join(" ")}`,
    ...all(xml, "tr").map((row) => {
      const cells = all(row, "tc").map((cell) =>
        told([
          attribute(cell, "gridSpan", "val") && `${attribute(cell, "gridSpan", "val")} columns`,
          cell.includes("<w:vMerge") && "merged down",
          ...all(cell, "p").map(paragraphLine),
        ]),
      );
      return `  ${told([row.includes("<w:tblHeader/>") && "HEADER", row.includes("<w:cantSplit/>") && "whole"])} ${cells.join(" | ")}`;
    }),
  ];
}
