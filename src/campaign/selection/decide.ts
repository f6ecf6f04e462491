import { RefusalError } from "../../shared/refusal-error.ts";
import { judgeUnderRulings } from "../application/exclusion/judge.ts";
import { requirementPhrases } from "../application/requirements/phrases.ts";
import { applicationsOf } from "../application/store.ts";
import type { Authority } from "../authority/authority.ts";
import { decisionsChanged } from "../authority/events.ts";
import { decided, rulingDeciding } from "../definition/purposes.ts";
import { membersWhoMay } from "../directory/member.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { lockCampaign } from "../engine/lock-campaign.ts";
import { limitsNow } from "./after-publication.ts";
import { candidatesOf } from "./candidates.ts";
import { changesSince } from "./changed.ts";
import { selectionChanged } from "./events.ts";
import { changeWords, selectionRefusals as refusals } from "./phrases.ts";
import { reservePhrases } from "./phrases-reserves.ts";
import { reservesAllowed } from "./reserves.ts";
import { type Obstacle, obstaclesOf } from "./rules.ts";
import type { Selection } from "./selection.ts";
import { latestSelection, selectionTable } from "./store.ts";
import { type SelectionWords, wordsOf } from "./words.ts";

export const NOTICE_CARD = "selection.notice";

export interface Decision {
  verdict: "approved" | "declined";
  /** Version on the card or in the text; undefined: the newest. */
  version: number | undefined;
  /** 决定依据 */
  authority?: Authority;
  /** 审批意见 */
  opinion?: string;
}

/**
 * 批准 or 不批准 of one version.
 * @throws {RefusalError} if the version is not the proposed one, or what is to be approved no longer is as proposed
 */
export async function decideSelection(context: PersonContext, decision: Decision): Promise<Selection> {
  const { tx, campaign, now, person, people } = context;
  await lockCampaign(tx, campaign.id);
  await judgeUnderRulings(context);
  const latest = await waitingSelection(context, decision.version);
  if (decision.verdict === "approved") {
    requireAnother(context, latest);
    await requireFit(context, latest);
  }
  const { verdict: state, authority, opinion } = decision;
  const { version } = latest;
  const stored = opinion === undefined ? undefined : await context.personal.store(opinion);
  const rows = [selectionTable.row({ campaign_id: campaign.id, version })];
  const entry = { action: `selection.${state}`, rows, reason: stored && JSON.stringify(stored) };
  await context.withJournal(entry, () =>
    tx.selection.update({
      where: { campaignId_version: { campaignId: campaign.id, version } },
      data: {
        ...{ state, decidedBy: person.staffId, decidedAt: now },
        ...(authority ? { authority: { ...authority } } : {}),
        ...(stored ? { opinion: { ...stored } } : {}),
      },
    }),
  );
  for (const { staffId } of membersWhoMay(campaign.definition, people, "publication.publish")) {
    await context.cards.show(staffId, { kind: NOTICE_CARD, subject: String(version) });
  }
  context.emit(selectionChanged, { version });
  context.emit(decisionsChanged, {});
  return { ...latest, state };
}

/** The version that waits for the approver. @throws {RefusalError} if there is none, or another one is named */
export async function waitingSelection({ tx, campaign }: Context, version: number | undefined): Promise<Selection> {
  const latest = await latestSelection(tx, campaign.id);
  if (latest?.state === "reopened") {
    throw new RefusalError("selection.reopened", refusals.reopened(latest.version, wordsOf(campaign.definition)));
  }
  if (latest?.state !== "proposed") throw new RefusalError("selection.nothing-to-approve", refusals.nothingToApprove());
  if (version !== undefined && version !== latest.version) {
    throw new RefusalError("selection.other-version", refusals.otherVersion(version, latest.version));
  }
  return latest;
}

/** Who proposed it does not approve it, whatever roles the person has. */
function requireAnother({ campaign, person }: PersonContext, { recordedBy }: Selection): void {
  if (recordedBy === person.staffId)
    throw new RefusalError("selection.own-proposal", refusals.ownProposal(wordsOf(campaign.definition)));
}

async function requireFit(context: Context, selection: Selection): Promise<void> {
  const reasons = await hindrances(context, selection, { unclear: false });
  if (reasons.length === 0) return;
  const words = wordsOf(context.campaign.definition);
  throw new RefusalError("selection.does-not-fit", refusals.cannotApprove(reasons, words));
}

/**
 * What stands against approving or publishing the selection, in words; empty if nothing does.
 * @param unclear whether a pending declaration counts; it does at 公布
 */
export async function hindrances(
  context: Context,
  selection: Selection,
  { unclear }: { unclear: boolean },
): Promise<string[]> {
  const words = wordsOf(context.campaign.definition);
  const { atPublication } = decided(context.campaign.definition, "undecidedRequirement", context.rulings);
  const changes = await changesSince(context, selection);
  const obstacles = (await obstaclesNow(context, selection)).filter(({ kind }) => {
    if (kind === "unclear") return unclear;
    // What a ruling lets pass is only shown.
    if (kind === "unclearRequirements") return unclear && atPublication !== "warn";
    return kind === "count" || kind === "reserves" || kind === "requirements" || changes.length === 0;
  });
  return [
    ...changes.map((change) => changeWords(change, words)),
    ...obstacles.map((obstacle) => obstacleWords(context, obstacle, words)),
  ];
}

/** Obstacles with the current lists and applications. */
export async function obstaclesNow(context: Context, { items }: Pick<Selection, "items">): Promise<Obstacle[]> {
  const { tx, campaign, rulings } = context;
  const all = await applicationsOf(tx, campaign.id);
  return obstaclesOf(items, {
    candidates: await candidatesOf(context),
    limits: await limitsNow(context),
    reserves: reservesAllowed(campaign.definition, rulings),
    nameOf: (id) => all.find((application) => application.id === id)?.compoundName ?? id,
  });
}

export function obstacleWords(
  { campaign: { definition } }: Pick<Context, "campaign">,
  obstacle: Obstacle,
  words: SelectionWords,
): string {
  const said = refusals.obstacles;
  if (obstacle.kind === "count") return said.count(obstacle.misfit, words);
  if (obstacle.kind === "reserves") return reservePhrases.overNow(obstacle.count, obstacle.most, words);
  if (obstacle.kind === "requirements") {
    const ruling = rulingDeciding(definition, "excludingRequirements")?.id;
    return requirementPhrases.told(obstacle.name, requirementPhrases.excluded(obstacle.clauses, ruling, words));
  }
  if (obstacle.kind === "unclearRequirements") {
    const ruling = rulingDeciding(definition, "undecidedRequirement")?.id;
    return requirementPhrases.told(obstacle.name, requirementPhrases.undecided(obstacle.clauses, ruling, words));
  }
  return said[obstacle.kind](obstacle.name, words);
}
