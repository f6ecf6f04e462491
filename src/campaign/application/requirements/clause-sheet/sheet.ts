import type { SheetSpec } from "../../../../platform/documents/workbook-spec.ts";
import { fullMomentWords } from "../../../definition/wording.ts";
import { nounsOf } from "../../../directory/nouns.ts";
import type { Context } from "../../../engine/context.ts";
import { shownCheckNumber } from "../../check-number.ts";
import { questionsOf } from "../entries.ts";
import { figureWords } from "../figure-words.ts";
import { requirementPhrases } from "../phrases.ts";
import { clausesOf } from "../requirements.ts";
import { annexWords } from "../views.ts";
import { sheetHeaders as headers, clauseSheetPhrases as phrases } from "./phrases.ts";

/** 要求表 as it came back, with what is wrong with its rows, by what stands in the first column. */
export function correctedSheet(
  sheet: SheetSpec,
  written: ReadonlyMap<string, { standing: string; note: string }>,
  wrong: ReadonlyMap<string, string>,
): SheetSpec {
  return {
    ...sheet,
    columns: [...sheet.columns, { header: headers.problem, width: 40, kind: "text" }],
    rows: sheet.rows.map(([first = null, wording = null, , note = null]) => {
      const row = written.get(String(first));
      return [first, wording, row?.standing ?? null, row?.note ?? note, wrong.get(String(first)) ?? null];
    }),
    inputs: sheet.rows.flatMap(([first], row) => {
      const problem = wrong.get(String(first));
      return [
        { row, column: 2, ...(problem === undefined ? {} : { problem }) },
        { row, column: 3 },
      ];
    }),
  };
}

/** The case that a 要求表 is for, and the 校验号 of what was answered when it was made. */
export interface SheetOf {
  name: string;
  /** Left out: it was a blank one. */
  number?: string;
}

/** 要求表: a row a clause, then a row a figure, to be filled in and dropped. @param of left out: a blank one */
export function clauseSheet(context: Pick<Context, "campaign" | "now">, of?: SheetOf): SheetSpec {
  const { definition } = context.campaign;
  const { standings } = requirementPhrases;
  const options = [standings.met, standings.notMet, standings.unclear, standings.notApplicable];
  const byList = new Set(definition.requirements.referenceLists.flatMap(({ clauses }) => clauses));
  const labels = new Map(questionsOf(definition).map(({ key, label }) => [key, label]));
  return {
    name: phrases.word(),
    titles: [
      phrases.title(annexWords(context), of?.name ?? ""),
      ...(of?.number ? [phrases.state(fullMomentWords(context.now), shownCheckNumber(of.number))] : []),
      phrases.hint(options, nounsOf(definition)),
    ],
    columns: [
      { header: headers.clause, width: 16, kind: "text" },
      { header: headers.wording, width: 52, kind: "text" },
      { header: headers.standing, width: 14, kind: "text" },
      { header: headers.note, width: 24, kind: "text" },
    ],
    rows: [
      ...clausesOf(definition).map(({ id, text }) => [
        id,
        text,
        null,
        byList.has(id) ? phrases.byList(nounsOf(definition)) : null,
      ]),
      ...figureWords(definition).map(({ key, word }) => [word, labels.get(key) ?? word, null, null]),
    ],
    paper: "portrait",
  };
}
