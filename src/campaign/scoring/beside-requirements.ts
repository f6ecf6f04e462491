import type { Contradiction } from "../application/requirements/requirements.ts";
import { contradictionsOf } from "../application/requirements/rules.ts";
import type { CaseStanding } from "../application/requirements/standing.ts";
import type { Definition } from "../definition/definition.ts";
import { HUNDREDTHS } from "./points.ts";
import type { ScoreSheet } from "./score-sheet.ts";

/** Where the points and 附件1 say the contrary of each other; rows marked 不适用 say nothing. */
export function contradictionsIn(
  definition: Definition,
  standing: CaseStanding | undefined,
  { scores }: Pick<ScoreSheet, "scores">,
): Contradiction[] {
  if (!standing) return [];
  const given = [...scores].filter(([, { state }]) => state !== "notApplicable");
  return contradictionsOf(
    definition,
    standing,
    new Map(given.map(([id, { hundredths }]) => [id, hundredths / HUNDREDTHS])),
  );
}
