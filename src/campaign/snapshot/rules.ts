import { isPersonalRef } from "../../platform/journal/personal-value.ts";
import type { Application } from "../application/application.ts";
import type { ClauseRow } from "../application/requirements/requirements.ts";
import type { Definition } from "../definition/definition.ts";
import { districtName } from "../definition/districts.ts";
import { contentHash } from "../definition/hash.ts";
import { type Field, formFor } from "../definition/purposes.ts";
import { hasRubric } from "../definition/rubric-points.ts";
import type { FieldPurpose } from "../definition/schema/purposes.ts";
import { isFinalized, totalOf } from "../scoring/points.ts";
import type { ScoreSheet } from "../scoring/score-sheet.ts";
import type { Section, SectionContent, SectionName, Sections, SnapshotRef } from "./snapshot.ts";

/** Fields by which a case is known; a change of one is a change of the case. */
const IDENTITY: ReadonlySet<FieldPurpose | undefined> = new Set<FieldPurpose>([
  ...(["name", "projectName", "address", "category", "applicantKind", "ownersBody"] as const),
  ...(["enterprise", "subdistrict", "neighborhood"] as const),
]);

/** A section with its hash. */
export const section = <Content>(content: Content): Section<Content> => ({ hash: contentHash(content), content });

/** What every case has; 附件1 only where the campaign asks for it, its standing where the city decides. */
export type CaseSections = Sections & Required<Omit<Sections, "clauses" | "standing">>;

/** 附件1 as it stands now: kept with what was decided, binding nothing. */
export const clausesSection = (rows: readonly ClauseRow[]): Section<SectionContent["clauses"]> =>
  section(Object.fromEntries(rows.map(({ id, standing, source }) => [id, { standing, source }])));

/** The sections of a case as it is now. @param sheet of the district; only a finalized one counts */
export function sectionsOf(
  definition: Definition,
  application: Application,
  sheet: ScoreSheet | undefined,
): CaseSections {
  const { district, compoundName: name, state, declaration, exclusion } = application;
  const fields = formFor(definition, "application")?.fields ?? [];
  const identity = fields.filter(({ purpose }) => IDENTITY.has(purpose));
  const others = fields.filter(({ purpose }) => !IDENTITY.has(purpose));
  return {
    identity: section({
      district,
      districtName: districtName(definition, district),
      name,
      answers: plainAnswers(identity, application),
    }),
    figures: section({ answers: plainAnswers(others, application) }),
    points: section(pointsOf(definition, sheet)),
    gate: section({ state, declaration, exclusion }),
  };
}

/** References are left out: each submission stores a personal value anew, and erasing must stay possible. */
const plainAnswers = (
  fields: readonly Field[],
  { answers }: Pick<Application, "answers">,
): SectionContent["figures"]["answers"] =>
  Object.fromEntries(
    fields.flatMap(({ key }) => {
      const answer = answers[key];
      return answer === undefined || isPersonalRef(answer) ? [] : [[key, answer]];
    }),
  );

function pointsOf({ rubric }: Definition, sheet: ScoreSheet | undefined): SectionContent["points"] {
  if (!hasRubric(rubric) || !isFinalized(sheet)) return { total: null, rows: {} };
  const rows = [...sheet.scores].map(([row, { state, hundredths }]) => [row, { state, hundredths }] as const);
  return { total: totalOf(rubric, sheet), rows: Object.fromEntries(rows) };
}

/** Sections of `earlier` that `later` has otherwise; sections that `earlier` did not have are no change. */
export const changedSections = (earlier: Sections, later: Sections): SectionName[] =>
  (Object.keys(earlier) as SectionName[]).filter((name) => earlier[name]?.hash !== later[name]?.hash);

/** Id of a snapshot: the case and what its sections hold. */
export const snapshotId = (caseId: string, sections: Sections): SnapshotRef["id"] =>
  contentHash({
    caseId,
    sections: Object.entries(sections)
      .map(([name, one]) => [name, one.hash])
      .sort(),
  }).slice(0, 40);
