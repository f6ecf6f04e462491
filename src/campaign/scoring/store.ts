import { journalTable, type RowName } from "../../platform/journal/journal-table.ts";
import { isPersonalRef } from "../../platform/journal/personal-value.ts";
import { Prisma, type Transaction } from "../../platform/storage/database.ts";
import { keptRows, type RowVersion } from "../../platform/storage/kept-rows.ts";
import { enteredFor } from "../engine/on-behalf.ts";
import { type ScoreColumns, scoreFrom, unpackedScores } from "./packed-scores.ts";
import { DISTRICT_SCORER, type Ledger, type ScoreSheet, type SheetOwner } from "./score-sheet.ts";

export const scoreSheetTable = journalTable("score_sheet", ["case_id", "ledger", "scorer"]);
export const scoreTable = journalTable("score", ["case_id", "ledger", "scorer", "criterion"]);

/**
 * Sheets of one scorer, by case id. Cases without a sheet have no entry.
 * @param of `scorer` defaults to the district; `district`: of its cases only; `without`: all but this case
 */
export async function sheetsOf(
  tx: Transaction,
  { scorer = DISTRICT_SCORER, ...of }: Pick<Wanted, "campaignId" | "ledger" | "scorer" | "district" | "without">,
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

/** Final sheets of the members of the city's team. What is not final is not read. */
export const finalMemberSheets = (tx: Transaction, campaignId: string): Promise<readonly ScoreSheet[]> =>
  readSheets(tx, { campaignId, ledger: "city", state: "finalized" });

interface Wanted {
  campaignId: string;
  ledger: Ledger;
  scorer?: string;
  state?: ScoreSheet["state"];
  /** Of whose cases. */
  district?: string;
  /** Id of a case. */
  without?: string;
}

/** All that is on a sheet, with its version. */
type SheetRow = SheetColumns & Pick<RowVersion, "stamp" | "isOwn"> & { packed: string | null };

/** A version of a sheet: of its row in the table, which is written anew whenever points are given. */
interface SheetVersion extends RowVersion {
  caseId: string;
  scorer: string;
}

/** Of a city all sheets, of a large province most: rows read and made anew are more work than all that is reckoned from them. */
const kept = keptRows<ScoreSheet>(15_000);

/** What a transaction has read, by what was wanted: it sees the same until it sees other versions. */
type SeenSheets = Map<string, { versions: string; sheets: Promise<readonly ScoreSheet[]> }>;
const seen = new WeakMap<Transaction, SeenSheets>();

/** Of sheets that are known as they stand only their names are read. */
async function readSheets(tx: Transaction, wanted: Wanted): Promise<readonly ScoreSheet[]> {
  const { server, versions } = await readVersions(tx, wanted);
  const ofTurn: SeenSheets = seen.get(tx) ?? new Map();
  seen.set(tx, ofTurn);
  const key = JSON.stringify(wanted);
  const before = ofTurn.get(key);
  if (before?.versions === versions) return before.sheets;
  const sheets = sheetsIn(tx, wanted, { server, versions });
  ofTurn.set(key, { versions, sheets });
  return sheets;
}

async function sheetsIn(tx: Transaction, wanted: Wanted, { server, versions: text }: Versions): Promise<ScoreSheet[]> {
  const named = JSON.parse(text) as [caseId: string, scorer: string, stamp: string, isOwn: boolean][];
  const version = ({ caseId, scorer, stamp, isOwn }: Omit<SheetVersion, "server" | "key">): SheetVersion => {
    return { caseId, scorer, stamp, isOwn, server, key: [caseId, wanted.ledger, scorer].join("\u0000") };
  };
  const versions = named.map(([caseId, scorer, stamp, isOwn]) => version({ caseId, scorer, stamp, isOwn }));
  const known = new Map(versions.map((version) => [version, kept.of(version)]));
  const unknown = versions.filter((version) => known.get(version) === undefined);
  const read = unknown.length === 0 ? [] : await readNamed(tx, wanted, unknown);
  const fresh = new Map(
    read.map((row) => [nameOf(row), kept.keep(version(row), sheetFrom(row, unpackedScores(row.packed)))]),
  );
  return versions.flatMap((version) => known.get(version) ?? fresh.get(nameOf(version)) ?? []);
}

const nameOf = ({ caseId, scorer }: Pick<SheetVersion, "caseId" | "scorer">): string => `${caseId}/${scorer}`;

/** Another one once anything of the sheet's row was written, and with it whenever points are given. */
const STAMP = Prisma.sql`s.xmin::text || s.ctid::text`;
/** Written by this transaction. */
const IS_OWN = Prisma.sql`s.xmin is not distinct from pg_current_xact_id_if_assigned()::xid`;

interface Versions {
  /** Which server and database this is, from its start on. */
  server: string;
  /** JSON: of each sheet its case, scorer and stamp, and whether it is this transaction's. */
  versions: string;
}

async function readVersions(tx: Transaction, { campaignId, ledger, ...only }: Wanted): Promise<Versions> {
  const { scorer = null, state = null, district = null, without = null } = only;
  const [row] = await tx.$queryRaw<Versions[]>`
    select current_database() || ' ' || extract(epoch from pg_postmaster_start_time())::text as server,
      coalesce(json_agg(json_build_array(s.case_id, s.scorer, ${STAMP}, ${IS_OWN})), '[]')::text as versions
    from score_sheet s
    where s.campaign_id = ${campaignId} and s.ledger = ${ledger}
      and (${scorer}::text is null or s.scorer = ${scorer}::text)
      and (${state}::text is null or s.state = ${state}::text)
      and s.case_id is distinct from ${without}::text
      and (${district}::text is null or s.case_id in (
        select a.id from application a where a.campaign_id = ${campaignId} and a.district = ${district}::text))`;
  return row ?? { server: "", versions: "[]" };
}

/**
 * In one statement, so that stamp and points are of the same moment; with the points of each sheet as one text: a
 * province has hundreds of thousands, which one by one would take more memory than the bot has.
 */
function readNamed(tx: Transaction, { ledger, ...only }: Wanted, sheets: readonly SheetVersion[]): Promise<SheetRow[]> {
  const { state = null } = only;
  return tx.$queryRaw`
    select s.case_id as "caseId", s.ledger, s.scorer, s.state, s.finalized_at as "finalizedAt",
      s.finalized_by as "finalizedBy", s.responsible, s.lateness, s.late_reason as "lateReason",
      s.reopened_at as "reopenedAt", s.reopen_reason as "reopenReason", ${STAMP} as stamp, ${IS_OWN} as "isOwn",
      (select json_agg(json_build_array(p.criterion, p.state, p.hundredths, p.clause, p.reason, p.remark,
         p.definition_version, p.given_by, p.responsible))::text
       from score p where p.case_id = s.case_id and p.ledger = s.ledger and p.scorer = s.scorer) as packed
    from unnest(${sheets.map(({ caseId }) => caseId)}::text[], ${sheets.map(({ scorer }) => scorer)}::text[])
      as named (case_id, scorer)
    join score_sheet s on s.case_id = named.case_id and s.scorer = named.scorer and s.ledger = ${ledger}
      and (${state}::text is null or s.state = ${state}::text)`;
}
