import { applicationForm } from "../application/form.ts";
import { keptFrom } from "../application/opinions/visible.ts";
import type { PersonContext } from "../engine/context.ts";
import { blankForm, formDocument, type WordFile } from "../form-paper/form-document.ts";
import { formName } from "../form-paper/form-template.ts";
import { isBlank, paperCases, type WantedPaper } from "./paper-cases.ts";

/**
 * 附件3 of the named case, of all cases of the named districts, or empty.
 * A district prints its own; the city prints them once the district has reported them.
 * @throws {RefusalError} if nothing fits, or it is not the person's to see
 */
export async function formExport(
  context: PersonContext,
  wanted: Pick<WantedPaper, "rest" | "districts">,
): Promise<WordFile> {
  if (isBlank(wanted)) return blankForm(context);
  const paper = formName(context.campaign.definition, applicationForm(context));
  const cases = await paperCases(context, {
    ...{ ...wanted, paper, capability: "application.see" },
    keptFrom: (applications) => keptFrom(context, applications),
  });
  return formDocument(context, cases);
}
