import { journalTable } from "../../../platform/journal/journal-table.ts";
import { type Definition, parseDefinition } from "../../definition/definition.ts";
import type { Context } from "../../engine/context.ts";

export const definitionProposalTable = journalTable("definition_proposal", ["campaign_id", "hash"]);

export type Proposal = NonNullable<Awaited<ReturnType<typeof proposalOf>>>;

/** @param hash of the proposed definition */
export const proposalOf = ({ tx, campaign }: Context, hash: string) =>
  tx.definitionProposal.findUnique({ where: { campaignId_hash: { campaignId: campaign.id, hash } } });

/** @param beginning prefix of the hash; empty for all */
export const openProposals = ({ tx, campaign }: Context, beginning = ""): Promise<Proposal[]> =>
  tx.definitionProposal.findMany({
    where: { campaignId: campaign.id, state: "open", hash: { startsWith: beginning } },
  });

export const proposedDefinition = async ({ tx }: Context, hash: string): Promise<Definition> =>
  parseDefinition((await tx.definitionContent.findUniqueOrThrow({ where: { hash } })).content);
