import { definitionHash } from "../../definition/hash.ts";
import { membersWith } from "../../directory/member.ts";
import type { Context } from "../../engine/context.ts";
import { proposalClosed } from "./events.ts";
import { definitionProposalTable, openProposals, proposalOf } from "./store.ts";

export const PROPOSAL_CARD = "definition.proposal";

/**
 * Compares what the folder says with what the campaign is pinned to. If they differ, the campaign goes on as pinned and
 * the organizers get one card with the differences; a folder changed again replaces the proposal.
 *
 * @param found hash of what the folder says, whose content is stored
 */
export async function proposeDefinition(context: Context, found: string): Promise<void> {
  const { tx, campaign, now } = context;
  const known = await proposalOf(context, found);
  // One adopted before, and left for another since, is a change again.
  const isAnswered = known?.state === "open" || known?.state === "declined";
  const isNew = found !== definitionHash(campaign.definition) && !isAnswered;
  const outdated = (await openProposals(context)).map(({ hash }) => hash).filter((hash) => hash !== found);
  if (outdated.length === 0 && !isNew) return;
  const rows = [...outdated, ...(isNew ? [found] : [])].map((hash) =>
    definitionProposalTable.row({ campaign_id: campaign.id, hash }),
  );
  await context.withJournal({ action: "definition.found-changed", rows }, async () => {
    await tx.definitionProposal.updateMany({
      where: { campaignId: campaign.id, hash: { in: outdated } },
      data: { state: "gone" },
    });
    if (!isNew) return;
    const data = { foundAt: now, state: "open", decidedBy: null, decidedAt: null };
    await tx.definitionProposal.upsert({
      where: { campaignId_hash: { campaignId: campaign.id, hash: found } },
      create: { campaignId: campaign.id, hash: found, ...data },
      update: data,
    });
  });
  for (const hash of outdated) context.emit(proposalClosed, { hash });
  if (isNew) await showProposal(context, found);
}

async function showProposal({ cards, people }: Context, hash: string): Promise<void> {
  for (const { staffId } of membersWith(people, "organizer")) {
    await cards.show(staffId, { kind: PROPOSAL_CARD, subject: hash });
  }
}
