import { recorded } from "../../../platform/journal/record.ts";
import type { Definition } from "../../definition/definition.ts";
import { definitionHash } from "../../definition/hash.ts";
import { membersWith } from "../../directory/member.ts";
import type { Turn } from "../../engine/feature.ts";
import { keepContent } from "../../engine/start/start-campaign.ts";

export const PROPOSAL_CARD = "definition.proposal";

/**
 * Looks whether the folder still says what the campaign is pinned to. If not, the campaign goes on as pinned and the
 * organizers get one card with the differences; a folder changed again replaces the proposal.
 */
export async function proposeDefinition(turn: Turn, found: Definition): Promise<void> {
  const { tx, campaign, now } = turn;
  const hash = definitionHash(found);
  const open = await tx.definitionProposal.findMany({ where: { campaignId: campaign.id, state: "open" } });
  const isPinned = hash === definitionHash(campaign.definition);
  const known = await tx.definitionProposal.findUnique({
    where: { campaignId_hash: { campaignId: campaign.id, hash } },
  });
  // One adopted before, and left for another since, is a change again.
  const isAnswered = known?.state === "open" || known?.state === "declined";
  const outdated = open.filter((proposal) => proposal.hash !== hash);
  if (outdated.length === 0 && (isPinned || isAnswered)) return;
  const hashes = [...outdated.map((proposal) => proposal.hash), ...(isPinned || isAnswered ? [] : [hash])];
  const rows = hashes.map((key) => ({
    table: "definition_proposal" as const,
    key: { campaign_id: campaign.id, hash: key },
  }));
  const act = { campaignId: campaign.id, at: now, actor: "system", action: "definition.found-changed", rows };
  await recorded(tx, act, async () => {
    await tx.definitionProposal.updateMany({
      where: { campaignId: campaign.id, hash: { in: outdated.map((proposal) => proposal.hash) } },
      data: { state: "gone" },
    });
    if (isPinned || isAnswered) return;
    await keepContent(tx, found);
    const data = { foundAt: now, state: "open", decidedBy: null, decidedAt: null };
    await tx.definitionProposal.upsert({
      where: { campaignId_hash: { campaignId: campaign.id, hash } },
      create: { campaignId: campaign.id, hash, ...data },
      update: data,
    });
  });
  await refreshCards(turn, {
    outdated: outdated.map((proposal) => proposal.hash),
    hash: isPinned || isAnswered ? undefined : hash,
  });
}

async function refreshCards(
  { tx, campaign, cards, now }: Turn,
  { outdated, hash }: { outdated: readonly string[]; hash: string | undefined },
): Promise<void> {
  for (const subject of outdated) {
    await cards.touch(tx, { campaignId: campaign.id, kind: PROPOSAL_CARD, subject }, { now });
  }
  if (hash === undefined) return;
  for (const { staffId } of membersWith(campaign.definition, "organizer")) {
    await cards.show(
      tx,
      { kind: "direct", person: staffId },
      { campaignId: campaign.id, kind: PROPOSAL_CARD, subject: hash },
    );
  }
}
