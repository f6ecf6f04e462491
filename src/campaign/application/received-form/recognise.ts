import { cellText } from "../../../platform/conversation/answers/read-cells.ts";
import { plainAnswer } from "../../../platform/conversation/plain.ts";
import type { OpenedFile } from "../../../platform/documents/open/opened-file.ts";
import type { SheetContent } from "../../../platform/documents/read-workbook.ts";
import { cellTexts, type WordBlock, type WordDocument } from "../../../platform/documents/word/word-document.ts";
import type { Definition } from "../../definition/definition.ts";
import { type Form, fieldFor } from "../../definition/purposes.ts";
import { templates } from "../../definition/wording.ts";
import { numbersPrinted, readCheckNumber } from "../check-number.ts";
import { type Labels, labelsFor } from "./labels.ts";
import { type FormReading, readDocument } from "./read-document.ts";
import { type RowsReading, readRows } from "./read-rows.ts";
import { segmentsOf } from "./segments.ts";
import { titleProblem } from "./title-problem.ts";

/** What a received file turns out to be. */
export type Recognised =
  | {
      kind: "form";
      reading: FormReading;
      /** 校验号 in the footer of a form that we printed. */
      checkNumber: string | undefined;
    }
  | {
      kind: "rows";
      reading: RowsReading;
      formulas: Formulas;
      /** 校验号 on a list that we printed, one for each district. */
      numbers: readonly string[];
    }
  | {
      kind: "problem";
      problem: "twoForms" | "emptyTable" | "otherCampaign" | "otherYear" | "otherCampaignTable" | "otherYearTable";
    }
  /** Cases that stand in several rows of a table. */
  | { kind: "twice"; names: readonly string[] };

/** Cells with a formula; `empty`: those that hold no result. */
export interface Formulas {
  all: number;
  empty: number;
}

/** A form has this part of the fields' labels, and at least so many. */
const PART = 0.3;
const FEWEST = 3;
/** Above the first label. */
const HEAD_BLOCKS = 40;
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
  const above: string[] = [];
  const found: RowsReading[] = [];
  for (const block of document.blocks) {
    const reading = block.kind === "table" ? rowsIn(cellTexts(block), known) : undefined;
    if (reading) found.push(reading);
    else if (found.length === 0 && block.kind === "paragraph") above.push(block.text);
  }
  if (found.length > 0) {
    const numbers = numbersPrinted(document.footers.join("\n"));
    return tableOf(found, { known, above: above.join(""), formulas: { all: 0, empty: 0 }, numbers });
  }
  const reading = readDocument(document, form, labels);
  const enough = Math.max(FEWEST, Math.ceil(form.fields.length * PART));
  if (reading.seen.size < enough) return undefined;
  const problem = titleProblem(headOf(document.blocks, labels), definition, [form.title]);
  if (problem) return { kind: "problem", problem };
  if (isTwice(reading, form)) return { kind: "problem", problem: "twoForms" };
  const number = NUMBER.exec(document.footers.join("\n"))?.[1];
  return { kind: "form", reading, checkNumber: number === undefined ? undefined : readCheckNumber(number) };
}

/** All sheets of the kind: another page of the list, or another street's. */
function inSheets(sheets: readonly SheetContent[], known: Known): Recognised | undefined {
  const found: RowsReading[] = [];
  const formulas: Formulas = { all: 0, empty: 0 };
  const numbers: string[] = [];
  for (const sheet of sheets) {
    const reading = rowsIn(sheet.rows, known);
    if (!reading) continue;
    found.push(reading);
    numbers.push(...sheet.rows.flatMap((cells) => numbersPrinted(cellText(cells[0]))));
    formulas.all += sheet.formulas ?? 0;
    formulas.empty += sheet.emptyFormulas ?? 0;
  }
  return found.length === 0 ? undefined : tableOf(found, { known, above: "", formulas, numbers });
}

interface AroundTables {
  known: Known;
  above: string;
  formulas: Formulas;
  numbers: readonly string[];
}

/** The tables of a file as one. */
function tableOf(
  found: readonly RowsReading[],
  { known: { definition, form }, above, formulas, numbers }: AroundTables,
): Recognised {
  const { year, city } = definition.campaign;
  const { title } = definition.recommendationList;
  const own = [form.title, String(templates.parseAndRenderSync(title, { year: year.value, city: city.name }))];
  for (const head of [above, ...found.map((reading) => reading.above)]) {
    const problem = titleProblem(head.replaceAll(/[\s\u3000]/gu, ""), definition, own);
    if (problem) return { kind: "problem", problem: `${problem}Table` };
  }
  const reading: RowsReading = {
    entries: found.flatMap(({ entries }) => entries),
    present: [...new Set(found.flatMap(({ present }) => present))],
    unknown: [...new Set(found.flatMap(({ unknown }) => unknown))],
    above,
  };
  if (reading.entries.length === 0) return { kind: "problem", problem: "emptyTable" };
  const names = namedTwice(reading, form);
  return names.length > 0 ? { kind: "twice", names } : { kind: "rows", reading, formulas, numbers };
}

function namedTwice({ entries }: RowsReading, form: Form): string[] {
  const keys = nameKeysOf(form);
  const names = entries.flatMap((entry) => keys.flatMap((key) => entry.get(key) ?? []).slice(0, 1));
  const groups = Map.groupBy(names, plainAnswer);
  return [...groups.values()].flatMap(([first = "", ...more]) => (more.length > 0 ? [first] : []));
}

const nameKeysOf = (form: Form): string[] =>
  [fieldFor(form, "name"), fieldFor(form, "projectName")].flatMap((field) => field?.key ?? []);

function rowsIn(rows: SheetContent["rows"], { definition, form, labels }: Known): RowsReading | undefined {
  const known = definition.recommendationList.columns.map(({ label }) => label);
  return readRows(rows, labels, { nameKeys: nameKeysOf(form), known });
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
