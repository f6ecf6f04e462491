import type { Definition } from "../../definition/definition.ts";
import type { ReferencePurpose } from "../../definition/schema/purposes.ts";
import { type Nouns, nounsOf } from "../../directory/nouns.ts";
import type { Place } from "../../reference-list/reference-list.ts";
import { type FigureContext, figureVerdict, sinceOf } from "./figures.ts";
import { requirementPhrases as phrases } from "./phrases.ts";
import {
  type ClauseFinding,
  type ClauseRow,
  type Contradiction,
  type Figure,
  type RequirementAnswers,
  type RowFigure,
  requirementOf,
  type Standing,
  type StandingSource,
} from "./requirements.ts";

/** What is known of one case. */
export interface CaseFacts extends FigureContext {
  answers: RequirementAnswers | undefined;
  /** Answers to choices of the application form, by field. */
  form: Readonly<Record<string, string | undefined>>;
  /** Where the case, or its enterprise, stands in the lists that the city has supplied. */
  places: ReadonlyMap<ReferencePurpose, Place>;
  /** Goes before everything else. */
  findings: readonly ClauseFinding[];
}

interface Found {
  standing: Exclude<Standing, "notApplicable">;
  source: StandingSource;
  ground: string;
}

/**
 * Every clause of 附件1 as it stands now. What others found goes before a figure, the form or a list, and these before a
 * person's word.
 */
export function clauseRows(definition: Definition, facts: CaseFacts): ClauseRow[] {
  return definition.requirements.requirements.flatMap(({ clauses }) =>
    clauses.map(({ id, text: wording, line }): ClauseRow => {
      const row = { id, requirement: requirementOf(definition, id), wording, line };
      const other = facts.findings.find(({ clause }) => clause === id);
      if (other) return { ...row, standing: other.standing, source: "found", ground: other.ground };
      const answer = facts.answers?.clauses[id];
      const found = foundFor(definition, facts, (one) => one.clauses.includes(id));
      if (answer === "notApplicable") return { ...row, standing: answer, source: "declared" };
      const declared = answer && { standing: answer, source: "declared" as const };
      if (!found) return { ...row, ...(declared ?? { standing: "unclear", source: "none" }) };
      if (found.standing !== "unclear") return { ...row, ...found };
      // A city's list decides; a person's 符合 cannot stand in for it.
      const word = found.source === "figure" || answer === "notMet" ? declared : undefined;
      return { ...row, ...(word ?? found), ground: found.ground };
    }),
  );
}

/** What figures and lists say of the rubric rows that look at the same. */
export function rowFigures(definition: Definition, facts: CaseFacts): RowFigure[] {
  const { figures, referenceLists } = definition.requirements;
  const criteria = [...new Set([...figures, ...referenceLists].flatMap((one) => one.criteria))].sort();
  return criteria.flatMap((criterion) => {
    const found = foundFor(definition, facts, (one) => one.criteria.includes(criterion));
    return found ? [{ criterion, ...found }] : [];
  });
}

type Feeding = Pick<Figure, "clauses" | "criteria">;

/** Figures first; of several lists either side suffices (或). */
function foundFor(definition: Definition, facts: CaseFacts, feeds: (one: Feeding) => boolean): Found | undefined {
  const { figures, referenceLists } = definition.requirements;
  const figure = figures.filter(feeds).flatMap((one) => figureFound(one, facts) ?? [])[0];
  return figure ?? listsFound(referenceLists.filter(feeds), facts, nounsOf(definition));
}

function figureFound(figure: Figure, facts: CaseFacts): Found | undefined {
  if (figure.kind === "form") {
    const given = facts.form[figure.field];
    if (given === undefined) return undefined;
    const standing = figure.met.includes(given) ? "met" : figure.notMet.includes(given) ? "notMet" : undefined;
    return standing && { standing, source: "form", ground: phrases.fromForm(figure.label) };
  }
  const value = facts.answers?.figures[figure.id];
  if (!value) return undefined;
  const standing = figureVerdict(figure, value, facts);
  return { standing, source: "figure", ground: phrases.figure(figure, value, sinceOf(figure, facts)) };
}

