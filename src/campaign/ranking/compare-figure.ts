import { districtName } from "../definition/districts.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import type { Figure } from "../figure/figure.ts";
import { HUNDREDTHS } from "../scoring/points.ts";
import { rankingPhrases as phrases } from "./phrases.ts";
import type { ScoredCompound } from "./ranking.ts";
import { basisOf } from "./rules.ts";

const AXIS_STEP = 5;

/**
 * The district's and the city's points of each compound side by side, in the plan's order of districts and never by rank;
 * undefined while no compound is verified by all its members.
 */
export function compareFigure(
  { campaign: { definition }, rulings }: Pick<Context, "campaign" | "rulings">,
  compounds: readonly ScoredCompound[],
  day: string,
): Figure | undefined {
  const nouns = nounsOf(definition);
  const isOwn = basisOf(definition, rulings) === "city";
  const rows = definition.campaign.districts.flatMap(({ id }) =>
    compounds
      .filter(({ district, verified }) => district === id && verified?.isWhole)
      .flatMap(({ name, total, verified }) => {
        const city = isOwn ? verified?.ownTotal : verified?.correctedTotal;
        return city === undefined ? [] : [{ id, name, values: [total / HUNDREDTHS, city / HUNDREDTHS] as const }];
      }),
  );
  if (rows.length === 0) return undefined;
  const all = rows.flatMap(({ values }) => values);
  const { year, city, name } = definition.campaign;
  return {
    title: phrases.compareTitle({ year: year.value, city: city.name, name }),
    lead: phrases.compareLead(day, nouns),
    blocks: [
      {
        kind: "dots",
        from: Math.max(0, Math.floor((Math.min(...all) - 1) / AXIS_STEP) * AXIS_STEP),
        to: Math.ceil(Math.max(...all) / AXIS_STEP) * AXIS_STEP,
        legend: phrases.compareLegend(nouns),
        rows: rows.map((row) => ({
          label: phrases.compareName(districtName(definition, row.id), row.name),
          values: row.values,
          words: phrases.compared(row.values),
        })),
      },
    ],
    lines: rows.map((row) =>
      phrases.compareLine(phrases.compareName(districtName(definition, row.id), row.name), row.values, nouns),
    ),
  };
}
