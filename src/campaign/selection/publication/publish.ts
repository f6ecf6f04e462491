import { chatKey, chatOfKey } from "../../../platform/chat/chat-key.ts";
import type { Chat } from "../../../platform/chat/ports.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { judgeUnderRulings } from "../../application/exclusion/judge.ts";
import { groupsOf } from "../../directory/groups.ts";
import { districtOfficers } from "../../directory/member.ts";
import { acceptanceEnded } from "../../engine/acceptance.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import { lockCampaign } from "../../engine/lock-campaign.ts";
import { publicationChanged } from "../../ranking/events.ts";
import { noteSent, type Sent } from "../../receipt/note-sent.ts";
import { selectionChanged, selectionPublished } from "../events.ts";
import { selectionOfCard, selectionsOf, selectionTable } from "../store.ts";
import { publicationPhrases as phrases } from "./phrases.ts";
import { publishable } from "./publication.ts";
import { tellDistricts } from "./results.ts";

export const LIST_CARD = "publication.list";

/**
 * 公布. Checks the preconditions again and sends the list to the campaign group, once.
 * @param version of the preview
 * @throws {RefusalError} if a precondition fails or the version differs from the preview
 */
export async function publish(context: PersonContext, version: number): Promise<void> {
  const { tx, campaign, now, person } = context;
  await lockCampaign(tx, campaign.id);
  await judgeUnderRulings(context);
  const { selection } = await publishable(context);
  if (selection.version !== version) throw new RefusalError("publication.changed", phrases.changed());
  const rows = [selectionTable.row({ campaign_id: campaign.id, version })];
  await context.withJournal({ action: "publication.published", rows }, () =>
    tx.selection.update({
      where: { campaignId_version: { campaignId: campaign.id, version } },
      data: { state: "published", publishedBy: person.staffId, publishedAt: now },
    }),
  );
  for (const chat of await receiversOf(context)) {
    await context.cards.showOnce(chat, { kind: LIST_CARD, subject: String(version) });
  }
  await tellDistricts(context, await selectionOfCard(tx, campaign.id, String(version)));
  await noteReaders(context, version, { message: publicationMessage(version), kind: "publication" });
  for (const one of await earlierOf(context, version)) context.emit(selectionChanged, { version: one });
  context.emit(selectionChanged, { version });
  context.emit(selectionPublished, { version });
  context.emit(publicationChanged, {});
  context.emit(acceptanceEnded, {});
}

/** Versions that were published before: their cards say by which one they were corrected. */
const earlierOf = async ({ tx, campaign }: Context, version: number): Promise<number[]> =>
  (await selectionsOf(tx, campaign.id)).flatMap((one) =>
    one.state === "published" && one.version < version ? [one.version] : [],
  );

/** The campaign's groups, and every chat that got an earlier list. */
async function receiversOf({ tx, campaign }: Context): Promise<Chat[]> {
  const groups = await groupsOf(tx, campaign.id, "campaign");
  const cards = await tx.card.findMany({
    where: { campaignId: campaign.id, kind: LIST_CARD },
    distinct: ["chat"],
    select: { chat: true },
  });
  const keys = new Set([...groups.map(chatKey), ...cards.map(({ chat }) => chat)]);
  return [...keys].map(chatOfKey);
}

/** Of the receipts of the list as it was published. */
export const publicationMessage = (version: number): string => `publication/${version}`;

/** Receipts of every district's officers, by the newest card of the list in the campaign's group. */
export async function noteReaders(
  context: PersonContext,
  version: number,
  of: Pick<Sent, "message" | "kind">,
): Promise<void> {
  const { tx, campaign, people } = context;
  const [group] = await groupsOf(tx, campaign.id, "campaign");
  if (!group) return;
  const where = { campaignId: campaign.id, kind: LIST_CARD, subject: String(version), chat: chatKey(group) };
  const card = await tx.card.findFirst({ where, orderBy: { generation: "desc" } });
  if (!card) return;
  const officers = new Set(districtOfficers(people).map(({ member }) => member.staffId));
  const to = [...officers].map((staffId) => ({ person: staffId, cardId: card.id }));
  await noteSent(context, { ...of, to });
}
