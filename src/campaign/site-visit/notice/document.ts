import { nounsOf } from "../../directory/nouns.ts";
import type { Context } from "../../engine/context.ts";
import { journalLines } from "../../engine/journal-line.ts";
import type { OfficialTemplate } from "../../official-document/template.ts";
import { officialDocument } from "../../official-document/write.ts";
import { inOrder } from "../own-view.ts";
import { prepareItems } from "../prepare.ts";
import { type Site, sitesToVisit } from "../sites.ts";
import { wordsOf } from "../view-words.ts";
import { isKnownToDistrict } from "../visit.ts";
import { visitNoticePhrases as phrases } from "./phrases.ts";

/** What says when a site is visited. */
const ARRANGED = ["site-visit.arranged", "site-visit.changed"];
/** In millimetres. */
const WIDTHS = [50, 34, 20, 52];
const { fields } = phrases;

/** 核验通知: the days, and what to prepare. */
export const visitNotice: OfficialTemplate = {
  name: phrases.template(),
  layout: (nouns) => ({
    ...{ number: "centered", hasRecipient: true },
    body: [
      { field: fields.lead },
      {
        rows: fields.rows,
        columns: phrases.columns(nouns).map(([label, field], at) => ({
          ...{ label, field, width: WIDTHS[at] ?? 0 },
          ...(at === 0 ? {} : { align: "left" as const }),
        })),
      },
      ...[{ list: fields.prepare }, { field: fields.contact }, { field: fields.close }],
    ],
  }),
};

/** Sites whose day the districts know, by day; unannounced visits and those made are left out. */
export const sitesToAnnounce = async (context: Context): Promise<Site[]> =>
  (await sitesToVisit(context))
    .filter(({ visit }) => visit?.state === "arranged" && isKnownToDistrict(visit))
    .toSorted(inOrder);

/** The notice as a draft in Word. Nobody's name stands in it but the contact's. */
export async function visitNoticeDocument(context: Context, sites: readonly Site[]): Promise<Buffer> {
  const { definition } = context.campaign;
  const { campaign } = definition;
  const nouns = nounsOf(definition);
  const words = await wordsOf(context, sites);
  const { cells } = fields;
  return officialDocument(context, visitNotice, {
    title: phrases.title(campaign.name, nouns),
    to: phrases.to(nouns),
    journal: await journalLines(
      context,
      ARRANGED,
      sites.map(({ application }) => application.id),
    ),
    values: {
      [fields.lead]: phrases.lead(campaign.planTitle, nouns.cases(sites.length), nouns),
      [fields.rows]: sites.flatMap(({ application: { id }, visit }) => {
        const one = words.get(id);
        if (!one || !visit) return [];
        return [
          {
            ...{ [cells.day]: phrases.day(visit.day), [cells.name]: one.name },
            ...{ [cells.district]: one.district, [cells.address]: one.address ?? "" },
          },
        ];
      }),
      [fields.prepare]: phrases.prepare(prepareItems(context)),
      [fields.contact]: phrases.contact(campaign.contact),
      [fields.close]: phrases.close(),
    },
  });
}
