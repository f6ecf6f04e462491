import { rulingDeciding } from "../definition/purposes.ts";
import type { Context } from "../engine/context.ts";
import { listWords } from "./list-words.ts";
import { recommendationPhrases as phrases } from "./phrases.ts";
import type { BarredCase } from "./rules.ts";

/** Who is barred and why, and what would lift it. */
export const barredWords = (
  { campaign: { definition } }: Pick<Context, "campaign">,
  { district, barred }: { district: string; barred: readonly BarredCase[] },
): string =>
  phrases.barred(barred, listWords(definition, district), {
    excludes: rulingDeciding(definition, "excludingRequirements")?.id,
    undecided: rulingDeciding(definition, "undecidedRequirement")?.id,
  });
