import { isDeepStrictEqual } from "node:util";
import type { Context } from "../../../engine/context.ts";
import { answerContext } from "../../form.ts";
import { echoOf } from "../echo.ts";
import { requirementPhrases } from "../phrases.ts";
import { readTyped } from "../read-typed.ts";
import type { RequirementSheet } from "../requirements.ts";
import { clauseSheetPhrases as phrases } from "./phrases.ts";
import { lineOf, type ReadClauseSheet } from "./read.ts";

/** What a dropped 要求表 says beside what is there. */
export interface ComparedClauses {
  /** What is wrong, by what stands in the first column; empty text: with the sheet as a whole. */
  wrong: ReadonlyMap<string, string>;
  /** Sentences, each with the present value and the sheet's. */
  changed: readonly string[];
  added: number;
  /** Equal where the same stood there. */
  over: string;
}

/** Compares what the sheet says with what was answered so far. */
export function comparedClauses(
  context: Context,
  sheet: RequirementSheet | undefined,
  { lines, written }: ReadClauseSheet,
): ComparedClauses {
  const { definition } = context.campaign;
  const facts = { definition, answering: answerContext(context), before: sheet?.figures ?? {} };
  const { given } = readTyped(lines.join("\n"), facts);
  const wrong = new Map<string, string>();
  const all = given?.problems ?? [];
  for (const [clause, row] of all.length === 0 ? [] : written) {
    const alone = readTyped(lineOf({ clause, ...row }), facts).given?.problems ?? [];
    const own = all.filter((one) => alone.includes(one) || names(one, clause));
    if (own.length > 0) wrong.set(clause, own.join(""));
  }
  const rest = all.filter((problem) => ![...wrong.values()].some((said) => said.includes(problem)));
  if (rest.length > 0) wrong.set("", rest.join(""));
  const { standings } = requirementPhrases;
  const clauses = Object.entries(given?.clauses ?? {}).filter(([id, standing]) => sheet?.clauses[id] !== standing);
  const figures = Object.entries(given?.figures ?? {}).filter(
    ([id, value]) => !isDeepStrictEqual(sheet?.figures[id], value),
  );
  const words = (id: string, value: NonNullable<RequirementSheet["figures"][string]>) =>
    echoOf(definition, { clauses: {}, figures: { [id]: value } });
  const changed = [
    ...clauses.flatMap(([id, standing]) => {
      const now = sheet?.clauses[id];
      return now === undefined ? [] : [phrases.differs(id, standings[now], standings[standing])];
    }),
    ...figures.flatMap(([id, value]) => {
      const now = sheet?.figures[id];
      return now === undefined ? [] : [phrases.differs(phrases.figure(), words(id, now), words(id, value))];
    }),
  ];
  const over = JSON.stringify([
    ...clauses.map(([id]) => [id, sheet?.clauses[id] ?? null]),
    ...figures.map(([id]) => [id, sheet?.figures[id] ?? null]),
  ]);
  return { wrong, changed, added: clauses.length + figures.length - changed.length, over };
}

/** Whether a sentence is about the row: 1-1 is not 11-1. */
const names = (sentence: string, row: string): boolean =>
  sentence.split(/[^\d-]+/u).includes(row) || (!/^\d/u.test(row) && sentence.startsWith(row));
