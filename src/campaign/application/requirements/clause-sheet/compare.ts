import type { Context } from "../../../engine/context.ts";
import { answerContext } from "../../form.ts";
import { echoOf } from "../echo.ts";
import { figureWords } from "../figure-words.ts";
import { requirementPhrases } from "../phrases.ts";
import { readTyped } from "../read-typed.ts";
import type { RequirementAnswers, RequirementSheet } from "../requirements.ts";
import { type ClauseValues, clauseKey, clauseValues, figureKey } from "./given.ts";
import { clauseSheetPhrases as phrases } from "./phrases.ts";
import { lineOf, type ReadClauseSheet } from "./read.ts";

/** What a dropped 要求表 says beside what is there. */
export interface ComparedClauses {
  /** What is wrong, by what stands in the first column; empty text: with the sheet as a whole. */
  wrong: ReadonlyMap<string, string>;
  /** Sentences, each with the present value and the sheet's. */
  changed: readonly string[];
  /** The same, of what others answered since the sheet was made. */
  conflicts: readonly Conflict[];
  added: number;
  /** Equal where the same stood there. */
  over: string;
}

/** An answer that the sheet and others give otherwise. */
export interface Conflict {
  words: string;
  /** What stands in the first column of its rows. */
  rows: readonly string[];
}

interface Read extends Pick<ReadClauseSheet, "lines" | "written">, Partial<Pick<ReadClauseSheet, "unfit">> {
  /** What was answered when the sheet was made; left out: nobody knows, so nothing is contested. */
  given?: ClauseValues;
}

/** Compares what the sheet says with what was answered so far. */
export function comparedClauses(
  context: Context,
  sheet: RequirementSheet | undefined,
  { lines, written, unfit = new Map(), given: base }: Read,
): ComparedClauses {
  const { definition } = context.campaign;
  const facts = { definition, answering: answerContext(context), before: sheet?.figures ?? {} };
  const { given } = readTyped(lines.join("\n"), facts);
  const alone = (line: string) => readTyped(line, facts).given?.problems ?? [];
  const wrong = new Map([...wrongRows(given?.problems ?? [], { written, alone }), ...unfit]);
  const answers: RequirementAnswers = { clauses: given?.clauses ?? {}, figures: given?.figures ?? {} };
  const back = clauseValues(answers);
  const now = clauseValues(sheet ?? { clauses: {}, figures: {} });
  const differing = differingAnswers(context, answers, sheet).filter(({ key }) => back[key] !== now[key]);
  const answered = differing.filter(({ key }) => now[key] !== undefined);
  const isContested = ({ key }: { key: string }) => base !== undefined && base[key] !== now[key];
  return {
    wrong,
    changed: answered.filter((one) => !isContested(one)).map(({ words }) => words),
    conflicts: answered.filter(isContested),
    added: differing.length - answered.length,
    over: JSON.stringify(differing.map(({ key }) => [key, now[key] ?? null])),
  };
}

/** Every answer of the sheet, with its present value in words beside it. */
function differingAnswers(
  { campaign: { definition } }: Context,
  { clauses, figures }: RequirementAnswers,
  sheet: RequirementSheet | undefined,
): (Conflict & { key: string })[] {
  const { standings } = requirementPhrases;
  const figure = (id: string, value: RequirementAnswers["figures"][string] | undefined) =>
    value === undefined ? "" : echoOf(definition, { clauses: {}, figures: { [id]: value } });
  const asked = figureWords(definition);
  return [
    ...Object.entries(clauses).map(([id, standing]) => {
      const now = sheet?.clauses[id];
      const words = phrases.differs(id, now === undefined ? "" : standings[now], standings[standing]);
      return { key: clauseKey(id), words, rows: [id] };
    }),
    ...Object.entries(figures).map(([id, value]) => ({
      key: figureKey(id),
      words: phrases.differs(phrases.figure(), figure(id, sheet?.figures[id]), figure(id, value)),
      rows: asked.filter((one) => one.figure.id === id).map(({ word }) => word),
    })),
  ];
}

function wrongRows(
  all: readonly string[],
  { written, alone }: Pick<ReadClauseSheet, "written"> & { alone: (line: string) => readonly string[] },
): Map<string, string> {
  const wrong = new Map<string, string>();
  for (const [clause, row] of all.length === 0 ? [] : written) {
    const itself = alone(lineOf({ clause, ...row }));
    const own = all.filter((one) => itself.includes(one) || names(one, clause));
    if (own.length > 0) wrong.set(clause, own.join(""));
  }
  const rest = all.filter((problem) => ![...wrong.values()].some((said) => said.includes(problem)));
  if (rest.length > 0) wrong.set("", rest.join(""));
  return wrong;
}

/** Whether a sentence is about the row: 1-1 is not 11-1. */
const names = (sentence: string, row: string): boolean =>
  sentence.split(/[^\d-]+/u).includes(row) || (!/^\d/u.test(row) && sentence.startsWith(row));
