import type { Definition } from "../definition/definition.ts";
import { fieldFor, formFor, offers, rulingDeciding } from "../definition/purposes.ts";
import { hasRubric } from "../definition/rubric-points.ts";
import { type Nouns, nounsOf } from "../directory/nouns.ts";
import { pendingWords } from "../ranking/pending.ts";

/** What the sentences of 择优 and 公布 take from the definition. */
export interface SelectionWords extends Nouns {
  /** Whether cases have points; without them none is spoken of. */
  scored: boolean;
  /** Whether it is published from here. */
  publishes: boolean;
  /** Whether property service enterprises serve the cases: an example may speak of their service. */
  served: boolean;
  /** 安全责任事故情况待定 */
  pending: string;
  /** 市级名单, 镇级名单 */
  list: string;
  /** The ruling on reserves and on changes after publication. */
  reserves: string | undefined;
}

export function wordsOf(definition: Definition): SelectionWords {
  const nouns = nounsOf(definition);
  const form = formFor(definition, "application");
  return {
    ...nouns,
    scored: offers(definition, "review") && hasRubric(definition.rubric),
    served: form !== undefined && fieldFor(form, "enterprise") !== undefined,
    publishes: offers(definition, "publication"),
    pending: pendingWords(definition),
    list: `${nouns.city}级名单`,
    reserves: rulingDeciding(definition, "reserves")?.id,
  };
}
