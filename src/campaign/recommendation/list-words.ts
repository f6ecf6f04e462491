import { hasReview } from "../application/offered.ts";
import { disqualifyingSource, pendingOption, pendingTopic } from "../application/words.ts";
import type { Definition } from "../definition/definition.ts";
import { annexFor, decided, offers, rowFor } from "../definition/purposes.ts";
import { sourceWords } from "../definition/source-words.ts";
import { quotaWords } from "../definition/wording.ts";
import { type Nouns, nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { districtAbove, levelOf, listDeliverable } from "./levels.ts";
import { type Misfit, type NumberRule, numberRules } from "./numbers.ts";

/** What is looked at. */
type Now = Pick<Context, "campaign" | "rulings">;

/** The campaign's words as the sentences about a district's list need them. */
export interface ListWords extends Nouns {
  /** 市级, or the district above. */
  to: string;
  /** Out of what it recommends. */
  from: "reviewed" | "applied" | "recommended";
  /** Id of the satisfaction row; undefined where nothing is measured by it. */
  satisfaction: string | undefined;
  /** 及格分 */
  passMark: number | undefined;
  /** What a pending declaration is about, and what it is called: 安全责任事故, 待定. */
  topic: string;
  pendingOption: string;
}

export function listWords(definition: Definition, district: string): ListWords {
  const nouns = nounsOf(definition);
  const above = districtAbove(definition, district);
  const isScored = hasReview(definition);
  return {
    ...nouns,
    to: definition.campaign.districts.find(({ id }) => id === above)?.name ?? `${nouns.city}级`,
    from: levelOf(definition, district) === 2 ? "recommended" : isScored ? "reviewed" : "applied",
    satisfaction: isScored ? rowFor(definition.rubric, "satisfaction")?.id : undefined,
    passMark: isScored ? definition.rubric.passMark : undefined,
    topic: pendingTopic(definition),
    pendingOption: pendingOption(definition),
  };
}

export const rulesFor = ({ campaign: { definition }, rulings }: Now, district: string): NumberRule[] =>
  numberRules(definition, rulings, levelOf(definition, district));

/** 不少于2个, with the category or the ruling it belongs to. */
export interface NumberWords {
  figure: string;
  soft: boolean;
  category: string | undefined;
  ruling: string | undefined;
}

export const numberWords = ({ campaign: { definition } }: Now, rule: NumberRule): NumberWords => ({
  figure: quotaWords(definition, rule.quota),
  soft: rule.quota.soft,
  category: definition.campaign.categories.find(({ id }) => id === rule.category)?.name,
  ruling: rule.ruling,
});

/** Where the rule that a list departs from stands. */
export const misfitSource = ({ campaign: { definition } }: Now, { rule }: Misfit): string =>
  sourceWords(definition, rule.quota.line);

/** Where the plan speaks of the list, its numbers and the first measure. */
export function leadSource(context: Now, district: string): string {
  const { definition } = context.campaign;
  const row = hasReview(definition) ? rowFor(definition.rubric, "satisfaction") : undefined;
  const quotas = rulesFor(context, district).filter(({ ruling }) => ruling === undefined);
  return sourceWords(definition, [
    ...(listDeliverable(definition, district)?.line ?? []),
    ...quotas.flatMap(({ quota }) => quota.line),
    ...(row?.line ?? []),
  ]);
}

/** The list's deliverable and its annex. */
export const listSource = ({ campaign: { definition } }: Now, district: string): string =>
  sourceWords(definition, [
    ...(listDeliverable(definition, district)?.line ?? []),
    ...definition.recommendationList.line,
  ]);

/** What the list is exported as; undefined where nothing is. */
export function exportName({ campaign: { definition } }: Now, district: string): string | undefined {
  if (!offers(definition, "export")) return undefined;
  return annexFor(definition, "list")?.name ?? listDeliverable(definition, district)?.name;
}

/** What a pending declaration on the list leads to. */
export function pendingTold({ campaign: { definition }, rulings }: Now): {
  blocks: boolean;
  source: string | undefined;
} {
  const { atPublication } = decided(definition, "undecidedRequirement", rulings);
  return { blocks: atPublication !== "warn", source: disqualifyingSource(definition) };
}

/** Whether what is not settled cannot be recommended. */
export const unclearBlocks = ({ campaign: { definition }, rulings }: Now): boolean =>
  decided(definition, "undecidedRequirement", rulings).atRecommendation === "block";
