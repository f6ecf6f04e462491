import { RefusalError } from "../../shared/refusal-error.ts";
import type { Context } from "../engine/context.ts";
import { candidatesOf } from "./candidates.ts";
import { changesSince } from "./changed.ts";
import { type Limit, limitsOf } from "./limits.ts";
import { afterPublicationRefusals as refusals, selectionRefusals } from "./phrases.ts";
import { fallenIn, passes, type Replacement, replacementProblem } from "./replacement.ts";
import { isOnlyCorrected } from "./rules.ts";
import type { Candidate, Selection } from "./selection.ts";
import { latestSelection, publishedSelectionOf } from "./store.ts";
import { wordsOf } from "./words.ts";

/** Ids of the published compounds that do not stand any more: withdrawn, excluded, or taken off by a decision. */
export async function fallenOut(context: Context): Promise<ReadonlySet<string>> {
  const published = await publishedSelectionOf(context.tx, context.campaign.id);
  if (!published) return new Set();
  const items = published.items.filter(({ selected }) => selected);
  return fallenIn(await changesSince(context, { items, recordedAt: published.recordedAt }));
}

/** Published, and nothing on the list has fallen out: nothing is chosen, approved or published any more. */
export async function isSettled(context: Context): Promise<boolean> {
  const latest = await latestSelection(context.tx, context.campaign.id);
  return isOnlyCorrected(latest) && (await fallenOut(context)).size === 0;
}

/** @throws {RefusalError} after 公布, unless something on the list has fallen out */
export async function requireChoosable(context: Context): Promise<void> {
  if (!(await isSettled(context))) return;
  throw new RefusalError("selection.published", selectionRefusals.published(wordsOf(context.campaign.definition)));
}

/** The limits on the number; after 公布 fewer by as many as have fallen out, whom nobody need replace. */
export async function limitsNow(context: Context): Promise<Limit[]> {
  const limits = limitsOf(context.campaign.definition, context.rulings);
  const out = (await fallenOut(context)).size;
  if (out === 0) return limits;
  return limits.map((limit) =>
    limit.least === undefined ? limit : { ...limit, least: Math.max(0, limit.least - out) },
  );
}

/**
 * After 公布 whoever still qualifies stays, and only reserves come in, in their order, as many as have fallen out.
 * @throws {RefusalError} if the choice is another one
 */
export async function requireReplacements(
  context: Context,
  items: readonly { applicationId: string; selected: boolean }[],
): Promise<void> {
  const { tx, campaign } = context;
  const published = await publishedSelectionOf(tx, campaign.id);
  if (!published) return;
  const candidates = await candidatesOf(context);
  const problem = replacementProblem(items, await replacementIn(context, published, candidates));
  if (!problem) return;
  const names = new Map(candidates.map(({ applicationId, name }) => [applicationId, name]));
  const words = wordsOf(campaign.definition);
  const sentence = refusals[problem.kind](
    problem.ids.map((id) => names.get(id) ?? id),
    words,
  );
  throw new RefusalError(`selection.${problem.kind}`, sentence);
}

async function replacementIn(
  context: Context,
  published: Selection,
  candidates: readonly Candidate[],
): Promise<Replacement> {
  return {
    published: published.items,
    fallen: await fallenOut(context),
    taking: new Set(candidates.filter(passes).map(({ applicationId }) => applicationId)),
  };
}
