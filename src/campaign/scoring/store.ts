import { journalTable, type RowName } from "../../platform/journal/journal-table.ts";
import { isPersonalRef } from "../../platform/journal/personal-value.ts";
import type { Transaction } from "../../platform/storage/database.ts";
import { enteredFor } from "../engine/on-behalf.ts";
import { DISTRICT_SCORER, type Ledger, type Score, type ScoreSheet, type SheetOwner } from "./score-sheet.ts";

export const scoreSheetTable = journalTable("score_sheet", ["case_id", "ledger", "scorer"]);
export const scoreTable = journalTable("score", ["case_id", "ledger", "scorer", "criterion"]);

/** Sheets of one scorer, by case id. `scorer` defaults to the district. Cases without a sheet have no entry. */
export async function sheetsOf(
  tx: Transaction,
  { campaignId, ledger, scorer = DISTRICT_SCORER }: { campaignId: string; ledger: Ledger; scorer?: string },
): Promise<ReadonlyMap<string, ScoreSheet>> {
  const where = { campaignId, ledger, scorer };
  const [sheets, scores] = await Promise.all([tx.scoreSheet.findMany({ where }), tx.score.findMany({ where })]);
  const byCase = Map.groupBy(scores, ({ caseId }) => caseId);
  return new Map(sheets.map((sheet) => [sheet.caseId, sheetFrom(sheet, byCase.get(sheet.caseId) ?? [])]));
}

/** Undefined if scoring has not started. */
export async function sheetOf(tx: Transaction, owner: SheetOwner): Promise<ScoreSheet | undefined> {
  const { caseId, ledger, scorer } = owner;
  const where = { caseId, ledger, scorer };
  const sheet = await tx.scoreSheet.findUnique({ where: { caseId_ledger_scorer: where } });
  return sheet ? sheetFrom(sheet, await tx.score.findMany({ where })) : undefined;
}

/** Row name of a sheet in the journal. */
export const sheetRow = ({ caseId, ledger, scorer }: SheetOwner): RowName =>
  scoreSheetTable.row({ case_id: caseId, ledger, scorer });

/** Journal action for a change to a sheet. */
export const journalAction = (ledger: Ledger, verb: "opened" | "scored" | "locked" | "reopened"): string =>
  `${ledger === "district" ? "review" : "verification"}.${verb}`;

type StoredSheet = NonNullable<Awaited<ReturnType<Transaction["scoreSheet"]["findUnique"]>>>;
type StoredScore = NonNullable<Awaited<ReturnType<Transaction["score"]["findUnique"]>>>;

const sheetFrom = (
  { caseId, ledger, scorer, state, finalizedAt, finalizedBy, lateness, lateReason, ...stored }: StoredSheet,
  scores: readonly StoredScore[],
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
  scores: new Map(scores.map((row) => [row.criterion, scoreFrom(row)])),
});

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
}: StoredScore): Score => ({
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
export async function finalMemberSheets(tx: Transaction, campaignId: string): Promise<ScoreSheet[]> {
  const where = { campaignId, ledger: "city" };
  const sheets = await tx.scoreSheet.findMany({ where: { ...where, state: "finalized" } });
  if (sheets.length === 0) return [];
  const scores = await tx.score.findMany({ where: { ...where, caseId: { in: sheets.map(({ caseId }) => caseId) } } });
  const bySheet = Map.groupBy(scores, ({ caseId, scorer }) => `${caseId} ${scorer}`);
  return sheets.map((sheet) => sheetFrom(sheet, bySheet.get(`${sheet.caseId} ${sheet.scorer}`) ?? []));
}
