import { definitionHash } from "../../definition/hash.ts";
import { membersWith } from "../../directory/member.ts";
import type { Context } from "../../engine/context.ts";
import { proposalClosed } from "./events.ts";
import { definitionProposalTable, openProposals, proposalOf } from "./store.ts";

export const PROPOSAL_CARD = "definition.proposal";

/**
 * Proposes the definition in the folder to the organizers if it differs from the pinned one, and replaces older
 * proposals. The pinned definition stays in force.
 *
 * @param found hash of the definition in the folder; its content is already stored
 */
export async function proposeDefinition(context: Context, found: string): Promise<void> {
  const { tx, campaign, now } = context;
  const known = await proposalOf(context, found);
  // A formerly adopted definition, replaced since, counts as a new change.
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
