import { hasReview } from "../application/offered.ts";
import { disqualifyingSource, pendingOption, pendingTopic } from "../application/words.ts";
import type { Definition } from "../definition/definition.ts";
import { annexFor, decided, offers, rowFor, rowsFor } from "../definition/purposes.ts";
import { sourceWords } from "../definition/source-words.ts";
import { quotaWords } from "../definition/wording.ts";
import { type Nouns, nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { districtAbove, levelOf, listDeliverable } from "./levels.ts";
import { type Misfit, type NumberRule, numberRules } from "./numbers.ts";

type Now = Pick<Context, "campaign" | "rulings">;

/** Campaign words for sentences about a district's list. */
export interface ListWords extends Nouns {
  /** Receiver: 市级, or the name of the district above. */
  to: string;
  /** Origin of the candidates. */
  from: "reviewed" | "applied" | "recommended";
  /** Id of the satisfaction row; undefined if the rubric has none. */
  satisfaction: string | undefined;
  /** Ids of the rows on participation. */
  participation: readonly string[];
  /** 及格分 */
  passMark: number | undefined;
  /** Topic and label of a pending declaration: 安全责任事故, 待核实. */
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
    participation: isScored ? rowsFor(definition.rubric, "participation").map(({ id }) => id) : [],
    passMark: isScored ? definition.rubric.passMark : undefined,
    topic: pendingTopic(definition),
    pendingOption: pendingOption(definition),
  };
}

export const rulesFor = ({ campaign: { definition }, rulings }: Now, district: string): NumberRule[] =>
  numberRules(definition, rulings, levelOf(definition, district));

/** A rule on the number in words: 不少于2个, with its category or ruling. */
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

/** Source of a broken rule in the plan. */
export const misfitSource = ({ campaign: { definition } }: Now, { rule }: Misfit): string =>
  sourceWords(definition, rule.quota.line);

/** Source of the list, its numbers and the satisfaction measure in the plan. */
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

/** Source of the list deliverable and its annex. */
export const listSource = ({ campaign: { definition } }: Now, district: string): string =>
  sourceWords(definition, [
    ...(listDeliverable(definition, district)?.line ?? []),
    ...definition.recommendationList.line,
  ]);

/** Word for the exported list; undefined in campaigns without export. */
export function exportName({ campaign: { definition } }: Now, district: string): string | undefined {
  if (!offers(definition, "export")) return undefined;
  return annexFor(definition, "list")?.name ?? listDeliverable(definition, district)?.name;
}

/** Consequence of a pending declaration on the list. */
export function pendingTold({ campaign: { definition }, rulings }: Now): {
  blocks: boolean;
  source: string | undefined;
} {
  const { atPublication } = decided(definition, "undecidedRequirement", rulings);
  return { blocks: atPublication !== "warn", source: disqualifyingSource(definition) };
}

/** Whether a pending declaration bars a case from recommendation. */
export const unclearBlocks = ({ campaign: { definition }, rulings }: Now): boolean =>
  decided(definition, "undecidedRequirement", rulings).atRecommendation === "block";
