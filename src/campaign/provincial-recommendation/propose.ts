import type { CivilDate } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { membersWhoMay } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { lockCampaign } from "../engine/lock-campaign.ts";
import { type ProvincialCandidates, provincialCandidates } from "./candidates.ts";
import { provincialChanged } from "./events.ts";
import { provincialRefusals as refusals } from "./phrases.ts";
import type { ProvincialItem } from "./recommendation.ts";
import { type Choice, choiceProblem, provincialBounds } from "./rules.ts";
import { provincialTable, provincialVersions } from "./store.ts";

/** Subject: the version; 0: a new one is drawn up. */
export const PROVINCIAL_CARD = "provincial-recommendation.card";

/**
 * Asks the approver for a recommendation to the province. Supersedes one that still waits; an approved one stays in force
 * until the new one is approved.
 *
 * @returns its version
 * @throws {RefusalError} before 公布, or if the choice cannot be proposed
 */
export async function proposeProvincial(
  context: PersonContext,
  { choices, dueOn }: { choices: readonly Choice[]; dueOn: CivilDate | undefined },
): Promise<number> {
  const { tx, campaign, now, person, people } = context;
  await lockCampaign(tx, campaign.id);
  const candidates = await provincialCandidates(context);
  requireChoice(context, choices, candidates);
  const known = await provincialVersions(tx, campaign.id);
  const waiting = known.filter(({ state }) => state === "proposed").map((one) => one.version);
  const version = (known.at(-1)?.version ?? 0) + 1;
  const items = await itemsOf(context, choices, candidates);
  const rows = [...waiting, version].map((one) => provincialTable.row({ campaign_id: campaign.id, version: one }));
  await context.withJournal({ action: "provincial-recommendation.proposed", rows }, async () => {
    const where = { campaignId: campaign.id, version: { in: waiting } };
    await tx.provincialRecommendation.updateMany({ where, data: { state: "superseded" } });
    await tx.provincialRecommendation.create({
      data: {
        ...{ campaignId: campaign.id, version, selectionVersion: candidates.selection.version, items },
        ...{ dueOn: dueOn ?? null, state: "proposed", recordedBy: person.staffId, recordedAt: now },
      },
    });
  });
  for (const { staffId } of membersWhoMay(campaign.definition, people, "publication.approve")) {
    await context.cards.show(staffId, { kind: PROVINCIAL_CARD, subject: String(version) });
  }
  for (const one of [...waiting, version]) context.emit(provincialChanged, { version: one });
  return version;
}

/** @throws {RefusalError} with the first thing that is wrong */
export function requireChoice(
  { campaign: { definition } }: Context,
  choices: readonly Choice[],
  { cases, fallen }: ProvincialCandidates,
): void {
  const nouns = nounsOf(definition);
  const names = new Map(cases.map(({ applicationId, name }) => [applicationId, name]));
  if (choices.some(({ applicationId }) => !names.has(applicationId)))
    throw new RefusalError("provincial-recommendation.unlisted", refusals.unlisted(nouns));
  const bounds = provincialBounds(definition);
  const problem = choiceProblem(choices, { ...bounds, fallen });
  if (!problem) return;
  const sentence =
    problem.kind === "number"
      ? refusals.number(problem.count, bounds, nouns)
      : refusals[problem.kind](problem.ids.map((id) => names.get(id) ?? id));
  throw new RefusalError(`provincial-recommendation.${problem.kind}`, sentence);
}

const itemsOf = async (
  context: Context,
  choices: readonly Choice[],
  { cases }: ProvincialCandidates,
): Promise<object[]> => {
  const snapshots = new Map(cases.map(({ applicationId, item }) => [applicationId, item.snapshot]));
  const items: Record<keyof ProvincialItem, unknown>[] = [];
  for (const { applicationId, reason } of choices) {
    const snapshot = snapshots.get(applicationId);
    items.push({ applicationId, snapshot, reason: { ...(await context.personal.store(reason)) } });
  }
  return items;
};
