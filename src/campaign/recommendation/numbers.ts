import type { Definition } from "../definition/definition.ts";
import { decided, type Quota, quotaFor, rulingDeciding } from "../definition/purposes.ts";
import { type Bounds, boundsOf, type Fit, fitOf } from "../definition/quotas.ts";
import type { RulingsInForce } from "../definition/rulings-in-force.ts";

/** Limits on the number of recommended cases, in total or in one category. */
export interface NumberRule {
  quota: Quota;
  /** Undefined: in total. */
  category?: string;
  /** Id of the ruling, for rules from a ruling. */
  ruling?: string;
}

/** A broken rule, with the actual number. */
export interface Misfit {
  rule: NumberRule;
  count: number;
  fit: Exclude<Fit, "fits">;
}

/** Rules for a list of the level: the total, one per category, and the maximum set by a ruling. */
export function numberRules(definition: Definition, rulings: RulingsInForce, level: number): NumberRule[] {
  const common = quotaFor(definition, "perDistrict", { level });
  const own = definition.campaign.categories.flatMap(({ id }): NumberRule[] => {
    const quota = quotaFor(definition, "perDistrict", { category: id, level });
    return quota?.category === id ? [{ quota, category: id }] : [];
  });
  return [...(common ? [{ quota: common }] : []), ...own, ...maximumRuled(definition, rulings)];
}

/** Maximum from a ruling, as a rule. */
function maximumRuled(definition: Definition, rulings: RulingsInForce): NumberRule[] {
  const ruling = rulingDeciding(definition, "maximumPerDistrict");
  const { maximum } = decided(definition, "maximumPerDistrict", rulings);
  if (!ruling || typeof maximum !== "number") return [];
  const { line, mark } = ruling;
  const quota = { id: ruling.id, name: "", purpose: "perDistrict" as const, soft: false, level: 1, rulings: [] };
  return [{ quota: { ...quota, max: maximum, line, mark }, ruling: ruling.id }];
}

/** Rules broken by a list. @param categories category of each case; undefined for a case without one */
export const misfitsOf = (rules: readonly NumberRule[], categories: readonly (string | undefined)[]): Misfit[] =>
  rules.flatMap((rule): Misfit[] => {
    const { category } = rule;
    const count = category === undefined ? categories.length : categories.filter((one) => one === category).length;
    const fit = fitOf(rule.quota, count);
    return fit === "fits" ? [] : [{ rule, count, fit }];
  });

/** Intersection of all rules on the total. */
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

/** Example of a typed order with a valid number of cases: 2 1. @param count number of candidates */
export function exampleOrder(rules: readonly NumberRule[], count: number): string {
  const { least = 1, most = count } = boundsTogether(rules);
  const length = Math.max(1, Math.min(count, most, Math.max(2, least)));
  const places = Array.from({ length: count }, (_, at) => at + 1);
  const [first = 1, second, ...rest] = places;
  const mixed = second === undefined || length === 1 ? [first, ...rest] : [second, first, ...rest];
  return mixed.slice(0, length).join(" ");
}
