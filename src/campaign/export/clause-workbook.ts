import { writeWorkbook } from "../../platform/documents/workbook.ts";
import { clauseSheetPhrases } from "../application/requirements/clause-sheet/phrases.ts";
import { clauseSheet } from "../application/requirements/clause-sheet/sheet.ts";
import { seenApplication } from "../application/requirements/seen-application.ts";
import type { PersonContext } from "../engine/context.ts";
import type { ExportedFile } from "./list-workbook.ts";

/**
 * 要求表 of the named case, or a blank one.
 * @throws {RefusalError} if no case in sight or more than one has the name
 */
export async function clauseWorkbook(context: PersonContext, name: string): Promise<ExportedFile> {
  const isBlank = name === "" || /^空白?表?$/u.test(name);
  const application = isBlank ? undefined : await seenApplication(context, { subject: undefined, name });
  const sheet = clauseSheet(context, application?.compoundName ?? "");
  const { bureau } = context.campaign.definition.campaign.city;
  const bytes = await writeWorkbook({ author: bureau, at: context.now, sheets: [sheet] });
  return { name: clauseSheetPhrases.fileName(sheet.titles[0] ?? ""), bytes };
}
