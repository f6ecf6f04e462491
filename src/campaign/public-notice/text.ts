import type { Block } from "../../platform/chat/view.ts";
import { dayWordsIn, fullDayWords } from "../definition/wording.ts";
import type { Context } from "../engine/context.ts";
import { journalLines } from "../engine/journal-line.ts";
import type { OfficialTemplate } from "../official-document/template.ts";
import { officialDocument } from "../official-document/write.ts";
import { publishedList } from "../selection/publication/list.ts";
import { chosenOf } from "../selection/publication/publication.ts";
import { selectionOfCard } from "../selection/store.ts";
import { wordsOf } from "../selection/words.ts";
import type { PublicNotice } from "./notice.ts";
import { noticePhrases as phrases } from "./phrases.ts";

/** The notice as it is posted: without points, ranks, reasons and natural persons; a website's notice has no 文号. */
export interface NoticeText {
  title: string;
  lead: string;
  days: string;
  /** One line a district. */
  list: readonly string[];
  order: string;
  ways: string;
  contact: readonly string[];
  /** Whose notice it is, and a date that a person fills in. */
  signature: readonly string[];
}

export async function noticeText(context: Context, notice: PublicNotice): Promise<NoticeText> {
  const { tx, campaign } = context;
  const { definition } = campaign;
  const words = wordsOf(definition);
  const { title, source } = publishedList(definition);
  const chosen = await chosenOf(context, await selectionOfCard(tx, campaign.id, String(notice.version)));
  const byDistrict = Map.groupBy(chosen, ({ districtName }) => districtName);
  const { bureau } = definition.campaign.city;
  return {
    title: phrases.posted(title),
    lead: phrases.textLead({ source, count: words.cases(chosen.length), verifies: words.verifies }),
    days: phrases.textDays(fullDayWords(notice.beginsOn), dayWordsIn(definition, notice.endsOn)),
    list: [...byDistrict].map(([district, cases]) =>
      phrases.textDistrict(
        district,
        cases.map(({ name }) => name),
      ),
    ),
    order: phrases.textOrder(words),
    ways: phrases.textWays(bureau),
    contact: phrases.textContact(notice.contact),
    signature: [bureau, phrases.textDate()],
  };
}

export const textBlocks = ({ lead, days, list, order, ways, contact, signature }: NoticeText): Block[] =>
  [lead, days, [...list, order].join("\n"), ways, contact.join("\n"), signature.join("\n")].map((text) => ({
    kind: "text",
    text,
  }));

const { fields } = phrases;

/** 公示 as a website posts it: without 文号. */
export const publicNoticeText: OfficialTemplate = {
  name: phrases.template(),
  layout: () => ({
    body: [
      ...[{ field: fields.lead }, { field: fields.days }, { list: fields.list }, { field: fields.order }],
      ...[{ field: fields.ways }, { list: fields.contact }],
    ],
  }),
};

export const textDocument = async (context: Context, text: NoticeText): Promise<Buffer> =>
  officialDocument(context, publicNoticeText, {
    title: text.title,
    journal: await journalLines(context, ["selection.approved", "public-notice.begun", "public-notice.extended"]),
    values: {
      [fields.lead]: text.lead,
      [fields.days]: text.days,
      [fields.list]: text.list,
      [fields.order]: text.order,
      [fields.ways]: text.ways,
      [fields.contact]: text.contact,
    },
  });
