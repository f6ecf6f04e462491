import { recorded } from "../../platform/journal/record.ts";
import { Refusal } from "../../shared/refusal.ts";
import { applicationsOf } from "../application/store.ts";
import type { PersonTurn, Turn } from "../engine/feature.ts";
import { candidatesOf } from "./candidates.ts";
import { selectionRefusals as refusals } from "./phrases.ts";
import { APPROVAL_CARD, NOTICE_CARD } from "./propose.ts";
import { type Obstacle, obstaclesOf, requiredCount } from "./rules.ts";
import type { Selection } from "./selection.ts";
import { latestSelection, lockSelections } from "./store.ts";
import { membersWhoMay } from "./who.ts";

export interface Decision {
  verdict: "approved" | "declined";
  /** The version that was seen; left out: the newest. */
  version: number | undefined;
  reason?: string;
  /** The card that was pressed and is answered otherwise. */
  pressed?: string;
}

/**
 * 批准 or 不批准, for exactly this version.
 * @throws {Refusal} when it is no longer the one that waits, or, on approval, no longer fits the confirmed lists
 */
export async function decideSelection(turn: PersonTurn, decision: Decision): Promise<Selection> {
  const { tx, campaign, now, person, personal } = turn;
  await lockSelections(tx, campaign.id);
  const latest = await waiting(turn, decision.version);
  if (decision.verdict === "approved") await requireFit(turn, latest);
  const { verdict: state, reason } = decision;
  const kept = reason === undefined ? undefined : await personal.keep(tx, campaign.id, reason);
  const rows = [{ table: "selection" as const, key: { campaign_id: campaign.id, version: latest.version } }];
  const act = { campaignId: campaign.id, at: now, actor: person.staffId, action: `selection.${state}`, rows };
  await recorded(tx, { ...act, ...(kept ? { reason: JSON.stringify(kept) } : {}) }, () =>
    tx.selection.update({
      where: { campaignId_version: { campaignId: campaign.id, version: latest.version } },
      data: { state, decidedBy: person.staffId, decidedAt: now },
    }),
  );
  await tellOrganizers(turn, latest.version, decision.pressed);
  return { ...latest, state };
}

async function waiting({ tx, campaign }: Turn, version: number | undefined): Promise<Selection> {
  const latest = await latestSelection(tx, campaign.id);
  if (latest?.state !== "proposed") throw new Refusal("selection.nothing-to-approve", refusals.nothingToApprove());
  if (version !== undefined && version !== latest.version) {
    throw new Refusal("selection.other-version", refusals.otherVersion(version, latest.version));
  }
  return latest;
}

async function requireFit(turn: Turn, selection: Selection): Promise<void> {
  const obstacles = (await obstaclesNow(turn, selection)).filter(({ kind }) => kind !== "unclear");
  if (obstacles.length === 0) return;
  throw new Refusal("selection.does-not-fit", refusals.cannotApprove(obstacles.map(obstacleWords)));
}

/** What stands against the selection as the lists and applications are now. */
export async function obstaclesNow(turn: Turn, { items }: Selection): Promise<Obstacle[]> {
  const { tx, campaign, rulings } = turn;
  const all = await applicationsOf(tx, campaign.id);
  return obstaclesOf(items, {
    candidates: await candidatesOf(turn),
    required: requiredCount(campaign.definition, rulings),
    nameOf: (id) => all.find((application) => application.id === id)?.compoundName ?? id,
  });
}

export function obstacleWords(obstacle: Obstacle): string {
  const words = refusals.obstacles;
  return obstacle.kind === "count"
    ? words.count(obstacle.selected, obstacle.required)
    : words[obstacle.kind](obstacle.name);
}

async function tellOrganizers({ tx, campaign, cards, now }: Turn, version: number, pressed?: string): Promise<void> {
  const campaignId = campaign.id;
  const subject = String(version);
  const except = pressed === undefined ? { now } : { now, except: pressed };
  await cards.touch(tx, { campaignId, kind: APPROVAL_CARD, subject }, except);
  for (const { staffId } of membersWhoMay(campaign.definition, "publication.publish")) {
    await cards.show(tx, { kind: "direct", person: staffId }, { campaignId, kind: NOTICE_CARD, subject });
  }
}
