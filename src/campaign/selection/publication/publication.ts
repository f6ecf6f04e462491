import { Refusal } from "../../../shared/refusal.ts";
import { momentWords } from "../../definition/wording.ts";
import { groupsOf } from "../../directory/groups.ts";
import type { Turn } from "../../engine/feature.ts";
import { candidatesOf } from "../candidates.ts";
import { obstaclesNow, obstacleWords } from "../decide.ts";
import { openRulings } from "../rules.ts";
import type { Candidate, Selection } from "../selection.ts";
import { latestSelection } from "../store.ts";
import { publicationPhrases as phrases } from "./phrases.ts";

/** What would be published now. */
export interface Publishable {
  selection: Selection;
  /** Those chosen, in the order of districts; no rank. */
  chosen: readonly Candidate[];
}

/**
 * Looks at everything that must hold before the list goes out: the rulings, the approval of exactly this version, and
 * that every compound on it still takes part, with nothing unsettled.
 *
 * @throws {Refusal} naming what stands in the way
 */
export async function publishable(turn: Turn): Promise<Publishable> {
  const { tx, campaign, rulings } = turn;
  const selection = await latestSelection(tx, campaign.id);
  if (selection?.state === "published") {
    const at = selection.publishedAt ? momentWords(selection.publishedAt) : "";
    throw new Refusal("publication.already", phrases.already(at));
  }
  const open = openRulings(campaign.definition, rulings);
  if (open.length > 0) throw new Refusal("publication.open-rulings", phrases.openRulings(open));
  if (!selection || selection.state === "superseded") throw new Refusal("publication.nothing", phrases.nothing());
  if (selection.state === "declined") {
    throw new Refusal("publication.declined", phrases.declined(selection.version));
  }
  if (selection.state !== "approved") {
    throw new Refusal("publication.not-approved", phrases.notApproved(selection.version));
  }
  const obstacles = await obstaclesNow(turn, selection);
  if (obstacles.length > 0) {
    throw new Refusal("publication.obstacles", phrases.obstacles(obstacles.map(obstacleWords)));
  }
  if ((await groupsOf(tx, campaign.id, "campaign")).length === 0) {
    throw new Refusal("publication.no-group", phrases.noGroup());
  }
  return { selection, chosen: await chosenOf(turn, selection) };
}

/** The compounds that were selected, as they stand on the lists. */
export async function chosenOf(turn: Turn, { items }: Selection): Promise<Candidate[]> {
  const ids = items.filter(({ selected }) => selected).map(({ applicationId }) => applicationId);
  return (await candidatesOf(turn)).filter(({ applicationId }) => ids.includes(applicationId));
}
