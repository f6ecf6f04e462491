import { beforeCommit } from "../../platform/storage/transactions.ts";
import type { PersonContext } from "../engine/context.ts";
import { closedBecause } from "../engine/open-parts.ts";
import { rulingEffectsChanged } from "../ruling/events.ts";
import { answersFor } from "./answers-for.ts";
import { cityEntries } from "./city-entries.ts";
import { DECISIONS_ON_POINTS } from "./decisions.ts";
import { pointsChanged, scoresGiven } from "./events.ts";
import { followReasons, refersToAnother } from "./follow-reasons.ts";
import type { SavedRow } from "./phrases.ts";
import { HUNDREDTHS, isFinalized, pointRulesIn } from "./points.ts";
import { criteriaOf, criterionById } from "./rubric.ts";
import { clauseAfter, type EntryContext, hundredthsAfter, problemWith, stateAfter } from "./rules.ts";
import type { GivenScore, Score, ScoreSheet } from "./score-sheet.ts";
import { reasonsOn } from "./score-values.ts";
import { journalAction, scoreTable, sheetOf } from "./store.ts";

/** Why an entry was not saved. */
export interface RowProblem {
  criterion: string;
  sentence: string;
}

export interface GivenOutcome {
  /** Read again where something was saved. */
  sheet: ScoreSheet;
  /** The saved rows with their current points. */
  saved: SavedRow[];
  /** One per rejected entry or reason. */
  problems: RowProblem[];
}

/**
 * Saves the valid entries and reports the others.
 * @param sheet of a case locked by the caller
 */
export async function givePoints(
  context: PersonContext,
  sheet: ScoreSheet,
  given: readonly GivenScore[],
): Promise<GivenOutcome> {
  if (isFinalized(sheet)) throw new Error(`score sheet of case ${sheet.caseId} is finalized`);
  const entries = await entriesOf(context, sheet);
  const closed = await closedRows(context, sheet, given);
  const checked = given.map((one) => ({ one, problem: closed.get(one.criterion) ?? problemWith(entries, one) }));
  const good = checked.filter(({ problem }) => problem === undefined).map(({ one }) => one);
  const order = criteriaOf(context.campaign.definition.rubric).map(({ id }) => id);
  const reasons = good.some(refersToAnother) ? await reasonsOn(context, sheet) : new Map<string, string>();
  const { followed, problems } = followReasons(good, { order, reasons });
  const after = followed.length === 0 ? sheet : await save(context, sheet, { given: followed, entries });
  if (followed.length > 0) tellChanged(context, sheet, followed);
  return {
    sheet: after,
    saved: followed.map((one) => savedRow(entries, one)),
    problems: [
      ...checked.flatMap(({ one, problem }) =>
        problem === undefined ? [] : [{ criterion: one.criterion, sentence: problem }],
      ),
      ...problems,
    ],
  };
}

/** In the city's ledger nothing follows before the points are final: no card and no count shows that there are some. */
function tellChanged({ emit }: PersonContext, sheet: ScoreSheet, given: readonly GivenScore[]): void {
  const { caseId, ledger } = sheet;
  if (ledger === "city") return;
  emit(pointsChanged, { caseId });
  emit(rulingEffectsChanged, { decisions: DECISIONS_ON_POINTS });
  const criteria = given.map(({ criterion }) => criterion).filter((id) => !sheet.scores.has(id));
  if (criteria.length > 0) emit(scoresGiven, { caseId, ledger, criteria });
}

