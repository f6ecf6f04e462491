import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { placesOf } from "../../platform/documents/word/fill-template.ts";
import { writeWord } from "../../platform/documents/word/write-word.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { applicationForm } from "../application/form.ts";
import type { Context } from "../engine/context.ts";
import { formTemplate } from "./form-template.ts";
import { formPaperPhrases as phrases } from "./phrases.ts";

/** The form's template in the campaign folder. It may be edited in Word or WPS. */
export const TEMPLATE_FILE = "application-form.docx";

/**
 * The template in the campaign folder; without one, ours as the definition describes the form.
 * @throws {RefusalError} if the file is broken
 */
export async function templateOf(context: Context): Promise<Buffer> {
  const { tx, campaign } = context;
  const row = await tx.campaign.findUnique({ where: { id: campaign.id }, select: { folder: true } });
  const file = row && (await readFile(join(row.folder, TEMPLATE_FILE)).catch(() => undefined));
  if (!file) return writeWord(formTemplate(campaign.definition, applicationForm(context), context.now));
  try {
    placesOf(file);
    return file;
  } catch {
    throw new RefusalError("form-paper.broken-template", phrases.brokenTemplate(TEMPLATE_FILE));
  }
}
