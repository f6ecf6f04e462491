import { nounsOf } from "../../directory/nouns.ts";
import type { Context } from "../../engine/context.ts";
import type { Figure } from "../../figure/figure.ts";
import { publishedList } from "./list.ts";
import { publicationPhrases as phrases } from "./phrases.ts";

interface Outcome {
  chosen: readonly { district: string; name: string }[];
}

/** How the published list spreads over the districts, in the plan's order: names, without points. */
export function spreadFigure(
  { campaign: { definition } }: Pick<Context, "campaign">,
  { chosen }: Outcome,
  day: string,
): Figure {
  const nouns = nounsOf(definition);
  const rows = definition.campaign.districts.map(({ id, name }) => ({
    name,
    names: chosen.filter(({ district }) => district === id).map((one) => one.name),
  }));
  return {
    title: publishedList(definition).title,
    lead: phrases.spreadLead(day, nouns.cases(chosen.length)),
    blocks: [
      {
        kind: "bars",
        most: Math.max(1, ...rows.map(({ names }) => names.length)),
        rows: rows.map(({ name, names }) => ({
          ...{ label: name, value: names.length, words: phrases.spreadWords(names, nouns) },
        })),
      },
    ],
    lines: rows.map(({ name, names }) => phrases.spreadLine(name, phrases.spreadWords(names, nouns))),
  };
}
