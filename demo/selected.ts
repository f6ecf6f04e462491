import type { Definition } from "../src/campaign/definition/definition.ts";
import {
  decided,
  fieldFor,
  formFor,
  isOpen,
  offers,
  type Quota,
  quotaFor,
} from "../src/campaign/definition/purposes.ts";
import { boundsOf } from "../src/campaign/definition/quotas.ts";
import { noRulings } from "../src/campaign/definition/rulings-in-force.ts";
import { quotaWords } from "../src/campaign/definition/wording.ts";
import { type Compound, casesOf, weakestFirst } from "./cases.ts";
import { recommendedAtLast } from "./recommendations.ts";

/**
 * Whom the city passes over, so that as many are chosen as the plan wants: the weakest.
 * @returns undefined when there are fewer than the plan wants, and nobody may answer that fewer will do
 */
export function passedOver(definition: Definition, candidates: readonly Compound[]): string[] | undefined {
  const groups = Map.groupBy(candidates, (one) => quotaFor(definition, "selected", categoryOf(definition, one)));
  const lists = [...groups].map(([quota, group]) => excess(definition, quota, group));
  return lists.every((list) => list !== undefined) ? lists.flat() : undefined;
}

/** Who goes on to the province: as many of the chosen as the plan wants, the strongest first; nobody where it has no such step. */
export function toProvince(definition: Definition, candidates: readonly Compound[]): string[] {
  const quota = quotaFor(definition, "province");
  const passed = passedOver(definition, candidates);
  if (!quota || !passed) return [];
  const { most = 0 } = boundsOf(quota);
  const chosen = weakestFirst(candidates.filter(({ name }) => !passed.includes(name)));
  return most === 0
    ? []
    : chosen
        .slice(-most)
        .reverse()
        .map(({ name }) => name);
}

/** Why the demonstration ends before anybody is chosen, in one sentence; undefined when it does not. */
export function endsEarly(definition: Definition): string | undefined {
  if (!offers(definition, "selection")) return undefined;
  const candidates = recommendedAtLast(definition, casesOf(definition));
  if (passedOver(definition, candidates)) return undefined;
  const quota = quotaFor(definition, "selected");
  const wanted = quota ? quotaWords(definition, quota) : "";
  const { measure } = definition.campaign.words.case;
  return `要选${wanted}，各${definition.campaign.words.district.noun}只能推荐${candidates.length}${measure}，演示到推荐为止。`;
}

function excess(definition: Definition, quota: Quota | undefined, group: readonly Compound[]): string[] | undefined {
  const { least = 0, most = group.length } = quota ? boundsOf(quota) : {};
  const { count } = decided(definition, "numberSelected", noRulings);
  const isCommon = quota?.category === undefined;
  const wanted = isCommon && typeof count === "number" ? count : most;
  const mayBeFewer = isCommon && isOpen(definition, "numberSelected", noRulings);
  if (group.length < least && !mayBeFewer) return undefined;
  return weakestFirst(group)
    .slice(0, Math.max(0, group.length - wanted))
    .map(({ name }) => name);
}

function categoryOf(definition: Definition, { answers }: Compound): { category?: string } {
  const form = formFor(definition, "application");
  const field = form && fieldFor(form, "category");
  const category = field?.options.find(({ text }) => text === answers[field.label])?.value;
  return category === undefined ? {} : { category };
}
