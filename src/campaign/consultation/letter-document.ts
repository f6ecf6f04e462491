import { bureauName } from "../definition/bureau-name.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { journalLines } from "../engine/journal-line.ts";
import type { OfficialTemplate } from "../official-document/template.ts";
import { officialDocument } from "../official-document/write.ts";
import type { Department } from "./consultation.ts";
import { concernsOf } from "./departments.ts";
import { letterPhrases as phrases } from "./letter-phrases.ts";

/** A case in a letter. */
export interface LetterRow {
  caseId: string;
  name: string;
  district: string;
  enterprise: string;
}

/** Widths in millimetres. */
const COLUMNS = [12, 31, 18, 35, 20, 40];
const SIGN_COLUMNS = [40, 40, 34, 42];
const { fields } = phrases;

/** 征求意见函, with the form for the reply. */
export const consultationLetter: OfficialTemplate = {
  name: phrases.template(),
  layout: (nouns) => ({
    ...{ number: "centered", hasRecipient: true, hasAnnexes: true },
    body: [
      { field: fields.lead },
      { list: fields.concerns },
      { field: fields.reply },
      { field: fields.contact },
      { field: fields.close },
    ],
    annexes: [
      {
        ...{ mark: phrases.mark(), title: phrases.formTitle() },
        body: [
          { field: fields.bureau, look: "plain" },
          {
            rows: fields.rows,
            columns: phrases.columns(nouns).map(([label, field], at) => ({
              ...{ label, field, width: COLUMNS[at] ?? 0 },
              ...(at === 0 ? {} : { align: "left" as const }),
            })),
          },
          { form: phrases.sign(), widths: SIGN_COLUMNS },
        ],
      },
    ],
  }),
};

/** 征求意见函 to one department as a draft in Word. */
export async function letterDocument(
  context: Context,
  department: Department,
  rows: readonly LetterRow[],
): Promise<Buffer> {
  const { definition } = context.campaign;
  const { campaign } = definition;
  const nouns = nounsOf(definition);
  const { cells } = fields;
  return officialDocument(context, consultationLetter, {
    title: phrases.title(campaign.name, nouns),
    to: phrases.to(department.name),
    annexes: [phrases.formTitle()],
    journal: await journalLines(context, ["consultation.asked"]),
    values: {
      [fields.lead]: phrases.lead(campaign.planTitle, nouns.cases(rows.length), nouns),
      [fields.concerns]: concernsOf(definition, department).map((concern, at) => phrases.concern(at, concern)),
      [fields.reply]: phrases.reply(nouns),
      [fields.contact]: phrases.contact(campaign.contact),
      [fields.close]: phrases.close(),
      [fields.bureau]: phrases.to(bureauName(definition)),
      [fields.rows]: rows.map(({ name, district, enterprise }, at) => ({
        ...{ [cells.number]: String(at + 1), [cells.name]: name },
        ...{ [cells.district]: district, [cells.enterprise]: enterprise, [cells.opinion]: "", [cells.facts]: "" },
      })),
    },
  });
}
