import type { OpenedFile } from "../../../platform/documents/open/opened-file.ts";
import type { SheetContent } from "../../../platform/documents/read-workbook.ts";
import type { WordBlock, WordDocument } from "../../../platform/documents/word/word-document.ts";
import type { Definition } from "../../definition/definition.ts";
import { type Form, fieldFor } from "../../definition/purposes.ts";
import { readCheckNumber } from "../check-number.ts";
import { type Labels, labelsFor } from "./labels.ts";
import { type FormReading, readDocument } from "./read-document.ts";
import { type RowsReading, readRows } from "./read-rows.ts";
import { segmentsOf } from "./segments.ts";

/** What a received file turns out to be. */
export type Recognised =
  | {
      kind: "form";
      reading: FormReading;
      /** 校验号 in the footer of a form that we printed. */
      checkNumber: string | undefined;
    }
  | { kind: "rows"; reading: RowsReading; formulas: number }
  | { kind: "problem"; problem: "twoForms" | "otherCampaign" | "otherYear" };

/** A form has this part of the fields' labels, and at least so many. */
const PART = 0.3;
const FEWEST = 3;
/** Above the first label. */
const HEAD_BLOCKS = 40;
const TITLE = /[\p{Script=Han}\d“”"《》‘’（）()·]{3,40}?(?:申报表|推荐表|申请表|登记表)/gu;
const QUOTES = /[“”"《》‘’「」\s\u3000]/gu;
const NUMBER = /校验号[：:]?\s*([\d０-９\-–—\s]+)/u;

/** Undefined for a file that is no form of this campaign's. */
export function recognise(opened: OpenedFile, definition: Definition, form: Form): Recognised | undefined {
  const labels = labelsFor(definition, form);
  if (opened.kind === "workbook") return inSheets(opened.workbook.sheets, { definition, form, labels });
  if (opened.kind !== "word") return undefined;
  return inDocument(opened.document, { definition, form, labels });
}

interface Known {
  definition: Definition;
  form: Form;
  labels: Labels;
}

function inDocument(document: WordDocument, known: Known): Recognised | undefined {
  const { definition, form, labels } = known;
  for (const block of document.blocks) {
    const reading = block.kind === "table" ? rowsIn(cellTexts(block), known) : undefined;
    if (reading) return { kind: "rows", reading, formulas: 0 };
  }
  const reading = readDocument(document, form, labels);
  const enough = Math.max(FEWEST, Math.ceil(form.fields.length * PART));
  if (reading.seen.size < enough) return undefined;
  const problem = titleProblem(headOf(document.blocks, labels), definition, form);
  if (problem) return { kind: "problem", problem };
  if (isTwice(reading, form)) return { kind: "problem", problem: "twoForms" };
  const number = NUMBER.exec(document.footers.join("\n"))?.[1];
  return { kind: "form", reading, checkNumber: number === undefined ? undefined : readCheckNumber(number) };
}

const cellTexts = (table: Extract<WordBlock, { kind: "table" }>): string[][] =>
  table.rows.map((row) => row.flatMap(({ paragraphs, span }) => [paragraphs.join(""), ...Array(span - 1).fill("")]));

function inSheets(sheets: readonly SheetContent[], known: Known): Recognised | undefined {
  for (const { rows, formulas = 0 } of sheets) {
    const reading = rowsIn(rows, known);
    if (reading) return { kind: "rows", reading, formulas };
  }
  return undefined;
}

function rowsIn(rows: SheetContent["rows"], { definition, form, labels }: Known): RowsReading | undefined {
  const names = [fieldFor(form, "name"), fieldFor(form, "projectName")].flatMap((field) => field?.key ?? []);
  const known = definition.recommendationList.columns.map(({ label }) => label);
  return readRows(rows, labels, { nameKeys: names, known });
}

/** Fields that stand on a form once, twice: the file holds two. */
function isTwice({ seen }: FormReading, form: Form): boolean {
  const once = form.fields.filter(({ key }) => !form.paper?.cover.includes(key));
  return once.filter(({ key }) => (seen.get(key) ?? 0) > 1).length > 1;
}

/** What stands above the first label: the cover's title. */
function headOf(blocks: readonly WordBlock[], labels: Labels): string {
  const lines: string[] = [];
  for (const block of blocks.slice(0, HEAD_BLOCKS)) {
    if (block.kind === "table" || segmentsOf(block.text, labels)) break;
    lines.push(block.text);
  }
  return lines.join("").replaceAll(/[\s\u3000]/gu, "");
}

function titleProblem(head: string, definition: Definition, form: Form): "otherCampaign" | "otherYear" | undefined {
  const { year, name, city } = definition.campaign;
  const years = [...head.matchAll(/(20\d\d)年度/gu)].map((match) => Number(match[1]));
  const own = form.title.replaceAll(QUOTES, "");
  const plain = head.replaceAll(QUOTES, "");
  if (!plain.includes(own)) {
    const titles = [...head.matchAll(TITLE)].map((match) => match[0].replaceAll(QUOTES, ""));
    const foreign = titles.filter((title) => {
      const ofCity = /([\p{Script=Han}]{2,3}市)/u.exec(title)?.[1];
      const otherCity = ofCity !== undefined && !ofCity.endsWith(city.name) && !city.name.endsWith(ofCity);
      return (own.includes(name) && title.length > name.length && !title.includes(name)) || otherCity;
    });
    if (foreign.length > 0 && foreign.length === titles.length) return "otherCampaign";
  }
  return years.length > 0 && !years.includes(year.value) ? "otherYear" : undefined;
}
