import { rulingDeciding } from "../definition/purposes.ts";
import type { PersonContext } from "../engine/context.ts";
import { responsibleIn } from "../engine/on-behalf.ts";
import { rulingEffectsChanged } from "../ruling/events.ts";
import { scoresGiven } from "./events.ts";
import { followReasons, refersToAnother } from "./follow-reasons.ts";
import { scoringPhrases as phrases, type SavedRow } from "./phrases.ts";
import { HUNDREDTHS, isFinalized, pointDefect, pointRulesIn } from "./points.ts";
import { criteriaOf, criterionById } from "./rubric.ts";
import type { GivenScore, Score, ScoreSheet } from "./score-sheet.ts";
import { reasonsOn } from "./score-values.ts";
import { journalAction, scoreTable, sheetOf } from "./store.ts";

/** Why an entry was not saved. */
export interface RowProblem {
  criterion: string;
  sentence: string;
}

export interface GivenOutcome {
  /** Read again after saving. */
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
  const checked = given.map((one) => ({ one, problem: problemWith(context, sheet, one) }));
  const good = checked.filter(({ problem }) => problem === undefined).map(({ one }) => one);
  const order = criteriaOf(context.campaign.definition.rubric).map(({ id }) => id);
  const reasons = good.some(refersToAnother) ? await reasonsOn(context, sheet) : new Map<string, string>();
  const { followed, problems } = followReasons(good, { order, reasons });
  if (followed.length > 0) {
    await save(context, sheet, followed);
    context.emit(rulingEffectsChanged, { decisions: ["pointStep", "allOrNothing"] });
  }
  const criteria = followed.map(({ criterion }) => criterion).filter((id) => !sheet.scores.has(id));
  if (criteria.length > 0) context.emit(scoresGiven, { caseId: sheet.caseId, ledger: sheet.ledger, criteria });
  return {
    sheet: (await sheetOf(context.tx, sheet)) ?? sheet,
    saved: followed.map((one) => savedRow(context, sheet, one)),
    problems: [
      ...checked.flatMap(({ one, problem }) =>
        problem === undefined ? [] : [{ criterion: one.criterion, sentence: problem }],
      ),
      ...problems,
    ],
  };
}

function problemWith(
  { campaign, rulings }: PersonContext,
  { scores }: ScoreSheet,
  { criterion: id, points, knockedOut, reason }: GivenScore,
): string | undefined {
  const { definition } = campaign;
  const criterion = criterionById(definition.rubric, id);
  if (!criterion) return phrases.noSuchRow(id);
  const missing = criterion.knockOut ? phrases.notAVerdict(id) : phrases.notANumber(id);
  if (points === undefined && knockedOut === undefined) {
    if (scores.has(id)) return undefined;
    return reason === undefined ? missing : phrases.notScoredYet(id);
  }
  if (criterion.knockOut) return knockedOut === undefined ? missing : undefined;
  if (points === undefined || !Number.isFinite(points)) return missing;
  const defect = pointDefect(criterion, points, pointRulesIn(definition, rulings));
  if (!defect) return undefined;
  const decision = defect.kind === "partial" ? "allOrNothing" : "pointStep";
  return phrases.defect(criterion, defect, rulingDeciding(definition, decision)?.id);
}

function savedRow({ campaign }: PersonContext, sheet: ScoreSheet, one: GivenScore): SavedRow {
  const row = { id: one.criterion, points: pointsAfter(sheet, one) };
  if (!criterionById(campaign.definition.rubric, one.criterion)?.knockOut) return row;
  return { ...row, knockedOut: stateAfter(sheet, one) === "requirementNotMet" };
}

/** An entry with only a reason keeps the stored state. */
function stateAfter({ scores }: ScoreSheet, { criterion, points, knockedOut }: GivenScore): Score["state"] {
  if (knockedOut !== undefined) return knockedOut ? "requirementNotMet" : "given";
  return points === undefined ? (scores.get(criterion)?.state ?? "given") : "given";
}

const pointsAfter = ({ scores }: ScoreSheet, { criterion, points }: GivenScore): number =>
  points ?? (scores.get(criterion)?.hundredths ?? 0) / HUNDREDTHS;

async function save(context: PersonContext, sheet: ScoreSheet, given: readonly GivenScore[]): Promise<void> {
  const { tx, campaign, now, person } = context;
  const { caseId, ledger, scorer } = sheet;
  const rows = given.map(({ criterion }) => scoreTable.row({ case_id: caseId, ledger, scorer, criterion }));
  await context.withJournal({ action: journalAction(ledger, "scored"), rows, caseId }, async () => {
    const values = [];
    for (const one of given) {
      values.push({
        criterion: one.criterion,
        state: stateAfter(sheet, one),
        hundredths: Math.round(pointsAfter(sheet, one) * HUNDREDTHS),
        reason: one.reason === undefined ? null : await context.personal.store(one.reason),
      });
    }
    // One statement for a page of rows. Without a new reason the stored one stays.
    await tx.$executeRaw`
      insert into score (case_id, ledger, scorer, criterion, campaign_id, state, hundredths, reason,
        definition_version, given_by, responsible, given_at)
      select ${caseId}, ${ledger}, ${scorer}, v.criterion, ${campaign.id}, v.state, v.hundredths,
        nullif(v.reason, 'null'), ${campaign.definitionVersion}, ${person.staffId}, ${responsibleIn(context)},
        ${now}
      from jsonb_to_recordset(${JSON.stringify(values)}::jsonb)
        as v (criterion text, state text, hundredths int, reason jsonb)
      on conflict (case_id, ledger, scorer, criterion) do update set state = excluded.state,
        hundredths = excluded.hundredths, reason = coalesce(excluded.reason, score.reason),
        definition_version = excluded.definition_version, given_by = excluded.given_by,
        responsible = excluded.responsible, given_at = excluded.given_at`;
  });
}
