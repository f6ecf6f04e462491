import { RefusalError } from "../../../shared/refusal-error.ts";
import type { Definition } from "../../definition/definition.ts";
import { runningCampaign } from "../../definition/running-campaign.ts";
import type { PersonContext } from "../../engine/context.ts";
import { lockCampaign } from "../../engine/lock-campaign.ts";
import { definitionAdopted } from "../../engine/start/events.ts";
import { campaignTable, definitionTable, pinDefinition } from "../../engine/start/start-campaign.ts";
import { proposalClosed } from "./events.ts";
import { adoptionPhrases } from "./phrases.ts";
import { definitionProposalTable, openProposals, type Proposal, proposedDefinition } from "./store.ts";

export type ProposalVerdict = "adopted" | "declined";

/**
 * Adopts or declines a proposed definition. After adoption the new version is in force; earlier records keep their old
 * version number.
 *
 * @param hash of the proposal or a prefix; empty for the single open proposal
 * @throws {RefusalError} if no open proposal or more than one matches
 */
export async function decideProposal(context: PersonContext, hash: string, verdict: ProposalVerdict): Promise<void> {
  const { tx, campaign, now, person } = context;
  const proposal = await openProposal(context, hash);
  const version = campaign.definitionVersion + 1;
  const rows = [
    definitionProposalTable.row({ campaign_id: campaign.id, hash: proposal.hash }),
    ...(verdict === "adopted"
      ? [campaignTable.row({ id: campaign.id }), definitionTable.row({ campaign_id: campaign.id, version })]
      : []),
  ];
  await context.withJournal({ action: `definition.${verdict}`, rows }, async () => {
    await tx.definitionProposal.update({
      where: { campaignId_hash: { campaignId: campaign.id, hash: proposal.hash } },
      data: { state: verdict, decidedBy: person.staffId, decidedAt: now },
    });
    if (verdict === "adopted") await adopt(context, await proposedDefinition(context, proposal.hash), version);
  });
  context.emit(proposalClosed, { hash: proposal.hash });
  if (verdict === "declined") return;
  await context.reload();
  context.emit(definitionAdopted, { version });
}

async function adopt(context: PersonContext, definition: Definition, version: number): Promise<void> {
  const { tx, campaign, now, person } = context;
  await pinDefinition(tx, { definition, version, by: person.staffId, now });
  await tx.campaign.update({ where: { id: campaign.id }, data: { definitionVersion: version } });
  const { startedAt } = campaign;
  await context.replan({ campaign: runningCampaign({ definition, definitionVersion: version, startedAt }) });
}

async function openProposal(context: PersonContext, hash: string): Promise<Proposal> {
  // Serializes concurrent decisions; the second one finds no open proposal.
  await lockCampaign(context.tx, context.campaign.id);
  return onlyProposal(context, hash);
}

/**
 * The open proposal.
 * @param hash a prefix; empty for the single one
 * @throws {RefusalError} if none or more than one matches
 */
export async function onlyProposal(context: PersonContext, hash: string): Promise<Proposal> {
  const open = await openProposals(context, hash);
  const [proposal] = open;
  if (!proposal) throw new RefusalError("definition.not-open", adoptionPhrases.notOpen());
  if (open.length > 1) {
    const hashes = open.map((one) => one.hash);
    throw new RefusalError("definition.which", adoptionPhrases.which(hashes), {
      choices: hashes.map(adoptionPhrases.shortHash),
      said: hash,
    });
  }
  return proposal;
}
