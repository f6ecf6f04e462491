import { journalTable, type RowName } from "../../platform/journal/journal-table.ts";
import { isPersonalRef } from "../../platform/journal/personal-value.ts";
import type { Transaction } from "../../platform/storage/database.ts";
import { enteredFor } from "../engine/on-behalf.ts";
import { DISTRICT_SCORER, type Ledger, type Score, type ScoreSheet, type SheetOwner } from "./score-sheet.ts";

export const scoreSheetTable = journalTable("score_sheet", ["case_id", "ledger", "scorer"]);
export const scoreTable = journalTable("score", ["case_id", "ledger", "scorer", "criterion"]);

/**
 * Sheets of one scorer, by case id. Cases without a sheet have no entry.
 * @param of `scorer` defaults to the district; `district`: of its cases only
 */
export async function sheetsOf(
  tx: Transaction,
  { scorer = DISTRICT_SCORER, ...of }: Pick<Wanted, "campaignId" | "ledger" | "scorer" | "district">,
): Promise<ReadonlyMap<string, ScoreSheet>> {
  const sheets = await readSheets(tx, { ...of, scorer });
  return new Map(sheets.map((sheet) => [sheet.caseId, sheet]));
}

/** Undefined if scoring has not started. */
export async function sheetOf(tx: Transaction, owner: SheetOwner): Promise<ScoreSheet | undefined> {
  const { caseId, ledger, scorer } = owner;
  const where = { caseId, ledger, scorer };
  const [sheet, scores] = await Promise.all([
    tx.scoreSheet.findUnique({ where: { caseId_ledger_scorer: where } }),
    tx.score.findMany({ where }),
  ]);
  return sheet ? sheetFrom(sheet, byCriterion(scores)) : undefined;
}

/** Row name of a sheet in the journal. */
export const sheetRow = ({ caseId, ledger, scorer }: SheetOwner): RowName =>
  scoreSheetTable.row({ case_id: caseId, ledger, scorer });

/** Journal action for a change to a sheet. */
export const journalAction = (ledger: Ledger, verb: "opened" | "scored" | "locked" | "reopened"): string =>
  `${ledger === "district" ? "review" : "verification"}.${verb}`;

type StoredSheet = NonNullable<Awaited<ReturnType<Transaction["scoreSheet"]["findUnique"]>>>;
type StoredScore = NonNullable<Awaited<ReturnType<Transaction["score"]["findUnique"]>>>;
type SheetColumns = Pick<
  StoredSheet,
  | "caseId"
  | "ledger"
  | "scorer"
  | "state"
  | "finalizedAt"
  | "finalizedBy"
  | "responsible"
  | "lateness"
  | "lateReason"
  | "reopenedAt"
  | "reopenReason"
>;
type ScoreColumns = Pick<
  StoredScore,
  "criterion" | "state" | "hundredths" | "clause" | "definitionVersion" | "givenBy" | "responsible"
> & { reason: unknown; remark: unknown };

const sheetFrom = (
  { caseId, ledger, scorer, state, finalizedAt, finalizedBy, lateness, lateReason, ...stored }: SheetColumns,
  scores: ScoreSheet["scores"],
): ScoreSheet => ({
  caseId,
  ledger: ledger as Ledger,
  scorer,
  state: state as ScoreSheet["state"],
  finalizedAt: finalizedAt ?? undefined,
  late: lateness === "late",
  lateReason: isPersonalRef(lateReason) ? lateReason : undefined,
  finalizedFor: enteredFor(finalizedBy, stored.responsible),
  reopened: reopenedIn(stored),
  scores,
});

const byCriterion = (scores: readonly ScoreColumns[]): ScoreSheet["scores"] =>
  new Map(scores.map((row) => [row.criterion, scoreFrom(row)]));

const reopenedIn = ({ reopenedAt: at, reopenReason }: Pick<StoredSheet, "reopenedAt" | "reopenReason">) =>
  at === null ? undefined : { at, reason: isPersonalRef(reopenReason) ? reopenReason : undefined };

const scoreFrom = ({
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

/** Final sheets of the members of the city's team. What is not final is not read. */
export const finalMemberSheets = (tx: Transaction, campaignId: string): Promise<ScoreSheet[]> =>
  readSheets(tx, { campaignId, ledger: "city", state: "finalized" });

interface Wanted {
  campaignId: string;
  ledger: Ledger;
  scorer?: string;
  state?: ScoreSheet["state"];
  /** Of whose cases. */
  district?: string;
}

/** Of {@link StoredScore}, in the order in which the statement gives them. */
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

/**
 * With the rows of each sheet as one text: a province has hundreds of thousands of rows, which one by one, remembered and
 * copied, would take more memory than the bot has.
 */
async function readSheets(tx: Transaction, { campaignId, ledger, ...only }: Wanted): Promise<ScoreSheet[]> {
  const { scorer = null, state = null, district = null } = only;
  const rows = await tx.$queryRaw<(SheetColumns & { packed: string | null })[]>`
    select s.case_id as "caseId", s.ledger, s.scorer, s.state, s.finalized_at as "finalizedAt",
      s.finalized_by as "finalizedBy", s.responsible, s.lateness, s.late_reason as "lateReason",
      s.reopened_at as "reopenedAt", s.reopen_reason as "reopenReason",
      (select json_agg(json_build_array(p.criterion, p.state, p.hundredths, p.clause, p.reason, p.remark,
         p.definition_version, p.given_by, p.responsible))::text
       from score p where p.case_id = s.case_id and p.ledger = s.ledger and p.scorer = s.scorer) as "packed"
    from score_sheet s
    where s.campaign_id = ${campaignId} and s.ledger = ${ledger}
      and (${scorer}::text is null or s.scorer = ${scorer}::text)
      and (${state}::text is null or s.state = ${state}::text)
      and (${district}::text is null or s.case_id in (
        select a.id from application a where a.campaign_id = ${campaignId} and a.district = ${district}::text))`;
  return rows.map(({ packed, ...sheet }) => sheetFrom(sheet, unpacked(packed)));
}

/** Characters of packed rows that are kept with what they say: of a city everything, of a large province most. */
const MOST_KEPT = 40_000_000;

/**
 * What packed rows say, by their text. The same are read several times in a turn and again in the next, and hundreds of
 * thousands of objects made anew are more work than all that is reckoned from them. Nobody changes them in place.
 */
const kept = new Map<string, ScoreSheet["scores"]>();
let keptCharacters = 0;
/** Rows without words of their own, which most are: equal ones are one object. */
const plainRows = new Map<string, Score>();

function unpacked(packed: string | null): ScoreSheet["scores"] {
  if (packed === null) return new Map();
  const known = kept.get(packed);
  if (known) return known;
  const scores = new Map((JSON.parse(packed) as PackedScore[]).map((row) => [row[0], unpackedRow(row)]));
  if (keptCharacters > MOST_KEPT) {
    kept.clear();
    plainRows.clear();
    keptCharacters = 0;
  }
  kept.set(packed, scores);
  keptCharacters += packed.length;
  return scores;
}

function unpackedRow(row: PackedScore): Score {
  const [criterion, state, hundredths, clause, reason, remark, definitionVersion, givenBy, responsible] = row;
  const made = () =>
    scoreFrom({ criterion, state, hundredths, clause, reason, remark, definitionVersion, givenBy, responsible });
  if (reason !== null || remark !== null) return made();
  const key = row.join("\u0000");
  const plain = plainRows.get(key) ?? made();
  plainRows.set(key, plain);
  return plain;
}
