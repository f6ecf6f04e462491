import { RefusalError } from "../../../shared/refusal-error.ts";
import { momentWords } from "../../definition/wording.ts";
import { groupsOf } from "../../directory/groups.ts";
import type { Context } from "../../engine/context.ts";
import { candidatesOf } from "../candidates.ts";
import { obstaclesNow, obstacleWords } from "../decide.ts";
import { openRulings } from "../rules.ts";
import type { Candidate, Selection } from "../selection.ts";
import { latestSelection } from "../store.ts";
import { wordsOf } from "../words.ts";
import { publicationPhrases as phrases } from "./phrases.ts";

/** A selection ready for publication. */
export interface Publishable {
  selection: Selection;
  /** Selected compounds by district, unranked. */
  chosen: readonly Candidate[];
}

/**
 * Checks the preconditions of publication: required rulings, an approved version, and no obstacles.
 *
 * @throws {RefusalError} if a precondition fails; the sentence names it
 */
export async function publishable(context: Context): Promise<Publishable> {
  const { tx, campaign, rulings } = context;
  const words = wordsOf(campaign.definition);
  const selection = await latestSelection(tx, campaign.id);
  if (selection?.state === "published") {
    const at = selection.publishedAt ? momentWords(selection.publishedAt) : "";
    throw new RefusalError("publication.already", phrases.already(at, words));
  }
  const open = openRulings(campaign.definition, rulings);
  if (open.length > 0) throw new RefusalError("publication.open-rulings", phrases.openRulings(open, words));
  if (!selection || selection.state === "superseded") {
    throw new RefusalError("publication.nothing", phrases.nothing(words));
  }
  if (selection.state === "declined") {
    throw new RefusalError("publication.declined", phrases.declined(selection.version, words));
  }
  if (selection.state !== "approved") {
    throw new RefusalError("publication.not-approved", phrases.notApproved(selection.version, words));
  }
  const obstacles = await obstaclesNow(context, selection);
  if (obstacles.length > 0) {
    const reasons = obstacles.map((obstacle) => obstacleWords(obstacle, words));
    throw new RefusalError("publication.obstacles", phrases.obstacles(reasons));
  }
  if ((await groupsOf(tx, campaign.id, "campaign")).length === 0) {
    throw new RefusalError("publication.no-group", phrases.noGroup());
  }
  return { selection, chosen: await chosenOf(context, selection) };
}

/** Selected compounds, as current candidates. */
export async function chosenOf(context: Context, { items }: Selection): Promise<Candidate[]> {
  const ids = items.filter(({ selected }) => selected).map(({ applicationId }) => applicationId);
  return (await candidatesOf(context)).filter(({ applicationId }) => ids.includes(applicationId));
}
