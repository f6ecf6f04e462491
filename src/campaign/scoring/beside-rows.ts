import type { Application } from "../application/application.ts";
import { requirementPhrases } from "../application/requirements/phrases.ts";
import { clausesOf } from "../application/requirements/requirements.ts";
import { type CaseStanding, standingsOf } from "../application/requirements/standing.ts";
import { annexWords } from "../application/requirements/views.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { type ProposedPoints, proposedPoints } from "./by-figures.ts";
import { rowProof } from "./extension-points.ts";
import { scoringPhrases as phrases } from "./phrases.ts";
import { HUNDREDTHS } from "./points.ts";
import type { Criterion } from "./rubric.ts";
import type { ScoreSheet } from "./score-sheet.ts";
import { type DifferingRow, differencesOf } from "./shared-bodies.ts";

/** What stands beside the rows of a sheet while they are scored. */
export interface BesideRows {
  /** Of each row what is known of it, in words; rows of which nothing is known have no entry. */
  lines: ReadonlyMap<string, readonly string[]>;
  /** 附件1 as a whole, where nobody has answered it. */
  note: string | undefined;
}

/** Proof, clauses of 附件1, figures with the points that follow from them, and points of others on the same body. */
export async function besideRows(
  context: Context,
  { application, sheet, rows }: { application: Application; sheet: ScoreSheet; rows: readonly Criterion[] },
): Promise<BesideRows> {
  const proofs = await context.contributions(rowProof, { caseId: application.id });
  const standing = (await standingsOf(context, [application])).get(application.id);
  const proposed = proposedPoints(context.campaign.definition, context.rulings, standing);
  const differing = await differencesOf(context, { application, sheet });
  const nouns = nounsOf(context.campaign.definition);
  const lines = rows.map(({ id }) => {
    const figure = figureLine(standing, sheet, { criterion: id, proposed: proposed.get(id) });
    return [
      id,
      [
        ...proofs.flatMap((proof) => proof.get(id) ?? []),
        ...clauseLine(context, standing, id),
        ...figure,
        ...differing.filter(({ criterion }) => criterion === id).map((one) => phrases.differs(one, nouns)),
      ],
    ] as const;
  });
  return {
    lines: new Map(lines.filter(([, words]) => words.length > 0)),
    note: standing && !standing.sheet ? phrases.noClauses(annexWords(context), application.compoundName) : undefined,
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
  const clauses = found.map(({ id, ...row }) => ({ id, words: requirementPhrases.standing(row) }));
  return [requirementPhrases.besideRow(annexWords(context), clauses)];
}

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
