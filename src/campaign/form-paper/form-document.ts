import { fillForms } from "../../platform/documents/word/fill-forms.ts";
import type { Application } from "../application/application.ts";
import { applicationForm } from "../application/form.ts";
import type { Context } from "../engine/context.ts";
import { blankCopy, submittedCopy } from "./copies.ts";
import { opinionTexts } from "./opinion-texts.ts";
import { formPaperPhrases as phrases } from "./phrases.ts";
import { templateOf } from "./template-file.ts";

export interface WordFile {
  name: string;
  bytes: Buffer;
}

/**
 * 附件3 of the applications, one after the other in one file, each beginning on the front of a sheet.
 * @param part of the file's name: the compound's or the district's
 */
export async function formDocument(
  context: Context,
  { applications, part }: { applications: readonly Application[]; part: string },
): Promise<WordFile> {
  const copies = [];
  for (const application of applications) {
    copies.push(await submittedCopy(context, application, await opinionTexts(context, application)));
  }
  const bytes = await fillForms(await templateOf(context), copies, context.now);
  return { name: phrases.fileName(applicationForm(context).title, part), bytes };
}

/** The empty form to fill in. */
export async function blankForm(context: Context): Promise<WordFile> {
  const bytes = await fillForms(await templateOf(context), [blankCopy(context)], context.now);
  return { name: phrases.fileName(applicationForm(context).title, phrases.blankName()), bytes };
}
