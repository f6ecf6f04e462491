import type { CivilDate } from "../../shared/civil-date.ts";
import { type Deliverable, leadsToList, offers } from "../definition/purposes.ts";
import { type Nouns, nounsOf } from "../directory/nouns.ts";
import { expectedPhrases } from "../ranking/phrases.ts";
import type { Delivery } from "../stage/extension-points.ts";
import { districtsOwing, isOwed } from "../stage/rules.ts";
import type { CampaignState } from "./campaign-state.ts";
import { countPhrases as phrases } from "./count-phrases.ts";
import { type DistrictCount, districtCounts, listCounts, sum } from "./counts.ts";

/** How far the district has come with each deliverable, by deliverable id. */
export function deliveriesIn(state: CampaignState, district: string, day: CivilDate): ReadonlyMap<string, Delivery> {
  const { definition } = state.campaign;
  const count = districtCounts(state, day).find((one) => one.district === district);
  if (!count) return new Map();
  return new Map(
    definition.campaign.deliverables.flatMap((deliverable) => {
      const delivery = deliveryOf(deliverable, count, nounsOf(definition));
      return delivery ? [[deliverable.id, endedIn(state, deliverable, delivery)] as const] : [];
    }),
  );
}

function endedIn({ isPublished, campaign }: CampaignState, deliverable: Deliverable, delivery: Delivery): Delivery {
  if (delivery.done || !isPublished || !leadsToList(deliverable)) return delivery;
  const words = phrases.ended(delivery.words, nounsOf(campaign.definition));
  return { words: deliverable.purpose === "list" ? words : delivery.words, done: false, isEnded: true };
}

function deliveryOf({ purpose }: Deliverable, count: DistrictCount, nouns: Nouns): Delivery | undefined {
  switch (purpose) {
    case "application":
      return { words: phrases.applied(count, nouns), done: count.applied + count.excluded > 0 };
    case "review":
      return { words: phrases.finalized(count, nouns), done: count.applied > 0 && count.finalized === count.applied };
    case "list":
      return { words: phrases.list(count, nouns), done: count.list !== "missing" };
    case "report":
      return { words: phrases.handedIn(count.reportIn), done: count.reportIn };
    default:
      return undefined;
  }
}

/** A deliverable counted over all districts that owe it. */
export interface Total {
  deliverable: Deliverable;
  /** What has come. */
  count: number;
  /** 应报6个，已报4个 */
  words: string;
  /** Names of the districts that have handed in nothing; empty for work counted by case. */
  missing: readonly string[];
  /** Every district has handed in; never so for work counted by case, of which more can come. */
  isComplete: boolean;
  /** Nothing more is accepted: the city's list is published. */
  isEnded: boolean;
}

/** Totals of every deliverable that districts owe, in the definition's order. */
export function totalsIn(state: CampaignState, day: CivilDate): readonly Total[] {
  const { definition } = state.campaign;
  const counts = districtCounts(state, day);
  return definition.campaign.deliverables.filter(isOwed).flatMap((deliverable) => {
    const ids = new Set(districtsOwing(definition, deliverable, day).map(({ id }) => id));
    const total = totalOf(
      deliverable,
      counts.filter(({ district }) => ids.has(district)),
      nounsOf(definition),
    );
    const isEnded = state.isPublished && leadsToList(deliverable);
    return total && (deliverable.purpose !== "review" || offers(definition, "review")) ? [{ ...total, isEnded }] : [];
  });
}

/** Deliverables of which something is left to do, in the definition's order: of the districts and of the city. */
export function openDeliverables(state: CampaignState, day: CivilDate): readonly Deliverable[] {
  const over = new Set(
    totalsIn(state, day).flatMap(({ deliverable, isComplete, isEnded }) =>
      isComplete || isEnded ? [deliverable.id] : [],
    ),
  );
  return state.campaign.definition.campaign.deliverables.filter(
    (deliverable) => !over.has(deliverable.id) && !isDoneByCity(state, deliverable),
  );
}

function isDoneByCity({ isPublished, team, hasSummary }: CampaignState, { purpose }: Deliverable): boolean {
  switch (purpose) {
    case "team":
      return isPublished || team?.state === "approved";
    case "verification":
    case "publication":
      return isPublished;
    case "summary":
      return hasSummary === true;
    default:
      return false;
  }
}

const byCase = { missing: [], isComplete: false };

function totalOf(
  deliverable: Deliverable,
  counts: readonly DistrictCount[],
  nouns: Nouns,
): Omit<Total, "isEnded"> | undefined {
  const applied = sum(counts.map((one) => one.applied));
  switch (deliverable.purpose) {
    case "application": {
      const districts = counts.filter((one) => one.applied > 0).length;
      return { deliverable, count: applied, words: phrases.allApplied(applied, districts, nouns), ...byCase };
    }
    case "review": {
      const count = sum(counts.map(({ finalized }) => finalized));
      return { deliverable, count, words: phrases.allFinalized(count, applied, nouns), ...byCase };
    }
    case "list": {
      const expected = counts.filter(({ list }) => list !== "released");
      const missing = expected.filter(({ list }) => list === "missing").map(({ name }) => name);
      const lists = listCounts(expected);
      return {
        deliverable,
        count: lists.received,
        words: expectedPhrases.counts(lists, nouns),
        missing,
        isComplete: missing.length === 0,
      };
    }
    case "report": {
      const missing = counts.filter(({ reportIn }) => !reportIn).map(({ name }) => name);
      const count = counts.length - missing.length;
      const reports = { expected: counts.length, received: count, nobody: 0 };
      return {
        deliverable,
        count,
        words: expectedPhrases.counts(reports, nouns),
        missing,
        isComplete: missing.length === 0,
      };
    }
    default:
      return undefined;
  }
}
