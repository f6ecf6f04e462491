import type { CellValue, InputCell, SheetSpec } from "../../../platform/documents/workbook-spec.ts";
import { shownCheckNumber } from "../../application/check-number.ts";
import { districtName } from "../../definition/districts.ts";
import { fullMomentWords } from "../../definition/wording.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { Context } from "../../engine/context.ts";
import { besideRows } from "../../scoring/beside-rows.ts";
import { isFinalized, pointRulesIn } from "../../scoring/points.ts";
import { type Criterion, criteriaOf } from "../../scoring/rubric.ts";
import { rowKeys, type ScoreValues } from "../../scoring/score-values.ts";
import type { ReviewedCase } from "./cases.ts";
import { workbookHeaders as headers, reviewWorkbookPhrases as phrases } from "./phrases.ts";
import type { WrittenRow } from "./read.ts";
import { optionsFor, type RowDefect } from "./rules.ts";

/** What a sheet is made with. */
export interface SheetContents {
  /** 校验号 of what it says, or said when it was first made. */
  number: string;
  values: ScoreValues;
  /** A copy to be corrected: what was written, and what is wrong with it. */
  written?: Readonly<Record<string, WrittenRow>>;
  defects?: readonly RowDefect[];
}

const WIDTHS = { row: 8, wording: 46, most: 7, beside: 30, points: 10, reason: 26, remark: 20, problem: 34 };
/** Columns that are filled in. */
const POINTS = 4;
const FILLED = [POINTS, POINTS + 1, POINTS + 2];

/** 初评表 of one case: a row a row of the rubric, in the plan's order. Of a final sheet nothing can be filled in. */
export async function reviewSheet(context: Context, of: ReviewedCase, contents: SheetContents): Promise<SheetSpec> {
  const { definition } = context.campaign;
  const { application, sheet } = of;
  const rows = criteriaOf(definition.rubric);
  const rules = pointRulesIn(definition, context.rulings);
  const { lines } = await besideRows(context, { application, sheet, rows });
  const defects = contents.defects ?? [];
  const district = districtName(definition, application.district);
  const head = { district, at: fullMomentWords(context.now), number: shownCheckNumber(contents.number) };
  const final = isFinalized(sheet);
  return {
    name: application.compoundName,
    titles: [
      phrases.title(application.compoundName),
      phrases.state(head, final ? phrases.final() : undefined),
      ...(final ? [] : [phrases.hint(nounsOf(definition), rules.notApplicable.rows)]),
    ],
    columns: columnsOf(defects.length > 0),
    rows: rows.map((row) => rowOf(row, contents, lines.get(row.id) ?? [])),
    inputs: final ? [] : rows.flatMap((row, at) => inputsOf({ row, at }, optionsFor(row, rules), defects)),
    paper: "landscape",
  };
}

function columnsOf(withProblems: boolean): SheetSpec["columns"] {
  const column = (key: keyof typeof WIDTHS, kind: "text" | "number" = "text") => ({
    ...{ header: headers[key], width: WIDTHS[key], kind },
  });
  return [
    column("row"),
    column("wording"),
    column("most", "number"),
    column("beside"),
    column("points", "number"),
    column("reason"),
    column("remark"),
    ...(withProblems ? [column("problem")] : []),
  ];
}

function rowOf(
  row: Criterion,
  { values, written, defects = [] }: SheetContents,
  beside: readonly string[],
): CellValue[] {
  const keys = rowKeys(row.id);
  const cells = written?.[row.id];
  const shown = (key: string): CellValue => {
    const value = values[key];
    return typeof value === "number" || typeof value === "string" ? value : null;
  };
  const wrong = defects.filter(({ id }) => id === row.id).map(({ sentence }) => sentence);
  return [
    row.id,
    row.text,
    row.knockOut ? null : row.maxPoints,
    beside.join("；"),
    cells === undefined ? shown(keys.points) : cellOf(cells.points),
    cells?.reason ?? shown(keys.reason),
    cells?.remark ?? shown(keys.remark),
    ...(defects.length > 0 ? [wrong.join("")] : []),
  ];
}

/** A number stays one. */
const cellOf = (typed: string): CellValue =>
  typed === "" ? null : /^\d+(?:\.\d+)?$/u.test(typed) ? Number(typed) : typed;

function inputsOf(
  { row, at }: { row: Criterion; at: number },
  options: readonly (string | number)[],
  defects: readonly RowDefect[],
): InputCell[] {
  const wrong = (of: RowDefect["of"]) => {
    const found = defects.find((one) => one.id === row.id && one.of === of);
    return found === undefined ? {} : { problem: found.sentence };
  };
  return FILLED.map(
    (column): InputCell => ({
      ...{ row: at, column },
      ...(column === POINTS ? { options, ...wrong("points") } : column === POINTS + 1 ? wrong("reason") : {}),
    }),
  );
}
