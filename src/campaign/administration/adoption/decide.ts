import { recorded } from "../../../platform/journal/record.ts";
import { Refusal } from "../../../shared/refusal.ts";
import { parseDefinition } from "../../definition/definition.ts";
import { runningCampaign } from "../../definition/running-campaign.ts";
import type { Campaigns } from "../../engine/campaigns.ts";
import type { DueKind, PersonTurn } from "../../engine/feature.ts";
import { planMoments } from "../../engine/schedule/schedule.ts";
import { pinDefinition } from "../../engine/start/start-campaign.ts";
import { adoptionPhrases } from "./phrases.ts";
import { PROPOSAL_CARD } from "./propose.ts";

export interface DecideDeps {
  campaigns: Campaigns;
  kinds(): readonly DueKind[];
}

export type Verdict = "adopted" | "declined";

/**
 * The organizer takes the changed definition over, or leaves it. From the adoption on everything follows the new
 * version; what was decided under the old one keeps its mark.
 * `hash` is the proposal or its beginning, empty for the only one open; `pressed` the card that is answered otherwise.
 *
 * @throws {Refusal} when it is no longer open
 */
export async function decideProposal(
  turn: PersonTurn,
  { hash, verdict, pressed }: { hash: string; verdict: Verdict; pressed?: string },
  deps: DecideDeps,
): Promise<void> {
  const { tx, campaign, now, person } = turn;
  const proposal = await openProposal(turn, hash);
  const version = campaign.definitionVersion + 1;
  const rows = [
    { table: "definition_proposal" as const, key: { campaign_id: campaign.id, hash: proposal.hash } },
    { table: "campaign" as const, key: { id: campaign.id } },
    { table: "definition" as const, key: { campaign_id: campaign.id, version } },
  ];
  const action = verdict === "adopted" ? "definition.adopted" : "definition.declined";
  await recorded(tx, { campaignId: campaign.id, at: now, actor: person.staffId, action, rows }, async () => {
    await tx.definitionProposal.update({
      where: { campaignId_hash: { campaignId: campaign.id, hash: proposal.hash } },
      data: { state: verdict, decidedBy: person.staffId, decidedAt: now },
    });
    if (verdict === "declined") return;
    const { content } = await tx.definitionContent.findUniqueOrThrow({ where: { hash: proposal.hash } });
    const definition = parseDefinition(content);
    await pinDefinition(tx, { definition, version, by: person.staffId, now });
    await tx.campaign.update({ where: { id: campaign.id }, data: { definitionVersion: version } });
    const next = runningCampaign({ definition, definitionVersion: version, startedAt: campaign.startedAt });
    await planMoments(tx, next, { kinds: deps.kinds(), now, rulings: turn.rulingsOverTime });
  });
  await deps.campaigns.sync(tx);
  const touched = pressed === undefined ? { now } : { now, except: pressed };
  await turn.cards.touch(tx, { campaignId: campaign.id, kind: PROPOSAL_CARD, subject: proposal.hash }, touched);
}

async function openProposal({ tx, campaign }: PersonTurn, hash: string) {
  // Two organizers may answer at once: the second finds nothing open.
  await tx.$queryRaw`select 1 from campaign where id = ${campaign.id} for update`;
  const open = await tx.definitionProposal.findMany({
    where: { campaignId: campaign.id, state: "open", hash: { startsWith: hash } },
  });
  const [proposal] = open;
  if (!proposal) throw new Refusal("definition.not-open", adoptionPhrases.notOpen());
  if (open.length > 1) throw new Refusal("definition.which", adoptionPhrases.which(open.map((one) => one.hash)));
  return proposal;
}
