import { RefusalError } from "../../shared/refusal-error.ts";
import { applicationsOf } from "../application/store.ts";
import { membersWhoMay } from "../directory/member.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { lockCampaign } from "../engine/lock-campaign.ts";
import { candidatesOf } from "./candidates.ts";
import { selectionChanged } from "./events.ts";
import { limitsOf } from "./limits.ts";
import { selectionRefusals as refusals } from "./phrases.ts";
import { type Obstacle, obstaclesOf } from "./rules.ts";
import type { Selection } from "./selection.ts";
import { latestSelection, selectionTable } from "./store.ts";
import { type SelectionWords, wordsOf } from "./words.ts";

export const NOTICE_CARD = "selection.notice";

export interface Decision {
  verdict: "approved" | "declined";
  /** Version on the card or in the text; undefined: the newest. */
  version: number | undefined;
  reason?: string;
}

/**
 * 批准 or 不批准 of one version.
 * @throws {RefusalError} if the version is not the proposed one, or an approved selection no longer fits the lists
 */
export async function decideSelection(context: PersonContext, decision: Decision): Promise<Selection> {
  const { tx, campaign, now, person, people } = context;
  await lockCampaign(tx, campaign.id);
  const latest = await waiting(context, decision.version);
  if (decision.verdict === "approved") await requireFit(context, latest);
  const { verdict: state, reason } = decision;
  const { version } = latest;
  const stored = reason === undefined ? undefined : JSON.stringify(await context.personal.store(reason));
  const rows = [selectionTable.row({ campaign_id: campaign.id, version })];
  await context.withJournal({ action: `selection.${state}`, rows, reason: stored }, () =>
    tx.selection.update({
      where: { campaignId_version: { campaignId: campaign.id, version } },
      data: { state, decidedBy: person.staffId, decidedAt: now },
    }),
  );
  for (const { staffId } of membersWhoMay(campaign.definition, people, "publication.publish")) {
    await context.cards.show(staffId, { kind: NOTICE_CARD, subject: String(version) });
  }
  context.emit(selectionChanged, { version });
  return { ...latest, state };
}

async function waiting({ tx, campaign }: Context, version: number | undefined): Promise<Selection> {
  const latest = await latestSelection(tx, campaign.id);
  if (latest?.state !== "proposed") throw new RefusalError("selection.nothing-to-approve", refusals.nothingToApprove());
  if (version !== undefined && version !== latest.version) {
    throw new RefusalError("selection.other-version", refusals.otherVersion(version, latest.version));
  }
  return latest;
}

async function requireFit(context: Context, selection: Selection): Promise<void> {
  const obstacles = (await obstaclesNow(context, selection)).filter(({ kind }) => kind !== "unclear");
  if (obstacles.length === 0) return;
  const words = wordsOf(context.campaign.definition);
  const reasons = obstacles.map((obstacle) => obstacleWords(obstacle, words));
  throw new RefusalError("selection.does-not-fit", refusals.cannotApprove(reasons, words));
}

/** Obstacles with the current lists and applications. */
export async function obstaclesNow(context: Context, { items }: Selection): Promise<Obstacle[]> {
  const { tx, campaign, rulings } = context;
  const all = await applicationsOf(tx, campaign.id);
  return obstaclesOf(items, {
    candidates: await candidatesOf(context),
    limits: limitsOf(campaign.definition, rulings),
    nameOf: (id) => all.find((application) => application.id === id)?.compoundName ?? id,
  });
}

export function obstacleWords(obstacle: Obstacle, words: SelectionWords): string {
  const said = refusals.obstacles;
  return obstacle.kind === "count" ? said.count(obstacle.misfit, words) : said[obstacle.kind](obstacle.name, words);
}
