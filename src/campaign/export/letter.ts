import type { WordBlockSpec } from "../../platform/documents/word/word-spec.ts";
import { writeWord } from "../../platform/documents/word/write-word.ts";
import { districtName } from "../definition/districts.ts";
import { fieldFor, formFor } from "../definition/purposes.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { type ExportedFile, listSheet } from "./list-workbook.ts";
import { exportPhrases as phrases } from "./phrases.ts";

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
  const body = (text: string): WordBlockSpec => ({ kind: "paragraph", text, look: "body" });
  const words = { ...nounsOf(definition), planTitle: campaign.planTitle, list: sheet.title };
  const bytes = await writeWord({
    author: campaign.city.bureau,
    at: context.now,
    sections: [
      {
        start: "nextPage",
        paper: "portrait",
        blocks: [
          { kind: "paragraph", text: phrases.letterDraft(), look: "small" },
          { kind: "paragraph", text: phrases.letterTitle(sheet.title), look: "title", before: 12 },
          { kind: "paragraph", text: phrases.letterTo(campaign.city.bureau), look: "plain", before: 10 },
          ...phrases.letterBody(name, names, words).map(body),
          { kind: "paragraph", text: phrases.letterAnnex(sheet.title), look: "body", before: 8 },
          { kind: "paragraph", text: phrases.letterSigned(), look: "plain", align: "right", before: 24 },
          { kind: "paragraph", text: phrases.letterDate(), look: "plain", align: "right" },
        ],
      },
    ],
  });
  return { name: phrases.wordName(phrases.letterName(), name), bytes };
}
