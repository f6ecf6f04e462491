import { RefusalError } from "../../../shared/refusal-error.ts";
import { decided, rulingDeciding } from "../../definition/purposes.ts";
import { momentWords } from "../../definition/wording.ts";
import { groupsOf } from "../../directory/groups.ts";
import type { Context } from "../../engine/context.ts";
import { basisOf } from "../../ranking/rules.ts";
import { hindrances } from "../decide.ts";
import { publicationWaits } from "../extension-points.ts";
import { type KeptCase, keptCases } from "../kept.ts";
import { openRulings } from "../rules.ts";
import type { SelectedItem, Selection } from "../selection.ts";
import { latestSelection } from "../store.ts";
import { wordsOf } from "../words.ts";
import { publicationPhrases as phrases } from "./phrases.ts";

/** A selection ready for publication. */
export interface Publishable {
  selection: Selection;
  /** Selected compounds as they were approved, by district, unranked. */
  chosen: readonly KeptCase<SelectedItem>[];
}

/**
 * Checks the preconditions of publication: an approved version that still holds, the required rulings, and what it waits for
 * (公示).
 *
 * @throws {RefusalError} if a precondition fails; the sentence names it
 */
export async function publishable(context: Context): Promise<Publishable> {
  const { tx, campaign } = context;
  const selection = await latestSelection(tx, campaign.id);
  requireApproved(context, selection);
  const hindrance = await publicationHindrance(context, selection);
  if (hindrance !== undefined) throw new RefusalError("publication.hindered", hindrance);
  if ((await groupsOf(tx, campaign.id, "campaign")).length === 0) {
    throw new RefusalError("publication.no-group", phrases.noGroup());
  }
  return { selection, chosen: await chosenOf(context, selection) };
}

function requireApproved(
  { campaign: { definition }, rulings }: Context,
  selection: Selection | undefined,
): asserts selection is Selection {
  const words = wordsOf(definition);
  if (selection?.state === "published") {
    const at = selection.publishedAt ? momentWords(selection.publishedAt) : "";
    throw new RefusalError("publication.already", phrases.already(at, words));
  }
  const open = openRulings(definition, rulings);
  if (open.length > 0) throw new RefusalError("publication.open-rulings", phrases.openRulings(open, words));
  if (!selection || selection.state === "superseded") {
    throw new RefusalError("publication.nothing", phrases.nothing(words));
  }
  const { state, version } = selection;
  if (state === "declined") throw new RefusalError("publication.declined", phrases.declined(version, words));
  if (state === "reopened") throw new RefusalError("publication.reopened", phrases.reopened(version, words));
  if (state !== "approved") throw new RefusalError("publication.not-approved", phrases.notApproved(version, words));
}

/** Why an approved version cannot be published now, in sentences; undefined if it can. */
export async function publicationHindrance(context: Context, selection: Selection): Promise<string | undefined> {
  const lasting = await lastingHindrance(context, selection);
  const waits = (await context.contributions(publicationWaits, { selection })).join("");
  if (waits === "") return lasting;
  return lasting === undefined ? phrases.cannot(waits) : lasting + phrases.besides(waits);
}

/** What stands against 公布 whatever the day: an open ruling, a change, a requirement, points that do not exist. */
export async function lastingHindrance(context: Context, selection: Selection): Promise<string | undefined> {
  const { campaign, rulings } = context;
  const words = wordsOf(campaign.definition);
  const open = openRulings(campaign.definition, rulings);
  if (open.length > 0) return phrases.openRulings(open, words);
  const { atPublication } = decided(campaign.definition, "undecidedRequirement", rulings);
  const reasons = await hindrances(context, selection, { unclear: atPublication !== "warn" });
  if (reasons.length > 0) return phrases.obstacles(reasons);
  const unscored = await withoutCityPoints(context, selection);
  if (unscored.length === 0) return undefined;
  return phrases.noCityPoints(rulingDeciding(campaign.definition, "rankingBasis")?.id ?? "", unscored, words);
}

/** Names of the compounds of the selection, chosen or not, without points of the city, where those decide. */
async function withoutCityPoints(context: Context, selection: Selection): Promise<string[]> {
  const { tx, campaign, rulings } = context;
  if (basisOf(campaign.definition, rulings) !== "city") return [];
  const sheets = await tx.scoreSheet.findMany({
    where: { campaignId: campaign.id, ledger: "city", state: "finalized" },
    select: { caseId: true },
  });
  const scored = new Set(sheets.map(({ caseId }) => caseId));
  const cases = await keptCases(context, selection.items, selection.recordedAt);
  return cases.filter(({ applicationId }) => !scored.has(applicationId)).map(({ name }) => name);
}

/** Selected compounds as the selection keeps them, by district. */
export async function chosenOf(context: Context, { items, recordedAt }: Selection): Promise<KeptCase<SelectedItem>[]> {
  const order = context.campaign.definition.campaign.districts.map(({ id }) => id);
  const selected = items.filter(({ selected }) => selected);
  const cases = await keptCases(context, selected, recordedAt);
  return cases.toSorted((a, b) => order.indexOf(a.district) - order.indexOf(b.district));
}
