import { titleLines } from "../../platform/documents/word/title-lines.ts";
import type { WordBlockSpec, WordCellSpec } from "../../platform/documents/word/word-spec.ts";
import { writeWord } from "../../platform/documents/word/write-word.ts";
import { bureauName } from "../definition/bureau-name.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { reportPhrases as phrases } from "./phrases-report.ts";
import { provincialName } from "./rules.ts";
import type { ShownItem } from "./shown.ts";

/** Widths in millimetres. */
const COLUMNS = [14, 38, 26, 82];

/** 报告 to the province as a draft in Word. @param papers number of the annexed files */
export function reportDocument(context: Context, items: readonly ShownItem[], papers: number): Promise<Buffer> {
  const { definition } = context.campaign;
  const { campaign } = definition;
  const nouns = nounsOf(definition);
  return writeWord({
    author: campaign.city.bureau,
    at: context.now,
    sections: [
      {
        ...{ start: "nextPage", paper: "portrait" },
        blocks: [
          { kind: "paragraph", text: phrases.draft(), look: "small" },
          { kind: "paragraph", text: phrases.number(), look: "plain", align: "center", before: 4 },
          { kind: "paragraph", text: phrases.signer(), look: "plain", align: "right" },
          { kind: "paragraph", text: titleLines(phrases.title(provincialName(definition))), look: "title", before: 6 },
          { kind: "paragraph", text: phrases.to(campaign.city.province ?? ""), look: "plain", before: 6 },
          body(phrases.lead(campaign.planTitle, nouns.cases(items.length), nouns)),
          {
            ...{ kind: "table", columns: COLUMNS, lines: "form" },
            rows: [
              { repeats: true, whole: true, cells: phrases.columns(nouns).map(label) },
              ...items.map(({ name, district, reason }, at) => ({
                whole: true as const,
                cells: [cell(String(at + 1), "center"), cell(name), cell(district), cell(reason)],
              })),
            ],
          },
          body(phrases.close()),
          { kind: "paragraph", text: phrases.annex(papers), look: "body", before: 4 },
          body(phrases.contact(campaign.contact)),
          { kind: "paragraph", text: bureauName(definition), look: "plain", align: "right", before: 14 },
          { kind: "paragraph", text: phrases.date(), look: "plain", align: "right" },
        ],
      },
    ],
  });
}

const body = (text: string): WordBlockSpec => ({ kind: "paragraph", text, look: "body" });
const cell = (text: string, align: "left" | "center" = "left"): WordCellSpec => ({
  ...{ texts: [text], look: "small", align },
});
const label = (text: string): WordCellSpec => ({ texts: [text], look: "label", align: "center" });