/** Why rows cannot be changed on this case now, in a sentence each. */
async function closedRows(
  context: PersonContext,
  { caseId, ledger }: ScoreSheet,
  given: readonly GivenScore[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  if (ledger !== "district") return found;
  for (const { criterion } of given) {
    const sentence = await closedBecause(context, caseId, [`points:${criterion}`]);
    if (sentence !== undefined) found.set(criterion, sentence);
  }
  return found;
}

const entriesOf = async (context: PersonContext, sheet: ScoreSheet): Promise<EntryContext> => ({
  ...{ definition: context.campaign.definition, scores: sheet.scores },
  rules: pointRulesIn(context.campaign.definition, context.rulings),
  city: await cityEntries(context, sheet),
});

function savedRow(entries: EntryContext, one: GivenScore): SavedRow {
  const state = stateAfter(entries, one);
  const row = { id: one.criterion, points: hundredthsAfter(entries, one) / HUNDREDTHS };
  if (state === "notApplicable") return { ...row, notApplicable: true };
  if (state === "asDistrict") return { ...row, asDistrict: true };
  if (!criterionById(entries.definition.rubric, one.criterion)?.knockOut) {
    const notMet = clauseAfter(entries, one);
    return notMet === undefined ? row : { ...row, notMet };
  }
  return { ...row, knockedOut: state === "requirementNotMet" };
}

/** A row as the statement below reads it. */
interface StoredEntry {
  criterion: string;
  state: Score["state"];
  hundredths: number;
  clause: string | null;
  /** Sealed. */
  reason: unknown;
  remark: unknown;
  keepsReason: boolean;
  keepsRemark: boolean;
}

/** @returns the sheet as it is then */
async function save(
  context: PersonContext,
  sheet: ScoreSheet,
  { given, entries }: { given: readonly GivenScore[]; entries: EntryContext },
): Promise<ScoreSheet> {
  const { tx, campaign, now, person } = context;
  const { caseId, ledger, scorer } = sheet;
  const rows = given.map(({ criterion }) => scoreTable.row({ case_id: caseId, ledger, scorer, criterion }));
  return context.withJournal({ action: journalAction(ledger, "scored"), rows, caseId }, async () => {
    const values: StoredEntry[] = [];
    for (const one of given) {
      const state = stateAfter(sheet, one);
      values.push({
        criterion: one.criterion,
        state,
        hundredths: hundredthsAfter(entries, one),
        clause: clauseAfter(sheet, one) ?? null,
        reason: await stored(context, one.reason),
        remark: await stored(context, one.remark),
        keepsReason:
          one.reason !== "" &&
          !turnsNotApplicable(sheet.scores.get(one.criterion)?.state, state) &&
          !becomesFull(entries, one),
        keepsRemark: one.remark === undefined,
      });
    }
    // One statement for a page of rows. Without a new reason or remark the stored one stays. The sheet's row is written
    // anew: its version is that of its points.
    const storing = () => tx.$executeRaw`
      with sheet as (
        update score_sheet set state = state where case_id = ${caseId} and ledger = ${ledger} and scorer = ${scorer})
      insert into score (case_id, ledger, scorer, criterion, campaign_id, state, hundredths, clause, reason, remark,
        definition_version, given_by, responsible, given_at)
      select ${caseId}, ${ledger}, ${scorer}, v.criterion, ${campaign.id}, v.state, v.hundredths, v.clause,
        coalesce(nullif(v.reason, 'null'), case when v."keepsReason" then known.reason end),
        coalesce(nullif(v.remark, 'null'), case when v."keepsRemark" then known.remark end),
        ${campaign.definitionVersion}, ${person.staffId}, ${answersFor(context, sheet)}, ${now}
      from jsonb_to_recordset(${JSON.stringify(values)}::jsonb)
        as v (criterion text, state text, hundredths int, clause text, reason jsonb, remark jsonb, "keepsReason" bool,
          "keepsRemark" bool)
      left join score known on known.case_id = ${caseId} and known.ledger = ${ledger} and known.scorer = ${scorer}
        and known.criterion = v.criterion
      on conflict (case_id, ledger, scorer, criterion) do update set state = excluded.state,
        hundredths = excluded.hundredths, clause = excluded.clause, reason = excluded.reason, remark = excluded.remark,
        definition_version = excluded.definition_version, given_by = excluded.given_by,
        responsible = excluded.responsible, given_at = excluded.given_at`;
    await beforeCommit(tx, storing);
    return (await sheetOf(tx, sheet)) ?? sheet;
  });
}

const stored = async ({ personal }: PersonContext, text: string | undefined) =>
  text === undefined || text === "" ? null : personal.store(text);

/** Why a row does not apply is no reason for its points, and the other way round. */
const turnsNotApplicable = (before: Score["state"] | undefined, after: Score["state"]): boolean =>
  before !== undefined && (before === "notApplicable") !== (after === "notApplicable");

/** Why points were taken off is no reason for full marks. */
function becomesFull(entries: EntryContext, one: GivenScore): boolean {
  const before = entries.scores.get(one.criterion);
  const row = criterionById(entries.definition.rubric, one.criterion);
  if (before?.state !== "given" || one.points === undefined || !row || row.knockOut) return false;
  const full = row.maxPoints * HUNDREDTHS;
  return before.hundredths < full && hundredthsAfter(entries, one) === full;
}
