import type { Application } from "../application/application.ts";
import { requirementPhrases } from "../application/requirements/phrases.ts";
import { clausesOf } from "../application/requirements/requirements.ts";
import { type CaseStanding, standingsOf } from "../application/requirements/standing.ts";
import { annexWords } from "../application/requirements/views.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { type ProposedPoints, proposedPoints } from "./by-figures.ts";
import { cityEntries, seesReported } from "./city-entries.ts";
import { rowProof } from "./extension-points.ts";
import { scoringPhrases as phrases } from "./phrases.ts";
import { HUNDREDTHS, isFinalized } from "./points.ts";
import { type Criterion, criteriaOf } from "./rubric.ts";
import { DISTRICT_SCORER, type Score, type ScoreSheet } from "./score-sheet.ts";
import { textsOn, valueWords } from "./score-values.ts";
import { type DifferingRow, differencesOf } from "./shared-bodies.ts";
import { sheetOf } from "./store.ts";

/** What stands beside the rows of a sheet while they are scored. */
export interface BesideRows {
  /** Of each row what is known of it, in words; rows of which nothing is known have no entry. */
  lines: ReadonlyMap<string, readonly string[]>;
  /** 附件1 as a whole, where nobody has answered it. */
  note: string | undefined;
}

interface ScoredCase {
  application: Application;
  sheet: ScoreSheet;
}

/** What is known of a case that is scored, whichever rows are shown. */
export interface KnownOfCase {
  proofs: readonly ReadonlyMap<string, string>[];
  /** How 附件1 stands; undefined where the campaign has none. */
  standing: CaseStanding | undefined;
  /** Rows about a shared body that others have otherwise. */
  differing: readonly DifferingRow[];
  /** In the city's ledger the district's points, by row. */
  reported: ReadonlyMap<string, readonly string[]>;
}

export async function knownOfCase(context: Context, { application, sheet }: ScoredCase): Promise<KnownOfCase> {
  const [proofs, standings, differing, reported] = await Promise.all([
    context.contributions(rowProof, { caseId: application.id }),
    standingsOf(context, [application]),
    sheet.ledger === "city" ? [] : differencesOf(context, { application, sheet }),
    reportedLines(context, sheet),
  ]);
  return { proofs, standing: standings.get(application.id), differing, reported };
}

/** {@link besideRowsKnown} of a case of which nothing has been read yet. */
export const besideRows = async (
  context: Context,
  of: ScoredCase & { rows: readonly Criterion[] },
): Promise<BesideRows> => besideRowsKnown(context, of, await knownOfCase(context, of));

/** Proof, clauses of 附件1, figures with the points that follow from them, and points of others on the same body. */
export function besideRowsKnown(
  context: Context,
  { application, sheet, rows }: ScoredCase & { rows: readonly Criterion[] },
  { proofs, standing, differing, reported }: KnownOfCase,
): BesideRows {
  const proposed = proposedPoints(context.campaign.definition, context.rulings, standing);
  const nouns = nounsOf(context.campaign.definition);
  const lines = rows.map(({ id }) => {
    const figure = figureLine(standing, sheet, { criterion: id, proposed: proposed.get(id) });
    return [
      id,
      [
        ...proofs.flatMap((proof) => proof.get(id) ?? []),
        ...clauseLine(context, standing, id),
        ...figure,
        ...(reported.get(id) ?? []),
        ...differing.filter(({ criterion }) => criterion === id).map((one) => phrases.differs(one, nouns)),
      ],
    ] as const;
  });
  return {
    lines: new Map(lines.filter(([, words]) => words.length > 0)),
    note: standing && !standing.sheet ? noteOf(context, application, { sheet, standing }) : undefined,
  };
}

/** The clauses on the same matter, as they stand; before anybody answered only those that a figure or list settles. */
function clauseLine(context: Context, standing: CaseStanding | undefined, criterion: string): string[] {
  const ids = clausesOf(context.campaign.definition)
    .filter(({ criteria }) => criteria.includes(criterion))
    .map(({ id }) => id);
  const found = (standing?.rows ?? []).filter(
    ({ id, source }) => ids.includes(id) && (standing?.sheet !== undefined || source !== "none"),
  );
  if (found.length === 0) return [];
  const clauses = found.map(({ id, ...row }) => ({ id, words: requirementPhrases.standing(row), source: row.source }));
  const annex = annexWords(context);
  // 附件1 is not said to hold what only follows from the form or a list.
  if (standing?.sheet) return [requirementPhrases.besideRow(annex, clauses)];
  return [requirementPhrases.besideRowOpen(annex, clauses, nounsOf(context.campaign.definition))];
}

/** Only the district can answer 附件1. */
function noteOf(
  context: Context,
  { compoundName }: Application,
  { sheet: { ledger }, standing }: { sheet: ScoreSheet; standing: CaseStanding },
): string {
  const annex = annexWords(context);
  const open = standing.rows.filter(({ source }) => source === "none").length;
  return ledger === "city" ? phrases.noClausesYet(annex, open) : phrases.noClauses(annex, open, compoundName);
}

/** In the city's ledger the district's points, row by row, as the decision lets members see them. */
async function reportedLines(context: Context, sheet: ScoreSheet): Promise<ReadonlyMap<string, string[]>> {
  const city = await cityEntries(context, sheet);
  const district = city && (await sheetOf(context.tx, { ...sheet, ledger: "district", scorer: DISTRICT_SCORER }));
  if (!city || !isFinalized(district)) return new Map();
  const { reasons } = await textsOn(context, district);
  const rows = criteriaOf(context.campaign.definition.rubric).filter(({ id }) => seesReported(city, sheet, id));
  return new Map(
    rows.flatMap((row): [string, string[]][] => {
      const score = district.scores.get(row.id);
      return score ? [[row.id, [phrases.reported(reportedWords(row, score), reasons.get(row.id))]]] : [];
    }),
  );
}

const reportedWords = (row: Criterion, score: Score): string =>
  row.knockOut || score.state !== "given" ? valueWords(row, score) : phrases.points(score.hundredths / HUNDREDTHS);

function figureLine(
  standing: CaseStanding | undefined,
  { scores }: ScoreSheet,
  { criterion, proposed }: { criterion: string; proposed: ProposedPoints | undefined },
): string[] {
  const figure = standing?.figures.find((one) => one.criterion === criterion);
  if (!figure) return [];
  const given = scores.get(criterion);
  const differs = given && proposed && given.hundredths !== proposed.points * HUNDREDTHS;
  return [
    figure.ground,
    ...(proposed ? [phrases.proposed(proposed.points, differs ? given.hundredths / HUNDREDTHS : undefined)] : []),
  ];
}

/** Rows about a shared body that others have otherwise, as sentences. */
export const differenceSentences = async (
  context: Context,
  of: { application: Application; sheet: ScoreSheet },
): Promise<string[]> => {
  const rows: DifferingRow[] = await differencesOf(context, of);
  return rows.map((row) => `${row.criterion}　${phrases.differs(row, nounsOf(context.campaign.definition))}`);
};
