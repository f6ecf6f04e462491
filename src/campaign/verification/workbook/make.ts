import { writeWorkbook } from "../../../platform/documents/workbook.ts";
import type { SheetSpec } from "../../../platform/documents/workbook-spec.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { clausesOf } from "../../application/requirements/requirements.ts";
import { annexFor } from "../../definition/purposes.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { PersonContext } from "../../engine/context.ts";
import { asWritten, keepGiven } from "../../preliminary-review/workbook/given.ts";
import { reviewSheet } from "../../preliminary-review/workbook/sheet.ts";
import { isFinalized } from "../../scoring/points.ts";
import { emptySheet } from "../../scoring/score-sheet.ts";
import { scoreValues } from "../../scoring/score-values.ts";
import { sheetOf } from "../../scoring/store.ts";
import { citySheet } from "../member-sheet.ts";
import { isBlind } from "../rules.ts";
import { sitesOf } from "../which-site.ts";
import { memberWorkbookPhrases as phrases } from "./phrases.ts";

/**
 * 核验表 of the person: a sheet a site that they verify and have not finished, with what stands there now.
 * @throws {RefusalError} if there is none
 */
export async function memberWorkbook(context: PersonContext): Promise<{ name: string; bytes: Buffer }> {
  const { campaign, person, now } = context;
  const { definition } = campaign;
  const sheets: SheetSpec[] = [];
  for (const application of await sitesOf(context, person.staffId)) {
    const owner = citySheet({ caseId: application.id, memberId: person.staffId });
    const sheet = (await sheetOf(context.tx, owner)) ?? emptySheet(owner);
    if (application.state !== "submitted" || isFinalized(sheet)) continue;
    const values = asWritten(await scoreValues(context, sheet));
    const number = await keepGiven(context, { caseId: application.id, values });
    const spec = await reviewSheet(context, { application, sheet }, { values, number });
    const [, state = ""] = spec.titles;
    const hint = phrases.hint({
      blind: isBlind(definition, context.rulings),
      clause: clausesOf(definition)[0]?.id,
      annex: annexFor(definition, "requirements")?.name ?? "",
    });
    // 不符合 with its clause stands in the cell of the points: the list of numbers would refuse it.
    const inputs = spec.inputs?.map(({ options: _, ...cell }) => cell) ?? [];
    sheets.push({ ...spec, titles: [phrases.title(application.compoundName, person.name), state, hint], inputs });
  }
  if (sheets.length === 0) throw new RefusalError("verification.no-workbook", phrases.none(nounsOf(definition)));
  const bytes = await writeWorkbook({ author: campaign.definition.campaign.city.bureau, at: now, sheets });
  return { name: phrases.fileName(person.name), bytes };
}
