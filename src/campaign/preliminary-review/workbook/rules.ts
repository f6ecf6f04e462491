import type { AnswerValue } from "../../../platform/conversation/answer.ts";
import { readPoints } from "../../../platform/conversation/answers/parse-points.ts";
import { plainAnswer } from "../../../platform/conversation/plain.ts";
import { notApplicableWhy } from "../../../platform/conversation/score-notes.ts";
import { readVerdict } from "../../../platform/conversation/score-verdict.ts";
import { type Compared, threeWay } from "../../../platform/conversation/three-way.ts";
import { scoringPhrases } from "../../scoring/phrases.ts";
import type { PointRules } from "../../scoring/points.ts";
import { readFinding } from "../../scoring/read-findings.ts";
import { type Criterion, criterionById } from "../../scoring/rubric.ts";
import { type EntryContext, problemWith } from "../../scoring/rules.ts";
import type { GivenScore } from "../../scoring/score-sheet.ts";
import { givenBy, rowKeys, type ScoreValues } from "../../scoring/score-values.ts";
import { reviewWorkbookPhrases as phrases } from "./phrases.ts";
import type { ReadSheet, WrittenRow } from "./read.ts";

/** Longest reason or remark. */
const MOST_CHARACTERS = 500;

/** What a row of the sheet changes. */
export interface ComparedRow extends Compared {
  id: string;
  /** What the sheet says, for the keys that differ. */
  back: ScoreValues;
}

/** Why a row is not taken, and whether it is for its points. */
export interface RowDefect {
  id: string;
  of: "points" | "reason";
  sentence: string;
}

/** The sheet's rows beside what it said when it was made and what is there now. */
export function comparedRows(
  entries: EntryContext,
  { rows, twice }: Pick<ReadSheet, "rows" | "twice">,
  { given, now }: { given: ScoreValues; now: ScoreValues },
): { rows: ComparedRow[]; defects: RowDefect[] } {
  const compared: ComparedRow[] = [];
  const defects = twice.map((id): RowDefect => ({ id, of: "points", sentence: phrases.problems.twiceRow(id) }));
  for (const [id, written] of Object.entries(rows)) {
    const row = criterionById(entries.definition.rubric, id);
    const back = row && valuesIn(row, written, entries.city !== undefined);
    const defect = !row
      ? { of: "points" as const, sentence: phrases.problems.noRow(id) }
      : (defectIn(row, written, back) ?? undefined);
    if (defect) defects.push({ id, ...defect });
    if (!back || defect) continue;
    const one = threeWay({ given: only(given, id), back, now: only(now, id) });
    const changes = Object.fromEntries(one.keys.flatMap((key) => (back[key] === undefined ? [] : [[key, back[key]]])));
    const sentence = one.keys.length === 0 ? undefined : changeProblem(entries, { id, written, changes });
    if (sentence !== undefined) defects.push({ id, of: "points", sentence });
    compared.push({ ...one, id, back: changes });
  }
  return { rows: compared, defects };
}

function changeProblem(
  entries: EntryContext,
  { id, written, changes }: { id: string; written: WrittenRow; changes: ScoreValues },
): string | undefined {
  if (written.isHidden) return phrases.problems.hidden(id);
  return givenIn(changes)
    .flatMap((one) => problemWith(entries, one) ?? [])
    .at(0);
}

/** What the changes give. 不适用 comes with its reason even where only one of them differs. */
export const givenIn = (changes: ScoreValues): GivenScore[] => givenBy(changes);

const only = (values: ScoreValues, id: string): ScoreValues =>
  Object.fromEntries(
    Object.values(rowKeys(id)).flatMap((key) => (values[key] === undefined ? [] : [[key, values[key]]])),
  );

/** The cells of a row as values; an empty remark takes it away, other empty cells change nothing. */
function valuesIn(row: Criterion, { points, reason = "", remark }: WrittenRow, isCity: boolean): ScoreValues {
  const keys = rowKeys(row.id);
  const found = isCity ? readFinding(points) : undefined;
  const value = points === "" ? undefined : found ? findingWords(found) : pointsIn(row, points);
  const why = value === scoringPhrases.notApplicable() ? notApplicableWhy(plainAnswer(points)) : found?.reason;
  const said = reason === "" ? (why ?? "") : reason;
  return {
    ...(value === undefined ? {} : { [keys.points]: value }),
    ...(said === "" ? {} : { [keys.reason]: said }),
    ...(remark === undefined ? {} : { [keys.remark]: remark }),
  };
}

const findingWords = ({ asDistrict, notMet = "" }: Omit<GivenScore, "criterion">): string =>
  asDistrict ? scoringPhrases.asDistrict() : scoringPhrases.notMet(notMet);

/** A number, 不适用 or a verdict; undefined for other words. */
function pointsIn(row: Criterion, typed: string): AnswerValue | undefined {
  const word = plainAnswer(typed);
  if (notApplicableWhy(word) !== undefined) return scoringPhrases.notApplicable();
  if (!row.knockOut) return readPoints(word, row.maxPoints);
  const knockedOut = readVerdict(word);
  return knockedOut === undefined ? undefined : scoringPhrases.verdict(knockedOut);
}

function defectIn(
  row: Criterion,
  { points, reason = "", remark = "" }: WrittenRow,
  back: ScoreValues | undefined,
): Omit<RowDefect, "id"> | undefined {
  if (points !== "" && back?.[rowKeys(row.id).points] === undefined) {
    const sentence = row.knockOut ? scoringPhrases.notAVerdict(row.id) : phrases.problems.notPoints(row.id, points);
    return { of: "points", sentence };
  }
  const isLong = [reason, remark].some((text) => [...text].length > MOST_CHARACTERS);
  return isLong ? { of: "reason", sentence: phrases.problems.tooLong(row.id, MOST_CHARACTERS) } : undefined;
}

/** What a cell of points offers, the maximum first: every step, or both ends, or the verdicts; 不适用 where it may be. */
export function optionsFor(row: Criterion, { step, allOrNothing, notApplicable }: PointRules): (number | string)[] {
  if (row.knockOut) return [scoringPhrases.verdict(false), scoringPhrases.verdict(true)];
  const steps = Math.floor(row.maxPoints / step + 1e-9);
  const all = Array.from({ length: steps + 1 }, (_, at) => Number((at * step).toFixed(2)));
  const values = allOrNothing.includes(row.id) ? [0, row.maxPoints] : [...new Set([...all, row.maxPoints])];
  return [...values.toReversed(), ...(notApplicable.rows.includes(row.id) ? [scoringPhrases.notApplicable()] : [])];
}
