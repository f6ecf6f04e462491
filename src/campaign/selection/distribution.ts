import type { Block } from "../../platform/chat/view.ts";
import { recommendingToCity } from "../directory/expected-districts.ts";
import type { Context } from "../engine/context.ts";
import { meritPhrases as phrases } from "./phrases-merit.ts";
import type { Shown } from "./selection.ts";
import type { SelectionWords } from "./words.ts";

/** Names of the districts whose lists go to the city, in the definition's order. */
export const districtsIn = ({ campaign }: Pick<Context, "campaign">): string[] =>
  recommendingToCity(campaign.definition.campaign.districts).map(({ name }) => name);

/** How the selected spread over the districts, shown and asked for by nothing; empty where there is but one. */
export function distributionWords(
  selected: readonly Pick<Shown, "districtName">[],
  words: SelectionWords,
  districts: readonly string[],
): string[] {
  if (selected.length === 0 || districts.length < 2) return [];
  const counts = districts.map((district) => ({
    district,
    count: selected.filter(({ districtName }) => districtName === district).length,
  }));
  return [phrases.distribution(counts, words)];
}

export const distributionBlocks = (...of: Parameters<typeof distributionWords>): Block[] =>
  distributionWords(...of).map((text) => ({ kind: "text", text }));
