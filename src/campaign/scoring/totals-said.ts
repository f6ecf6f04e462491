import type { BesideScores } from "../../platform/conversation/score-rules.ts";
import type { Definition } from "../definition/definition.ts";
import { scoringPhrases as phrases } from "./phrases.ts";
import { pointsByRow, sectionPoints, totalPoints } from "./points.ts";
import type { ScoreSheet } from "./score-sheet.ts";

/** Totals are compared with the sum; they and what else belongs to no row are said not to be recorded. */
export function besideLines(
  { rubric }: Pick<Definition, "rubric">,
  sheet: ScoreSheet,
  beside: readonly BesideScores[],
): string[] {
  const points = pointsByRow(sheet);
  return beside.map(({ text, total }) => {
    const section = rubric.sections.find(({ id }) => id === total?.section);
    const sum = section ? sectionPoints(section, points) : totalPoints(rubric, points);
    return total && total.points !== sum ? phrases.otherTotal(text, sum, section?.numeral) : phrases.noRowOfIts(text);
  });
}
