import { writeWorkbook } from "../../platform/documents/workbook.ts";
import type { SheetColumn } from "../../platform/documents/workbook-spec.ts";
import { applicationForm } from "../application/form.ts";
import { wordsOf } from "../application/words.ts";
import type { Field } from "../definition/purposes.ts";
import type { Context } from "../engine/context.ts";
import type { ExportedFile } from "./list-workbook.ts";
import { exportPhrases as phrases } from "./phrases.ts";

const EMPTY_ROWS = 20;
const WIDTHS: Record<Field["kind"], number> = {
  text: 22,
  longText: 40,
  phone: 18,
  percent: 14,
  date: 16,
  choice: 18,
  declaration: 26,
};

/** An empty workbook of the form, a row for each case, to be filled in and dropped into the direct chat. */
export async function formWorkbook(context: Context): Promise<ExportedFile> {
  const form = applicationForm(context);
  const words = wordsOf(context.campaign.definition);
  const required = form.fields.filter((field) => field.required).map(({ label }) => label);
  const bytes = await writeWorkbook({
    author: context.campaign.definition.campaign.city.bureau,
    at: context.now,
    sheets: [
      {
        name: words.form,
        titles: [form.title, phrases.sheetHint(words)],
        columns: form.fields.map(columnOf),
        rows: Array.from({ length: EMPTY_ROWS }, () => []),
        notes: [phrases.sheetRequired(required)],
        paper: "landscape",
      },
    ],
  });
  return { name: phrases.fileName(phrases.sheetName(form.title)), bytes };
}

const columnOf = ({ label, kind, options }: Field): SheetColumn => ({
  header: label,
  width: WIDTHS[kind],
  kind: "text",
  ...(kind === "choice" ? { options: options.map(({ text }) => text) } : {}),
});
