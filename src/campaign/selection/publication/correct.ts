import { RefusalError } from "../../../shared/refusal-error.ts";
import type { Authority } from "../../authority/authority.ts";
import { decisionsChanged } from "../../authority/events.ts";
import { groupsOf } from "../../directory/groups.ts";
import { membersWhoMay } from "../../directory/member.ts";
import type { PersonContext } from "../../engine/context.ts";
import { lockCampaign } from "../../engine/lock-campaign.ts";
import { publishedSelectionOf } from "../store.ts";
import { wordsOf } from "../words.ts";
import { type Correction, correctionsOf, correctionTable } from "./correction.ts";
import { correctionChanged } from "./events.ts";
import { correctionRefusals as refusals } from "./phrases.ts";
import { LIST_CARD, noteReaders } from "./publish.ts";

export const CORRECTION_CARD = "publication.correction";

/** Of the receipts of the list as it was sent once more with the correction. */
export const correctionMessage = (number: number): string => `correction/${number}`;

/**
 * 更正: asks the approver for a correction of the published list. Supersedes one that still waits.
 * @throws {RefusalError} if nothing has been published
 */
export async function proposeCorrection(
  context: PersonContext,
  { text, reason }: { text: string; reason: string },
): Promise<number> {
  const { tx, campaign, now, person, people } = context;
  await lockCampaign(tx, campaign.id);
  const published = await publishedSelectionOf(tx, campaign.id);
  if (!published) {
    throw new RefusalError("publication.nothing-to-correct", refusals.nothingPublished(wordsOf(campaign.definition)));
  }
  const known = await correctionsOf(context);
  const waiting = known.filter(({ state }) => state === "proposed").map((one) => one.number);
  const number = (known.at(-1)?.number ?? 0) + 1;
  const stored = {
    text: { ...(await context.personal.store(text)) },
    reason: { ...(await context.personal.store(reason)) },
  };
  const rows = [...waiting, number].map((one) => correctionTable.row({ campaign_id: campaign.id, number: one }));
  await context.withJournal({ action: "publication.correction-proposed", rows }, async () => {
    const where = { campaignId: campaign.id, number: { in: waiting } };
    await tx.publicationCorrection.updateMany({ where, data: { state: "superseded" } });
    const data = { version: published.version, state: "proposed", recordedBy: person.staffId, recordedAt: now };
    await tx.publicationCorrection.create({ data: { campaignId: campaign.id, number, ...stored, ...data } });
  });
  for (const { staffId } of membersWhoMay(campaign.definition, people, "publication.approve")) {
    await context.cards.show(staffId, { kind: CORRECTION_CARD, subject: String(number) });
  }
  for (const one of [...waiting, number]) context.emit(correctionChanged, { number: one });
  return number;
}

/**
 * 批准更正, 不批准更正. An approved correction is shown with the list, at the end of the campaign group.
 * @param asked number on the card; undefined: the one that waits
 * @throws {RefusalError} if none waits, or another one is named
 */
export async function decideCorrection(
  context: PersonContext,
  { verdict, asked, opinion, authority }: CorrectionDecision,
): Promise<Correction> {
  const { tx, campaign, now, person, people } = context;
  await lockCampaign(tx, campaign.id);
  const [waiting] = await correctionsOf(context, { state: "proposed" });
  if (!waiting || (asked !== undefined && asked !== waiting.number)) {
    throw new RefusalError("publication.no-correction", refusals.nothingWaits());
  }
  const { number } = waiting;
  const stored = opinion === undefined ? undefined : await context.personal.store(opinion);
  const rows = [correctionTable.row({ campaign_id: campaign.id, number })];
  await context.withJournal({ action: `publication.correction-${verdict}`, rows }, () =>
    tx.publicationCorrection.update({
      where: { campaignId_number: { campaignId: campaign.id, number } },
      data: {
        ...{ state: verdict, decidedBy: person.staffId, decidedAt: now },
        ...(authority ? { authority: { ...authority } } : {}),
        ...(stored ? { opinion: { ...stored } } : {}),
      },
    }),
  );
  for (const { staffId } of membersWhoMay(campaign.definition, people, "publication.publish")) {
    await context.cards.show(staffId, { kind: CORRECTION_CARD, subject: String(number) });
  }
  if (verdict === "approved") await showCorrectedList(context, number);
  context.emit(correctionChanged, { number });
  context.emit(decisionsChanged, {});
  return { ...waiting, state: verdict };
}

export interface CorrectionDecision {
  verdict: "approved" | "declined";
  asked: number | undefined;
  opinion?: string | undefined;
  authority?: Authority | undefined;
}

async function showCorrectedList(context: PersonContext, number: number): Promise<void> {
  const { tx, campaign, cards } = context;
  const published = await publishedSelectionOf(tx, campaign.id);
  if (!published) return;
  for (const group of await groupsOf(tx, campaign.id, "campaign")) {
    await cards.show(group, { kind: LIST_CARD, subject: String(published.version) });
  }
  await noteReaders(context, published.version, { message: correctionMessage(number), kind: "correction" });
}
