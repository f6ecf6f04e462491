import type { CellValue } from "../../../platform/documents/workbook-spec.ts";
import { HUNDREDTHS } from "../../scoring/points.ts";
import type { Criterion } from "../../scoring/rubric.ts";
import type { Score } from "../../scoring/score-sheet.ts";
import { stateWords, valueWords } from "../../scoring/score-values.ts";
import type { CityRow } from "../../verification/verification.ts";
import { reviewFilePhrases as phrases } from "./phrases.ts";

/** What one person gave a row, with the reason in words. */
export interface GivenRow {
  name: string;
  score: Pick<Score, "state" | "hundredths" | "clause">;
  reason: string | undefined;
}

/** All that is final on one row of a compound. */
export interface FinalRow {
  row: Criterion;
  district: Omit<GivenRow, "name"> | undefined;
  /** Of members whose points are final and count. */
  members: readonly GivenRow[];
  city: Pick<CityRow, "hundredths" | "from"> | undefined;
  agreed: { by: string; reason: string | undefined } | undefined;
  /** Files in force; undefined where the campaign takes none for the row. */
  proof: number | undefined;
}

/** What the table of a campaign has. */
export interface Columns {
  verifies: boolean;
  takesEvidence: boolean;
}

/** A row of 评审底稿, a cell a column. */
export function cellsOf(one: FinalRow, { verifies, takesEvidence }: Columns): CellValue[] {
  const { row, district, members, city } = one;
  const agreed = city?.from === "agreed" && !row.knockOut ? points(city.hundredths) : null;
  return [
    row.id,
    row.short,
    row.knockOut ? null : row.maxPoints,
    district ? figure(row, district.score) : null,
    ...(verifies
      ? [
          members.map(({ name, score }) => phrases.given(name, valueWords(row, score))).join("；"),
          city && !row.knockOut ? points(city.hundredths) : null,
          differenceOn(one),
          agreed,
        ]
      : []),
    reasonsOf(one).join("；"),
    ...(takesEvidence ? [one.proof ?? null] : []),
  ];
}

/** 市级核验分 less 初评分, in points; null where one of them is missing, and on a row without points. */
export function differenceOn({ row, district, city }: Pick<FinalRow, "row" | "district" | "city">): number | null {
  if (row.knockOut || !district || !city) return null;
  return points(city.hundredths - district.score.hundredths);
}

function reasonsOf({ row, district, members, city, agreed }: FinalRow): string[] {
  const said = (who: string, words: readonly (string | undefined)[]): string[] => {
    const known = words.flatMap((word) => word || []);
    return known.length === 0 ? [] : [phrases.reasonOf(who, known)];
  };
  return [
    ...(district
      ? said(phrases.byDistrict(), [row.knockOut ? undefined : stateWords(district.score), district.reason])
      : []),
    ...members.flatMap(({ name, reason }) => said(name, [reason])),
    ...(agreed && city?.from === "agreed" ? said(phrases.byAgreement(agreed.by), [agreed.reason]) : []),
  ];
}

const figure = (row: Criterion, score: GivenRow["score"]): CellValue =>
  row.knockOut ? valueWords(row, score) : points(score.hundredths);

const points = (hundredths: number): number => hundredths / HUNDREDTHS;
