import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { writeWord } from "../../platform/documents/word/write-word.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { applicationForm } from "../application/form.ts";
import type { Form } from "../definition/purposes.ts";
import type { Context } from "../engine/context.ts";
import { templateProblems } from "./check-template.ts";
import { formTemplate } from "./form-template.ts";
import { formPaperPhrases as phrases } from "./phrases.ts";

/** The form's template in the campaign folder. It may be edited in Word or WPS. */
export const TEMPLATE_FILE = "application-form.docx";

/**
 * The template in the campaign folder; without one, ours as the definition describes the form.
 * @throws {RefusalError} if the file is broken, or has places that nothing fills
 */
export async function templateOf(context: Context): Promise<Buffer> {
  const { campaign, now } = context;
  const form = applicationForm(context);
  const file = await templateFile(context);
  if (!file) return writeWord(formTemplate(campaign.definition, form, now));
  const problem = templateProblem(file, form);
  if (problem !== undefined) throw new RefusalError("form-paper.broken-template", phrases.notExported(problem));
  return file;
}

export async function templateFile({ tx, campaign }: Pick<Context, "tx" | "campaign">): Promise<Buffer | undefined> {
  const row = await tx.campaign.findUnique({ where: { id: campaign.id }, select: { folder: true } });
  return row ? readFile(join(row.folder, TEMPLATE_FILE)).catch(() => undefined) : undefined;
}

/** What is wrong with a template, in one sentence; undefined for a sound one. */
export function templateProblem(template: Uint8Array, form: Form): string | undefined {
  const problems = templateProblems(template, form);
  if (!problems) return phrases.brokenTemplate(TEMPLATE_FILE);
  if (problems === "programs") return phrases.programs(TEMPLATE_FILE);
  return problems.length === 0 ? undefined : phrases.unknownPlaces(TEMPLATE_FILE, problems);
}
