import type { Definition } from "../definition/definition.ts";
import { rulingDeciding } from "../definition/purposes.ts";
import type { CityEntries } from "./city-entries.ts";
import { scoringPhrases as phrases } from "./phrases.ts";
import { HUNDREDTHS, notApplicableHundredths, type PointRules, pointDefect } from "./points.ts";
import { criterionById } from "./rubric.ts";
import type { GivenScore, Score, ScoreSheet } from "./score-sheet.ts";

/** What entries for a sheet are judged by. */
export interface EntryContext extends Pick<ScoreSheet, "scores"> {
  definition: Definition;
  rules: PointRules;
  /** Left out in the district's ledger. */
  city?: CityEntries | undefined;
}

/** Why an entry is not saved, as a sentence; undefined if it is. */
export function problemWith({ definition, rules, scores, city }: EntryContext, given: GivenScore): string | undefined {
  const { criterion: id, points, knockedOut, notApplicable, reason, remark } = given;
  const criterion = criterionById(definition.rubric, id);
  if (!criterion) return phrases.noSuchRow(id);
  if (given.asDistrict || given.notMet !== undefined) return cityProblem({ definition, scores, city }, given);
  if (notApplicable) return notApplicableProblem({ definition, rules, scores }, { id, reason });
  const missing = criterion.knockOut ? phrases.notAVerdict(id) : phrases.notANumber(id);
  if (points === undefined && knockedOut === undefined) {
    const why = reason === "" && scores.get(id)?.state === "notApplicable" && rules.notApplicable.reasonRequired;
    if (why) return phrases.notApplicableWhy(id);
    if (scores.has(id)) return undefined;
    if (reason === undefined && remark !== undefined) return phrases.remarkNotScoredYet(id);
    return reason === undefined ? missing : phrases.notScoredYet(id);
  }
  if (criterion.knockOut) return knockedOut === undefined ? missing : undefined;
  if (points === undefined || !Number.isFinite(points)) return missing;
  const defect = pointDefect(criterion, points, rules);
  if (!defect) return undefined;
  const isEither = defect.kind === "partial" || (defect.kind === "outOfRange" && defect.isEither === true);
  const decision = isEither ? "allOrNothing" : "pointStep";
  return phrases.defect(criterion, defect, rulingDeciding(definition, decision)?.id);
}

/** Why 与初评一致 or 不符合 is not saved. */
function cityProblem(
  { definition, scores, city }: Pick<EntryContext, "definition" | "scores" | "city">,
  { criterion: id, asDistrict, notMet = "" }: GivenScore,
): string | undefined {
  if (!city) return phrases.cityOnly(id);
  if (asDistrict) {
    if (city.blind && !scores.has(id)) return phrases.ownFirst(id, rulingDeciding(definition, "blindScoring")?.id);
    return city.district.has(id) ? undefined : phrases.nothingReported(id);
  }
  if (criterionById(definition.rubric, id)?.knockOut) return phrases.notAVerdict(id);
  return city.clauses.includes(notMet) ? undefined : phrases.noClause(id, notMet, city.clauses[0]);
}

function notApplicableProblem(
  { definition, rules, scores }: EntryContext,
  { id, reason = "" }: { id: string; reason?: string | undefined },
): string | undefined {
  const { rows, reasonRequired } = rules.notApplicable;
  const ruling = rulingDeciding(definition, "notApplicable")?.id;
  if (!rows.includes(id)) return phrases.notApplicableElsewhere(id, rows, ruling);
  const known = scores.get(id);
  const isKnown = known?.state === "notApplicable" && known.reason !== undefined;
  return reasonRequired && reason === "" && !isKnown ? phrases.notApplicableWhy(id) : undefined;
}

/** The state of a row after an entry; one with only a reason or a remark keeps the stored state. */
export function stateAfter(
  { scores }: Pick<ScoreSheet, "scores">,
  { criterion, points, knockedOut, notApplicable, asDistrict, notMet }: GivenScore,
): Score["state"] {
  if (notApplicable) return "notApplicable";
  if (asDistrict) return "asDistrict";
  if (notMet !== undefined) return "requirementNotMet";
  if (knockedOut !== undefined) return knockedOut ? "requirementNotMet" : "given";
  return points === undefined ? (scores.get(criterion)?.state ?? "given") : "given";
}

/** The clause that a row does not meet after an entry. */
export const clauseAfter = (sheet: Pick<ScoreSheet, "scores">, given: GivenScore): string | undefined =>
  stateAfter(sheet, given) === "requirementNotMet"
    ? (given.notMet ?? sheet.scores.get(given.criterion)?.clause)
    : undefined;

/** The points of a row after an entry, in hundredths; 不适用 counts what the ruling says, 与初评一致 the district's. */
export function hundredthsAfter({ definition, rules, scores, city }: EntryContext, given: GivenScore): number {
  const { criterion: id, points, notApplicable } = given;
  const criterion = criterionById(definition.rubric, id);
  if (notApplicable && criterion) return notApplicableHundredths(criterion, rules.notApplicable);
  if (given.asDistrict) return city?.district.get(id) ?? 0;
  if (given.notMet !== undefined) return 0;
  return points === undefined ? (scores.get(id)?.hundredths ?? 0) : Math.round(points * HUNDREDTHS);
}
