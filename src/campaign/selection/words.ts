import type { Definition } from "../definition/definition.ts";
import { fieldFor, formFor, offers, rowFor, rowsFor, rulingDeciding } from "../definition/purposes.ts";
import { hasRubric } from "../definition/rubric-points.ts";
import { type Nouns, nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { pendingWords } from "../ranking/pending.ts";
import { cityStanding } from "../verification/ledger.ts";

/** Campaign words for sentences about 择优 and 公布. */
export interface SelectionWords extends Nouns {
  /** Whether cases have points. */
  scored: boolean;
  /** Whether the city's ledger holds final points; left out: it does not. */
  verified?: boolean;
  /** Whether the campaign has 公布. */
  publishes: boolean;
  /** Whether cases have a property service enterprise; then examples mention its service. */
  served: boolean;
  /** 安全责任事故情况待核实 */
  pending: string;
  /** 安全责任事故情况 */
  pendingTopic: string;
  /** 市级名单, 镇级名单 */
  list: string;
  /** Id of the ruling on reserves and on changes after publication. */
  reserves: string | undefined;
  /** Id of the ruling on whose points rank. */
  rankingBasis: string | undefined;
  /** Ids of the row on satisfaction and of those on participation. */
  satisfaction: string | undefined;
  participation: readonly string[];
}

/** {@link wordsOf}, as things stand now. */
export async function wordsNow(context: Context): Promise<SelectionWords> {
  const { ledger } = await cityStanding(context);
  const verified = [...ledger.values()].some(({ rows }) => rows.size > 0);
  return { ...wordsOf(context.campaign.definition), verified };
}

export function wordsOf(definition: Definition): SelectionWords {
  const nouns = nounsOf(definition);
  const form = formFor(definition, "application");
  const pending = pendingWords(definition);
  return {
    ...nouns,
    scored: offers(definition, "review") && hasRubric(definition.rubric),
    served: form !== undefined && fieldFor(form, "enterprise") !== undefined,
    publishes: offers(definition, "publication"),
    pending,
    pendingTopic: pending.replace(/待(?:定|核实)$/u, ""),
    list: `${nouns.city}级名单`,
    reserves: rulingDeciding(definition, "reserves")?.id,
    rankingBasis: rulingDeciding(definition, "rankingBasis")?.id,
    satisfaction: rowFor(definition.rubric, "satisfaction")?.id,
    participation: rowsFor(definition.rubric, "participation").map(({ id }) => id),
  };
}
