import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { journalLines } from "../engine/journal-line.ts";
import type { OfficialTemplate } from "../official-document/template.ts";
import { officialDocument } from "../official-document/write.ts";
import { reportPhrases as phrases } from "./phrases-report.ts";
import { provincialName } from "./rules.ts";
import type { ShownItem } from "./shown.ts";

/** In millimetres. */
const WIDTHS = [14, 38, 26, 78];
const { fields } = phrases;

/** 向省推荐的报告: 上行文, with its signer. */
export const provincialReport: OfficialTemplate = {
  name: phrases.template(),
  layout: (nouns) => ({
    ...{ number: "signed", hasRecipient: true, hasAnnexes: true },
    body: [
      { field: fields.lead },
      {
        rows: fields.rows,
        columns: phrases.columns(nouns).map(([label, field], at) => ({
          ...{ label, field, width: WIDTHS[at] ?? 0 },
          ...(at === 0 ? {} : { align: "left" as const }),
        })),
      },
      { field: fields.close },
      { field: fields.contact },
    ],
  }),
};

/** 报告 to the province as a draft in Word. @param papers number of the annexed files */
export async function reportDocument(context: Context, items: readonly ShownItem[], papers: number): Promise<Buffer> {
  const { definition } = context.campaign;
  const { campaign } = definition;
  const nouns = nounsOf(definition);
  const { cells } = fields;
  return officialDocument(context, provincialReport, {
    title: phrases.title(provincialName(definition)),
    to: phrases.to(campaign.city.province ?? ""),
    annexes: [phrases.annex(papers)],
    journal: await journalLines(context, ["provincial-recommendation.proposed", "provincial-recommendation.approved"]),
    values: {
      [fields.lead]: phrases.lead(campaign.planTitle, nouns.cases(items.length), nouns),
      [fields.rows]: items.map(({ name, district, reason }, at) => ({
        ...{ [cells.order]: String(at + 1), [cells.name]: name, [cells.district]: district, [cells.reason]: reason },
      })),
      [fields.close]: phrases.close(),
      [fields.contact]: phrases.contact(campaign.contact),
    },
  });
}
