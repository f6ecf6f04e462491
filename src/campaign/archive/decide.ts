import { textView } from "../../platform/chat/view.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { PersonContext } from "../engine/context.ts";
import { lockCampaign } from "../engine/lock-campaign.ts";
import type { Archive } from "./archive.ts";
import { archiveChanged } from "./events.ts";
import { archivePhrases as phrases } from "./phrases.ts";
import { archiveTable, lastArchive, workState } from "./store.ts";

/**
 * The approver's answer. Confirmed, the archive is made in the background.
 * @throws {RefusalError} if nothing waits, the person asked for it themselves, or the campaign goes on again
 */
export async function decideArchive(
  context: PersonContext,
  verdict: "confirmed" | "declined",
  words: string,
): Promise<Archive> {
  const { tx, campaign, now, person, personal } = context;
  await lockCampaign(tx, campaign.id);
  const last = await lastArchive(tx, campaign.id);
  if (last?.state !== "requested") throw new RefusalError("archive.nothing-waits", phrases.nothingToDecide());
  if (last.requestedBy === person.staffId) throw new RefusalError("archive.own", phrases.ownRequest());
  // Made of a campaign that goes on, it would not be one state.
  if (verdict === "confirmed" && campaign.closedAt === undefined)
    throw new RefusalError("archive.reopened", phrases.reopened());
  const { number, requestedBy } = last;
  const opinion = words.trim() === "" ? undefined : await personal.store(words.trim());
  const rows = [archiveTable.row({ campaign_id: campaign.id, number })];
  await context.withJournal({ action: `archive.${verdict}`, rows, whenClosed: true }, () =>
    tx.archive.update({
      where: { campaignId_number: { campaignId: campaign.id, number } },
      data: {
        ...{ state: verdict, decidedBy: person.staffId, decidedAt: now },
        ...(opinion ? { opinion: { ...opinion } } : {}),
      },
    }),
  );
  if (verdict === "confirmed") await tx.archiveWork.create({ data: { campaignId: campaign.id, number, state: "new" } });
  else {
    const said = opinion === undefined ? undefined : words.trim();
    await context.outbox.say(requestedBy, textView(phrases.cardTitle(number), phrases.declinedTo(number, said)));
  }
  context.emit(archiveChanged, { number });
  return last;
}

/** Takes up what could not be made. @returns its number @throws {RefusalError} if there is none */
export async function resumeArchive({ tx, campaign }: PersonContext): Promise<number> {
  await lockCampaign(tx, campaign.id);
  const last = await lastArchive(tx, campaign.id);
  const isStuck = last && (await workState(tx, campaign.id, last.number)) === "failed";
  if (!isStuck) throw new RefusalError("archive.not-stuck", phrases.nothingStuck());
  await tx.archiveWork.update({
    where: { campaignId_number: { campaignId: campaign.id, number: last.number } },
    data: { state: "new", attempts: 0, notBefore: null },
  });
  return last.number;
}
