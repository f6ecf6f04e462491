import type { Definition } from "../definition/definition.ts";
import { decided, type Quota, quotaFor, rulingDeciding } from "../definition/purposes.ts";
import { type Bounds, boundsOf, type Fit, fitOf } from "../definition/quotas.ts";
import type { RulingsInForce } from "../definition/rulings-in-force.ts";

/** How many a district may recommend, of everything or of one category. */
export interface NumberRule {
  quota: Quota;
  /** Undefined: of everything. */
  category?: string;
  /** The ruling that sets it, where it is not the plan. */
  ruling?: string;
}

/** A number of recommendations that departs from a rule. */
export interface Misfit {
  rule: NumberRule;
  count: number;
  fit: Exclude<Fit, "fits">;
}

/** The rules for a list of the level: the common one, each category's own, and the maximum that a ruling sets. */
export function numberRules(definition: Definition, rulings: RulingsInForce, level: number): NumberRule[] {
  const common = quotaFor(definition, "perDistrict", { level });
  const own = definition.campaign.categories.flatMap(({ id }): NumberRule[] => {
    const quota = quotaFor(definition, "perDistrict", { category: id, level });
    return quota?.category === id ? [{ quota, category: id }] : [];
  });
  return [...(common ? [{ quota: common }] : []), ...own, ...maximumRuled(definition, rulings)];
}

/** A ruled maximum limits as a quota does. */
function maximumRuled(definition: Definition, rulings: RulingsInForce): NumberRule[] {
  const ruling = rulingDeciding(definition, "maximumPerDistrict");
  const { maximum } = decided(definition, "maximumPerDistrict", rulings);
  if (!ruling || typeof maximum !== "number") return [];
  const { line, mark } = ruling;
  const quota = { id: ruling.id, name: "", purpose: "perDistrict" as const, soft: false, level: 1, rulings: [] };
  return [{ quota: { ...quota, max: maximum, line, mark }, ruling: ruling.id }];
}

/** Where a list departs from the rules. @param categories of its cases, one each; undefined: of none */
export const misfitsOf = (rules: readonly NumberRule[], categories: readonly (string | undefined)[]): Misfit[] =>
  rules.flatMap((rule): Misfit[] => {
    const { category } = rule;
    const count = category === undefined ? categories.length : categories.filter((one) => one === category).length;
    const fit = fitOf(rule.quota, count);
    return fit === "fits" ? [] : [{ rule, count, fit }];
  });

/** What all rules for the whole list allow together. */
export function boundsTogether(rules: readonly NumberRule[]): Bounds {
  const all = rules
    .filter(({ category, quota }) => category === undefined && !quota.soft)
    .map(({ quota }) => boundsOf(quota));
  const least = all.flatMap((one) => one.least ?? []);
  const most = all.flatMap((one) => one.most ?? []);
  return {
    ...(least.length === 0 ? {} : { least: Math.max(...least) }),
    ...(most.length === 0 ? {} : { most: Math.min(...most) }),
  };
}

/** As many places as a list may have, as people would type them: 2 1. @param count of the candidates */
export function exampleOrder(rules: readonly NumberRule[], count: number): string {
  const { least = 1, most = count } = boundsTogether(rules);
  const length = Math.max(1, Math.min(count, most, Math.max(2, least)));
  const places = Array.from({ length: count }, (_, at) => at + 1);
  const [first = 1, second, ...rest] = places;
  const mixed = second === undefined || length === 1 ? [first, ...rest] : [second, first, ...rest];
  return mixed.slice(0, length).join(" ");
}
