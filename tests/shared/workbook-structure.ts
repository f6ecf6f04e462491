import { strFromU8, unzipSync } from "fflate";
import { lineWidth } from "../../src/platform/documents/header-lines.ts";

/** What a workbook of ours may not be: read from the package's XML, not by the library that wrote it. */
export function workbookFaults(bytes: Uint8Array): string[] {
  const parts = unzipSync(bytes);
  const text = (name: string): string => (parts[name] ? strFromU8(parts[name]) : "");
  const strings = [...text("xl/sharedStrings.xml").matchAll(/<si>(?<si>[\s\S]*?)<\/si>/gu)].map(({ groups }) =>
    [...(groups?.si ?? "").matchAll(/<t[^>]*>(?<t>[\s\S]*?)<\/t>/gu)]
      .map((one) => unescaped(one.groups?.t ?? ""))
      .join(""),
  );
  const formats = formatsOf(text("xl/styles.xml"));
  const names = Object.keys(parts).filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/u.test(name));
  return names.flatMap((name, at) => {
    const sheet = readSheet(text(name), strings, formats);
    return faultsOf(sheet, text(name), { printTitles: titlesOf(text("xl/workbook.xml"), at) }).map(
      (fault) => `${name}: ${fault}`,
    );
  });
}

/** Whether the file is one of ours: written at the time that its zip states, and not changed since. */
export function isOurWorkbook(bytes: Uint8Array): boolean {
  const [zipYear] = [((((bytes[13] ?? 0) << 8) | (bytes[12] ?? 0)) >> 9) + 1980];
  return zipYear !== new Date().getFullYear();
}

export interface Cell {
  text: string;
  /** `s`: text. */
  kind: "s" | "n" | "f";
  format: string;
  row: number;
  column: number;
}

interface Sheet {
  cells: readonly Cell[];
  widths: readonly number[];
  /** Number of the row below which the panes are frozen: the header. */
  header: number;
}

const unescaped = (xml: string): string =>
  xml
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll("&amp;", "&");

/** Formats of cells by the number of their style. */
function formatsOf(styles: string): string[] {
  const own = new Map(
    [...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/gu)].map(([, id = "", code = ""]) => [
      id,
      unescaped(code),
    ]),
  );
  const cellFormats = /<cellXfs[^>]*>(?<all>[\s\S]*?)<\/cellXfs>/u.exec(styles)?.groups?.all ?? "";
  return [...cellFormats.matchAll(/<xf [^>]*numFmtId="(\d+)"/gu)].map(
    ([, id = ""]) => own.get(id) ?? BUILT_IN[id] ?? id,
  );
}

const BUILT_IN: Readonly<Record<string, string>> = { "0": "General", "1": "0", "49": "@" };

function readSheet(xml: string, strings: readonly string[], formats: readonly string[]): Sheet {
  const cells = [...xml.matchAll(/<c r="([A-Z]+)(\d+)"(?<rest>[^>]*?)(?:\/>|>(?<inside>[\s\S]*?)<\/c>)/gu)].flatMap(
    ({ 1: letters = "", 2: row = "", groups: { rest = "", inside = "" } = {} }): Cell[] => {
      if (inside === "") return [];
      const kind = inside.includes("<f") ? "f" : rest.includes('t="s"') ? "s" : "n";
      const value = /<v>(?<v>[\s\S]*?)<\/v>/u.exec(inside)?.groups?.v ?? "";
      const format = formats[Number(/ s="(\d+)"/u.exec(rest)?.[1] ?? 0)] ?? "";
      const text = kind === "s" ? (strings[Number(value)] ?? "") : value;
      return [{ text, kind, format, row: Number(row), column: columnOf(letters) }];
    },
  );
  const widths: number[] = [];
  for (const [, min = "1", max = "1", width = "0"] of xml.matchAll(/<col min="(\d+)" max="(\d+)" width="([\d.]+)"/gu))
    for (let at = Number(min); at <= Number(max); at += 1) widths[at] = Number(width);
  return { cells, widths, header: Number(/<pane [^>]*ySplit="(\d+)"/u.exec(xml)?.[1] ?? 0) };
}

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

function titlesOf(workbook: string, at: number): string {
  const name = new RegExp(`<definedName name="_xlnm.Print_Titles" localSheetId="${at}"[^>]*>([^<]*)<`, "u");
  return name.exec(workbook)?.[1] ?? "";
}

/** Columns that hold figures. */
const FIGURES = /(?:总分|得分|分数|分值|满分|核验分|初评分|份数|名次|序号|（个）|（%）)$/u;
/** Filled in by people, in their words. */
const THEIRS = /回复日期|考核分/u;

function faultsOf({ cells, widths, header }: Sheet, xml: string, { printTitles }: { printTitles: string }): string[] {
  const headers = new Map(cells.filter(({ row }) => row === header).map((cell) => [cell.column, cell.text]));
  const below = cells.filter(({ row, column }) => row > header && (headers.has(column) || headers.size === 0));
  return [
    ...(header > 0 && /<pane [^>]*state="frozen"/u.test(xml) ? [] : ["no frozen header"]),
    ...(headers.size > 0 ? [] : ["no header in the last frozen row"]),
    ...(printTitles.endsWith(`$${header}`) ? [] : [`the header is not printed on every page: ${printTitles}`]),
    ...(/<pageSetup [^>]*paperSize="9"/u.test(xml) ? [] : ["not on A4"]),
    ...(/fitToHeight="[01]"/u.test(xml) || /<rowBreaks|scale="/u.test(xml)
      ? []
      : ["does not fit the width of its paper"]),
    ...(/<oddFooter>[^<]*&amp;P/u.test(xml) ? [] : ["no page numbers"]),
    ...[...headers].flatMap(([column, text]) => headerFaults(text, widths[column] ?? 0)),
    ...below.flatMap((cell) => cellFaults(cell, headers.get(cell.column) ?? "")),
  ];
}

const headerFaults = (text: string, width: number): string[] => [
  ...(width > 0 ? [] : [`“${text}” has no width`]),
  ...text
    .split("\n")
    .filter((line) => /[（(]/u.test(line) && lineWidth(line) > width - 1)
    .map((line) => `the brackets of “${line}” are torn at a width of ${width}`),
];

function cellFaults({ text, kind, format, row }: Cell, header: string): string[] {
  const where = `“${text.slice(0, 20)}” under “${header}”, row ${row}`;
  if (kind === "f") return [`${where} is a formula`];
  if (kind === "n") {
    if (/^[A-Za-z]/u.test(format) || format === "0" || format.includes("yyyy")) return [];
    return [`${where}: a number in the format ${format}`];
  }
  return [
    ...(format === "@" ? [] : [`${where}: a text in the format ${format}`]),
    ...(/^-?\d+(?:\.\d+)?$/u.test(text) && FIGURES.test(header) ? [`${where}: a number as text`] : []),
    ...(/^\d{1,2}月\d{1,2}日(?:（周.）)?(?: ?\d{1,2}:\d{2})?$/u.test(text) && !THEIRS.test(header)
      ? [`${where}: a date without its year`]
      : []),
    ...(/^\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?$/u.test(text) && !THEIRS.test(header) ? [`${where}: a date as text`] : []),
  ];
}
