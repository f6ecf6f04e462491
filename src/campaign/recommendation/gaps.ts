import type { Application } from "../application/application.ts";
import { lackingOf } from "../application/lacking.ts";
import { type ClauseRow, clausesOf } from "../application/requirements/requirements.ts";
import type { CaseStanding } from "../application/requirements/standing.ts";
import type { Definition } from "../definition/definition.ts";
import { formFor } from "../definition/purposes.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { provedRows } from "../evidence/coverage.ts";
import { coverageOf, takesEvidence } from "../evidence/rules.ts";
import { HUNDREDTHS } from "../scoring/points.ts";
import { criteriaOf } from "../scoring/rubric.ts";
import type { ScoreSheet } from "../scoring/score-sheet.ts";
import { recommendationPhrases as phrases } from "./phrases.ts";

/** What is known of cases before their list is reported. */
interface Known {
  standings: ReadonlyMap<string, CaseStanding>;
  scoring: { sheets: ReadonlyMap<string, Pick<ScoreSheet, "scores">> } | undefined;
}

/**
 * What cases still lack that does not stop 报送, in words, by application id: proof, 附件1, opinions, blanks of the printed
 * cover, and the city's lists that full points rest on.
 */
export async function gapsOf(
  context: Context,
  applications: readonly Application[],
  { standings, scoring }: Known,
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (applications.length === 0) return new Map();
  const { definition } = context.campaign;
  const ids = applications.map(({ id }) => id);
  const lacking = await lackingOf(context, applications);
  const proved = takesEvidence(definition) ? await provedRows(context, ids) : new Map();
  return new Map(
    applications.map((application) => {
      const { id } = application;
      const rows = standings.get(id)?.rows ?? [];
      return [
        id,
        [
          ...proofGap(definition, proved.get(id)),
          ...(lacking.get(id) ?? []),
          ...blanksOf(definition, application).map(phrases.blank),
          ...unlistedRows(definition, rows, scoring?.sheets.get(id)).map((one) =>
            phrases.unlisted(one, nounsOf(definition)),
          ),
        ],
      ];
    }),
  );
}

function proofGap({ rubric }: Definition, proved: ReadonlySet<string> | undefined): string[] {
  if (!proved) return [];
  const { done, of } = coverageOf(rubric, proved);
  return done < of ? [phrases.unproved(of - done, of)] : [];
}

/** Labels of the cover's fields without an answer. */
export function blanksOf(definition: Definition, { answers }: Pick<Application, "answers">): string[] {
  const form = formFor(definition, "application");
  const cover = form?.paper?.cover ?? [];
  return (form?.fields ?? [])
    .filter(({ key }) => cover.includes(key) && (answers[key] ?? "") === "")
    .map(({ label }) => label);
}

/** Clauses that wait for the city's list, beside rows that look at the same and have full points. */
export function unlistedRows(
  definition: Definition,
  rows: readonly Pick<ClauseRow, "id" | "source">[],
  sheet: Pick<ScoreSheet, "scores"> | undefined,
): { clause: string; criterion: string }[] {
  const awaited = rows.filter(({ source }) => source === "awaited").map(({ id }) => id);
  const full = criteriaOf(definition.rubric)
    .filter(({ id, maxPoints }) => sheet?.scores.get(id)?.hundredths === maxPoints * HUNDREDTHS)
    .map(({ id }) => id);
  return clausesOf(definition)
    .filter(({ id }) => awaited.includes(id))
    .flatMap(({ id, criteria }) =>
      criteria.filter((one) => full.includes(one)).map((criterion) => ({ clause: id, criterion })),
    );
}
