import { districtName } from "../definition/districts.ts";
import { fieldFor, formFor } from "../definition/purposes.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import type { OfficialTemplate } from "../official-document/template.ts";
import { officialDocument } from "../official-document/write.ts";
import { type ExportedFile, listSheet } from "./list-workbook.ts";
import { exportPhrases as phrases } from "./phrases.ts";

const fields = phrases.letterFields;

/** 推荐函 of a district */
export const recommendationLetter: OfficialTemplate = {
  name: phrases.letterTemplate(),
  layout: () => ({
    ...{ number: "centered", hasRecipient: true, hasAnnexes: true },
    body: [{ list: fields.body }],
  }),
};

/**
 * 推荐函 of one district as a draft: without number, date and signer, which people give.
 *
 * @throws {RefusalError} if the district has no confirmed list
 */
export async function letterDocument(context: Context, district: string): Promise<ExportedFile> {
  const { definition } = context.campaign;
  const { campaign, recommendationList } = definition;
  const sheet = await listSheet(context, [district]);
  const name = districtName(definition, district);
  const form = formFor(definition, "application");
  const project = form && (fieldFor(form, "projectName") ?? fieldFor(form, "name"));
  const at = recommendationList.columns.findIndex(({ from }) => from.kind === "field" && from.field === project?.key);
  const names = sheet.rows.slice(0, sheet.filled).map((row) => String(row[at] ?? ""));
  const words = { ...nounsOf(definition), planTitle: campaign.planTitle, list: sheet.title };
  const bytes = await officialDocument(context, recommendationLetter, {
    title: phrases.letterTitle(sheet.title),
    to: phrases.letterTo(campaign.city.bureau),
    annexes: [sheet.title],
    journal: [sheet.journal],
    signature: phrases.letterSigned(),
    values: { [fields.body]: phrases.letterBody(name, names, words) },
  });
  return { name: phrases.wordName(phrases.letterName(), name), bytes };
}
