import { dayOf, shanghaiIso } from "../../shared/civil-date.ts";
import { type Deadline, deadlineOf } from "../definition/deadlines.ts";
import { noRulings, type RulingsInForce, rulingsAt } from "../definition/rulings-in-force.ts";
import { deadlineContext, type RunningCampaign } from "../definition/running-campaign.ts";
import type { DueKind, Turn } from "../engine/feature.ts";
import { GROUP_CARD, OFFICIAL_CARD } from "../stage/opening.ts";
import { currentStage } from "../stage/rules.ts";
import { LIST_CARD, ONE_CARD } from "./card-kinds.ts";
import { rulingPhrases } from "./phrases.ts";

/** A date that one set of answers reads otherwise than another. */
export interface Move {
  deliverable: string;
  name: string;
  from: Deadline;
  to: Deadline;
}

/** What changes for deadlines when one set of answers takes the other's place. */
export const movesBetween = (campaign: RunningCampaign, before: RulingsInForce, after: RulingsInForce): Move[] =>
  campaign.definition.campaign.deliverables
    .filter(({ optional }) => !optional)
    .map(({ id, name }) => ({
      deliverable: id,
      name,
      from: deadlineOf(deadlineContext(campaign, before), id),
      to: deadlineOf(deadlineContext(campaign, after), id),
    }))
    .filter(({ from, to }) => from.statedOn !== to.statedOn || from.binding !== to.binding);

/** What later parts of the campaign do when dates moved, e.g. refresh cards of their own. */
export type OnDatesMoved = (turn: Turn) => Promise<void>;

/** Cards whose dates moved are drawn anew. @param before the answers that held until now */
export async function refreshDeadlines(
  turn: Turn,
  before: RulingsInForce,
  onDatesMoved: readonly OnDatesMoved[],
): Promise<void> {
  const { tx, campaign, cards, now, rulings } = turn;
  if (movesBetween(campaign, before, rulings).length === 0) return;
  const stage = currentStage(campaign, dayOf(now));
  if (stage) {
    await cards.touch(tx, { campaignId: campaign.id, kind: GROUP_CARD, subject: stage.id }, { now });
    for (const { id } of campaign.definition.campaign.districts) {
      await cards.touch(tx, { campaignId: campaign.id, kind: OFFICIAL_CARD, subject: `${stage.id}/${id}` }, { now });
    }
  }
  for (const also of onDatesMoved) await also(turn);
}

/** An answer confirmed for later takes effect: at that moment the cards follow. */
export const answerTakesEffect = (onDatesMoved: readonly OnDatesMoved[]): DueKind => ({
  kind: "ruling.effect",
  moments: (_campaign, steps) =>
    steps.filter(({ foreseen }) => foreseen).map(({ from }) => ({ key: shanghaiIso(from), dueAt: from })),
  label: () => rulingPhrases.effectLabel(),
  async fire(turn, { dueAt }) {
    const at = turn.rulingsOverTime.findIndex(({ from }) => from.getTime() === dueAt.getTime());
    const before = at > 0 ? turn.rulingsOverTime[at - 1]?.inForce : noRulings;
    const rulings = rulingsAt(turn.rulingsOverTime, dueAt);
    await refreshDeadlines({ ...turn, rulings }, before ?? noRulings, onDatesMoved);
    for (const kind of [LIST_CARD, ONE_CARD]) {
      await turn.cards.touch(turn.tx, { campaignId: turn.campaign.id, kind }, { now: turn.now });
    }
    return "done";
  },
});
