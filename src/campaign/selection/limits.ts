import type { Definition } from "../definition/definition.ts";
import { decided, type Quota, quotaFor, rulingDeciding } from "../definition/purposes.ts";
import { type Bounds, boundsOf, type Fit } from "../definition/quotas.ts";
import type { RulingsInForce } from "../definition/rulings-in-force.ts";
import { sourceWords } from "../definition/source-words.ts";

/** How many are selected: of all, or of one category. */
export interface Limit extends Bounds {
  category?: { id: string; name: string };
  /** 原则上: departing from it asks for a reason instead of being refused. */
  soft: boolean;
  /** The ruling that decides the number; missing where the plan alone does. */
  ruling?: string;
  /** What is cited for it: 口径R9, 通知“一、评选安排”第（三）项. */
  reference: string;
}

/** A limit that a choice does not keep. */
export interface Misfit {
  limit: Limit;
  /** How many were chosen. */
  count: number;
  fit: Exclude<Fit, "fits">;
}

/** The number of all first, as its ruling is read, else as the plan says; then those of the categories. */
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
  const { count } = decided(definition, "numberSelected", rulings);
  const byRuling = ruling === undefined ? {} : { ruling, reference: `口径${ruling}` };
  if (typeof count === "number") return [{ least: count, most: count, soft: false, reference: "", ...byRuling }];
  return quota ? [{ ...planned(definition, quota), ...byRuling }] : [];
}

const planned = (definition: Definition, quota: Quota): Limit => ({
  ...boundsOf(quota),
  soft: quota.soft,
  reference: sourceWords(definition, quota.line),
});

/** Every limit that the chosen do not keep, in the order of the limits. */
export const misfitsOf = (limits: readonly Limit[], chosen: readonly { category?: string }[]): Misfit[] =>
  limits.flatMap((limit): Misfit[] => {
    const { category, least, most } = limit;
    const count = chosen.filter((one) => category === undefined || one.category === category.id).length;
    if (least !== undefined && count < least) return [{ limit, count, fit: "tooFew" }];
    return most !== undefined && count > most ? [{ limit, count, fit: "tooMany" }] : [];
  });

/** Refused, where a soft one only asks for a reason. */
export const isRefused = ({ limit }: Misfit): boolean => !limit.soft;
