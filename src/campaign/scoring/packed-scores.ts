import { isPersonalRef } from "../../platform/journal/personal-value.ts";
import type { Transaction } from "../../platform/storage/database.ts";
import { enteredFor } from "../engine/on-behalf.ts";
import type { Score, ScoreSheet } from "./score-sheet.ts";

type StoredScore = NonNullable<Awaited<ReturnType<Transaction["score"]["findUnique"]>>>;

/** Columns of a row of points. */
export type ScoreColumns = Pick<
  StoredScore,
  "criterion" | "state" | "hundredths" | "clause" | "definitionVersion" | "givenBy" | "responsible"
> & { reason: unknown; remark: unknown };

/** Of {@link ScoreColumns}, in the order in which a statement packs them. */
type PackedScore = [
  criterion: string,
  state: string,
  hundredths: number,
  clause: string | null,
  reason: unknown,
  remark: unknown,
  definitionVersion: number,
  givenBy: string,
  responsible: string | null,
];

/** @param packed rows of points as one text; null: there are none */
export const unpackedScores = (packed: string | null): ScoreSheet["scores"] =>
  new Map((JSON.parse(packed ?? "[]") as PackedScore[]).map((row) => [row[0], unpackedRow(row)]));

const MOST_PLAIN = 100_000;
/** Rows without words of their own, which most are: equal ones are one object. Nobody changes them in place. */
const plainRows = new Map<string, Score>();

function unpackedRow(row: PackedScore): Score {
  const [criterion, state, hundredths, clause, reason, remark, definitionVersion, givenBy, responsible] = row;
  const made = () =>
    scoreFrom({ criterion, state, hundredths, clause, reason, remark, definitionVersion, givenBy, responsible });
  if (reason !== null || remark !== null) return made();
  const key = row.join("\u0000");
  const plain = plainRows.get(key) ?? made();
  if (plainRows.size >= MOST_PLAIN) plainRows.clear();
  plainRows.set(key, plain);
  return plain;
}

export const scoreFrom = ({
  criterion,
  state,
  hundredths,
  clause,
  reason,
  remark,
  definitionVersion,
  ...by
}: ScoreColumns): Score => ({
  criterion,
  state: state as Score["state"],
  hundredths,
  ...(clause === null ? {} : { clause }),
  reason: isPersonalRef(reason) ? reason : undefined,
  remark: isPersonalRef(remark) ? remark : undefined,
  definitionVersion,
  givenFor: enteredFor(by.givenBy, by.responsible),
});
