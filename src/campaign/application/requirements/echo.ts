import type { Definition } from "../../definition/definition.ts";
import { LISTS } from "./entries.ts";
import { requirementPhrases as phrases } from "./phrases.ts";
import { type ClauseRow, clausesOf, type Figure, type FigureValue, type RequirementAnswers } from "./requirements.ts";

/** The answers in one line, which reads back as the same: 其余均符合，不符合 8-2，应收 100元，实收 90元. */
export function echoOf(definition: Definition, { clauses, figures }: RequirementAnswers): string {
  const ids = clausesOf(definition).map(({ id }) => id);
  const byList = new Set(definition.requirements.referenceLists.flatMap((list) => list.clauses));
  const rest = ids.every((id) => clauses[id] !== undefined || byList.has(id));
  const lists = LISTS.filter((list) => list !== "met" || !rest).map((list) => ({
    word: phrases.standings[list],
    ids: ids.filter((id) => clauses[id] === list),
  }));
  const given = definition.requirements.figures.flatMap((figure) => {
    const value = figures[figure.id];
    return value ? figureEcho(figure, value) : [];
  });
  return phrases.echo({ rest, lists }, given);
}

/** The same, where a figure has since decided what was 尚不清楚. */
export const echoAsItStands = (
  definition: Definition,
  { clauses, figures }: RequirementAnswers,
  rows: readonly Pick<ClauseRow, "id" | "standing" | "source">[],
): string => {
  const decided = rows.filter(({ id, source }) => source === "figure" && clauses[id] === "unclear");
  const now = Object.fromEntries(decided.map(({ id, standing }) => [id, standing]));
  return echoOf(definition, { clauses: { ...clauses, ...now }, figures });
};

function figureEcho(figure: Figure, value: FigureValue): string[] {
  if (figure.kind === "event" && value.kind === "event") {
    const said = value.happenedOn === null ? phrases.none() : `${phrases.some()} ${value.happenedOn}`;
    return [`${figure.asks.word} ${said}`];
  }
  if (figure.kind === "percent" && value.kind === "percent") return [`${figure.asks.word} ${value.percent}%`];
  if (figure.kind === "ratio" && value.kind === "ratio") {
    return [`${figure.whole.word} ${value.whole}`, `${figure.part.word} ${value.part}`];
  }
  if (figure.kind !== "count" || value.kind !== "count") return [];
  return [
    `${figure.number.word} ${value.number}`,
    ...(value.lastOn === null ? [] : [`${figure.last.word} ${value.lastOn}`]),
  ];
}
