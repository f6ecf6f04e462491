import { dayOf } from "../../shared/civil-date.ts";
import { stageById } from "../definition/deadlines.ts";
import { stageWindow } from "../definition/definition.ts";
import type { Deliverable } from "../definition/purposes.ts";
import { fullDayWords } from "../definition/wording.ts";
import { type Nouns, nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import type { Figure } from "../figure/figure.ts";
import { countPhrases } from "../tasks/count-phrases.ts";
import type { DistrictCount } from "../tasks/counts.ts";
import { figurePhrases as phrases } from "./phrases-figures.ts";
import { type Counted, countedIn } from "./progress.ts";

/** How far every district is, in the plan's order and never by speed; for the city and its leaders. It has no points. */
export function progressFigure(
  { campaign: { definition }, now }: Pick<Context, "campaign" | "now">,
  progress: readonly DistrictCount[],
): Figure {
  const { year, city, name } = definition.campaign;
  const nouns = nounsOf(definition);
  const today = dayOf(now);
  const counted = countedIn(definition).filter(
    ({ deliverable }) => stageWindow(definition, stageById(definition, deliverable.stage)).from <= today,
  );
  const rows = progress.map((one) => ({ one, words: counted.map((of) => wordsOf(one, of, nouns)).join("，") }));
  return {
    title: phrases.progressTitle(year.value, city.name, name),
    lead: phrases.progressLead(fullDayWords(today), nouns),
    key: phrases.progressKey(),
    blocks: [
      {
        kind: "bars",
        most: Math.max(1, ...progress.map(({ applied }) => applied)),
        rows: rows.map(({ one, words }) => ({ label: one.name, value: one.applied, done: one.finalized, words })),
      },
    ],
    lines: rows.map(({ one, words }) => phrases.districtLine(one.name, words)),
  };
}

function wordsOf(one: DistrictCount, { of, deliverable }: { of: Counted; deliverable: Deliverable }, nouns: Nouns) {
  switch (of) {
    case "application":
      return phrases.applied(one.applied, nouns);
    case "review":
      return phrases.finalized(one.finalized, nouns);
    case "list":
      return phrases.stateOf(deliverable.name, countPhrases.listStates[one.list]());
    case "report":
      return phrases.stateOf(deliverable.name, countPhrases.handedIn(one.reportIn));
  }
}
