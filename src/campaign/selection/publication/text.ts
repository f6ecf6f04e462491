import { textView, type View } from "../../../platform/chat/view.ts";
import { dayOf } from "../../../shared/civil-date.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { dayWordsIn } from "../../definition/wording.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import type { Command } from "../../engine/feature.ts";
import { journalLines } from "../../engine/journal-line.ts";
import type { OfficialTemplate } from "../../official-document/template.ts";
import { officialDocument } from "../../official-document/write.ts";
import { journalLook } from "../../verification/journal-look.ts";
import type { Selection } from "../selection.ts";
import { publishedSelectionOf, selectionsOf } from "../store.ts";
import { wordsOf } from "../words.ts";
import { correctionsOf } from "./correction.ts";
import { publishedList } from "./list.ts";
import { publicationTextPhrases as phrases } from "./phrases-results.ts";
import { chosenOf } from "./publication.ts";

/** The 通知 as it is posted, and the same in one paragraph for a newspaper. 文号 and date stay blank. */
interface PublicationText {
  title: string;
  /** Above the list, the list by district, below it. */
  lead: string;
  list: readonly string[];
  after: readonly string[];
  signature: readonly string[];
  newspaper: string;
}

async function publicationText(context: Context, selection: Selection): Promise<PublicationText> {
  const { definition } = context.campaign;
  const words = wordsOf(definition);
  const { title, source } = publishedList(definition);
  const chosen = await chosenOf(context, selection);
  const byDistrict = [...Map.groupBy(chosen, ({ districtName }) => districtName)].map(
    ([district, cases]) => [district, cases.map(({ name }) => name)] as const,
  );
  const count = words.cases(chosen.length);
  const earlier = (await selectionsOf(context.tx, context.campaign.id)).findLast(
    ({ version, publishedAt }) => publishedAt !== null && version < selection.version,
  );
  const corrections = await correctionsOf(context, { state: "approved" });
  return {
    title: phrases.title(title),
    lead: phrases.lead(source, title, count),
    list: byDistrict.map(([district, names]) => phrases.district(district, names)),
    after: [
      phrases.order(words),
      ...corrections.filter(({ version }) => version === selection.version).map(({ text }) => phrases.correction(text)),
      ...(earlier?.publishedAt ? [phrases.replaces(dayWordsIn(definition, dayOf(earlier.publishedAt)))] : []),
    ],
    signature: [definition.campaign.city.bureau, phrases.date()],
    newspaper: phrases.newspaper(
      title,
      count,
      byDistrict.map(([district, names]) => phrases.names(district, names)).join("；"),
    ),
  };
}

const textOf = ({ title, lead, list, after, signature, newspaper }: PublicationText): View => ({
  ...textView(title, phrases.number()),
  body: [phrases.number(), lead, [...list, ...after].join("\n"), signature.join("\n"), newspaper].map((text) => ({
    kind: "text" as const,
    text,
  })),
  footnote: phrases.footnote(),
});

const { fields } = phrases;

/** 关于公布…的通知 */
export const publicationNotice: OfficialTemplate = {
  name: phrases.template(),
  layout: () => ({
    ...{ number: "centered", hasRecipient: true },
    body: [{ field: fields.lead }, { list: fields.list }, { list: fields.after }],
  }),
};

/** What the published list is made of. */
export const PUBLICATION = ["publication.published", "publication.correction-approved"];

const documentOf = async (context: Context, { title, lead, list, after }: PublicationText): Promise<Buffer> =>
  officialDocument(context, publicationNotice, {
    ...{ title, to: phrases.to(wordsOf(context.campaign.definition)) },
    journal: await journalLines(context, PUBLICATION),
    values: { [fields.lead]: lead, [fields.list]: list, [fields.after]: after },
  });

/** 公布文本: ready to copy for website and newspaper, and as Word. */
export const textCommand: Command = {
  id: "publication.text",
  words: [phrases.word()],
  capability: "publication.publish",
  or: ["publication.approve", "journal.see"],
  effect: "read",
  onlyIn: "direct",
  whenClosed: true,
  help: { example: phrases.word(), purpose: phrases.purpose, step: "publication" },
  async handle(context: PersonContext) {
    const { tx, campaign, outbox, person, files } = context;
    await journalLook(context, "publication.text-seen");
    const published = await publishedSelectionOf(tx, campaign.id);
    if (!published) throw new RefusalError("publication.no-text", phrases.none(wordsOf(campaign.definition)));
    const text = await publicationText(context, published);
    await context.reply(textOf(text));
    const hash = await files.put(await documentOf(context, text));
    await outbox.sendFile(person.staffId, { name: phrases.wordName(text.title), hash });
    return {};
  },
};
