import { dayOf, momentOf } from "../../../shared/civil-date.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import type { Application } from "../../application/application.ts";
import { isReported } from "../../application/opinions/visible.ts";
import { applicationById } from "../../application/store.ts";
import { giveAttachment, isSendable } from "../../attachment/give.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { PersonContext } from "../../engine/context.ts";
import { type Criterion, criterionById } from "../../scoring/rubric.ts";
import type { EvidenceItem } from "../evidence-of.ts";
import { exampleRow } from "../rules.ts";
import { outputPhrases as phrases } from "./phrases.ts";
import { itemsInSight, placeOrder, requireSight } from "./place-order.ts";
import { readNumbers } from "./rules.ts";
import { lastSheet } from "./store.ts";
import { whichRow } from "./which.ts";

const MOST_AT_ONCE = 5;

/** A row of a case whose files are numbered. */
interface Numbered {
  application: Application;
  row: Criterion;
  /** Ids by number, as the person has seen them. */
  shows: readonly string[];
}

/**
 * 原件. Sends files of a row as they are kept, by their numbers. What a robot cannot send as it is comes in a zip.
 * @returns what is said besides; undefined where the files say it all
 * @throws {RefusalError} if it cannot be told which files are meant, or one is gone
 */
export async function giveOriginals(context: PersonContext, words: string): Promise<string | undefined> {
  const { definition } = context.campaign;
  const example = [nounsOf(definition).case, exampleRow(definition)] as const;
  const asked = readNumbers(words);
  if (!asked) throw new RefusalError("evidence.which-number", phrases.whichNumber(...example));
  const { where, numbers } = asked;
  if (numbers.length > MOST_AT_ONCE) throw new RefusalError("evidence.too-many", phrases.tooMany(MOST_AT_ONCE));
  const numbered = where === undefined ? await ofLastSheet(context) : await ofRow(context, where);
  if (!numbered) throw new RefusalError("evidence.no-sheet", phrases.noSheet(...example));
  const { application, row, shows } = numbered;
  await requireSight(context, application);
  const items = await itemsInSight(context, application);
  const wanted = numbers.map((number) => wantedItem(items, { row, shows, number }));
  return send(context, { application, row, wanted });
}

function wantedItem(
  items: readonly EvidenceItem[],
  { row, shows, number }: { row: Criterion; shows: readonly string[]; number: number },
): EvidenceItem {
  const id = shows[number - 1];
  if (id === undefined) throw new RefusalError("evidence.none", phrases.noSuch(row.id, number));
  const item = items.find(({ attachment }) => attachment.id === id);
  if (!item) throw new RefusalError("evidence.gone", phrases.gone(number));
  return item;
}

async function send(
  context: PersonContext,
  { application, row, wanted }: { application: Application; row: Criterion; wanted: readonly EvidenceItem[] },
): Promise<string | undefined> {
  const reported = await isReported(context, application.id);
  for (const { attachment, name } of wanted.filter((one) => isSendable(one.attachment.type))) {
    await giveAttachment(context, attachment, { name: name.replace(/\.[^.]+$/u, ""), reported });
  }
  const packed = wanted.filter((one) => !isSendable(one.attachment.type));
  if (packed.length === 0) return undefined;
  const shows = packed.map(({ attachment }) => attachment.id);
  await placeOrder(context, { application, kind: "pack", row, shows });
  return phrases.packedToo(packed.length);
}

async function ofRow(context: PersonContext, words: string): Promise<Numbered> {
  const { application, row } = await whichRow(context, { words, verbatim: words, values: {} });
  const items = await itemsInSight(context, application, row);
  return { application, row, shows: items.map(({ attachment }) => attachment.id) };
}

/** The numbers on the sheet that the person got last today. */
async function ofLastSheet({ tx, campaign, person, now }: PersonContext): Promise<Numbered | undefined> {
  const sheet = await lastSheet(tx, { campaignId: campaign.id, person: person.staffId }, momentOf(dayOf(now)));
  const application = sheet && (await applicationById(tx, sheet.caseId));
  const row = criterionById(campaign.definition.rubric, sheet?.row ?? "");
  return application && row && sheet.shows ? { application, row, shows: sheet.shows } : undefined;
}
