import type { Definition } from "../definition/definition.ts";
import { decided, type Quota, quotaFor, rulingDeciding } from "../definition/purposes.ts";
import { type Bounds, boundsOf, type Fit } from "../definition/quotas.ts";
import type { RulingsInForce } from "../definition/rulings-in-force.ts";
import { sourceWords } from "../definition/source-words.ts";

/** Limit on the number of selected compounds, in total or in one category. */
export interface Limit extends Bounds {
  category?: { id: string; name: string };
  /** 原则上. A broken soft limit requires a reason; a broken hard limit is refused. */
  soft: boolean;
  /** Id of the ruling on the number; missing for limits from the plan. */
  ruling?: string;
  /** Citation: 口径R9, 通知“一、评选安排”第（三）项. */
  reference: string;
}

/** A broken limit. */
export interface Misfit {
  limit: Limit;
  /** Number of selected compounds. */
  count: number;
  fit: Exclude<Fit, "fits">;
}

/** The total first, from the ruling or else the plan, then the categories. */
export function limitsOf(definition: Definition, rulings: RulingsInForce): Limit[] {
  const { categories, quotas } = definition.campaign;
  const ofCategories = categories.flatMap(({ id, name }): Limit[] => {
    const quota = quotas.find(({ purpose, category }) => purpose === "selected" && category === id);
    return quota ? [{ category: { id, name }, ...planned(definition, quota) }] : [];
  });
  return [...limitOfAll(definition, rulings), ...ofCategories];
}

function limitOfAll(definition: Definition, rulings: RulingsInForce): Limit[] {
  const quota = quotaFor(definition, "selected");
  const ruling = rulingDeciding(definition, "numberSelected")?.id;
  const { count, fewerAllowed } = decided(definition, "numberSelected", rulings);
  const byRuling = ruling === undefined ? {} : { ruling, reference: `口径${ruling}` };
  if (typeof count === "number")
    return [
      { ...(fewerAllowed === true ? {} : { least: count }), most: count, soft: false, reference: "", ...byRuling },
    ];
  return quota ? [{ ...planned(definition, quota), ...byRuling }] : [];
}

const planned = (definition: Definition, quota: Quota): Limit => ({
  ...boundsOf(quota),
  soft: quota.soft,
  reference: sourceWords(definition, quota.line),
});

/** Broken limits, in the order of `limits`. */
export const misfitsOf = (limits: readonly Limit[], chosen: readonly { category?: string }[]): Misfit[] =>
  limits.flatMap((limit): Misfit[] => {
    const { category, least, most } = limit;
    const count = chosen.filter((one) => category === undefined || one.category === category.id).length;
    if (least !== undefined && count < least) return [{ limit, count, fit: "tooFew" }];
    return most !== undefined && count > most ? [{ limit, count, fit: "tooMany" }] : [];
  });

export const isRefused = ({ limit }: Misfit): boolean => !limit.soft;