function listsFound(
  lists: Definition["requirements"]["referenceLists"],
  { places }: CaseFacts,
  nouns: Nouns,
): Found | undefined {
  if (lists.length === 0) return undefined;
  const standings = lists.map(({ purpose }) => places.get(purpose));
  const words = lists
    .map(({ label, end }, at) => phrases.place(label, { end, place: standings[at] }, nouns))
    .join("；");
  if (standings.includes("within")) return { standing: "met", source: "list", ground: words };
  if (standings.every((place) => place === "outside")) return { standing: "notMet", source: "list", ground: words };
  const awaited = standings.includes(undefined);
  return { standing: "unclear", source: awaited ? "awaited" : "list", ground: words };
}

/** What stands in the way of a case, by the rulings. */
export interface RequirementGate {
  /** Not met, and ruled to exclude. */
  excluding: readonly ClauseRow[];
  /** Not met otherwise: shown, with a reason where one is recommended. */
  unmet: readonly ClauseRow[];
  /** 尚不清楚: said so, or the city's list has no data. Not: nobody asked yet. */
  unclear: readonly ClauseRow[];
}

/** @param excludes ids of the requirements of which a ruling says that they exclude */
export function gateOf(rows: readonly ClauseRow[], excludes: readonly string[]): RequirementGate {
  const notMet = rows.filter(({ standing }) => standing === "notMet");
  const excluded = ({ requirement }: ClauseRow) => excludes.includes(requirement);
  return {
    excluding: notMet.filter(excluded),
    unmet: notMet.filter((row) => !excluded(row)),
    unclear: rows.filter(({ standing, source }) => standing === "unclear" && source !== "none" && source !== "awaited"),
  };
}

/**
 * Compares 附件1 with the points by the definition's cross-table: a clause met beside a row with 0, a clause not met where
 * all rows that look at it have their maximum, and rows against their figure. Rows without points are left out.
 * @param points by row; rows marked 不适用 are left out by the caller
 */
export function contradictionsOf(
  definition: Definition,
  { rows, figures }: { rows: readonly ClauseRow[]; figures: readonly RowFigure[] },
  points: ReadonlyMap<string, number>,
): Contradiction[] {
  const maxima = new Map(
    definition.rubric.sections.flatMap(({ criteria }) => criteria.map(({ id, maxPoints }) => [id, maxPoints])),
  );
  const clauses = definition.requirements.requirements.flatMap((one) => one.clauses);
  const ofClauses = clauses.flatMap(({ id, criteria, seenInPart }): Contradiction[] => {
    const row = rows.find((one) => one.id === id);
    const zero = criteria.filter((criterion) => points.get(criterion) === 0);
    if (row?.standing === "met") return zero.map((criterion) => ({ kind: "metBesideZero", id, criterion, points: 0 }));
    const isFull =
      criteria.length > 0 && criteria.every((criterion) => points.get(criterion) === maxima.get(criterion));
    if (row?.standing !== "notMet" || seenInPart || !isFull) return [];
    return criteria.map((criterion) => ({
      ...{ kind: "notMetBesideFull", id, criterion },
      points: points.get(criterion) ?? 0,
    }));
  });
  const told = new Set(ofClauses.map(({ criterion }) => criterion));
  const ofFigures = figures.flatMap(({ criterion, standing, ground }): Contradiction[] => {
    const given = points.get(criterion);
    if (given === undefined || told.has(criterion)) return [];
    if (standing === "met" && given === 0) return [{ kind: "figureMet", id: criterion, criterion, points: 0, ground }];
    const isContrary = standing === "notMet" && given > 0;
    return isContrary ? [{ kind: "figureNotMet", id: criterion, criterion, points: given, ground }] : [];
  });
  return [...ofClauses, ...ofFigures];
}
