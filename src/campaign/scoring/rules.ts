import type { Definition } from "../definition/definition.ts";
import { rulingDeciding } from "../definition/purposes.ts";
import { scoringPhrases as phrases } from "./phrases.ts";
import { HUNDREDTHS, notApplicableHundredths, type PointRules, pointDefect } from "./points.ts";
import { criterionById } from "./rubric.ts";
import type { GivenScore, Score, ScoreSheet } from "./score-sheet.ts";

/** What entries for a sheet are judged by. */
export interface EntryContext extends Pick<ScoreSheet, "scores"> {
  definition: Definition;
  rules: PointRules;
}

/** Why an entry is not saved, as a sentence; undefined if it is. */
export function problemWith(
  { definition, rules, scores }: EntryContext,
  { criterion: id, points, knockedOut, notApplicable, reason, remark }: GivenScore,
): string | undefined {
  const criterion = criterionById(definition.rubric, id);
  if (!criterion) return phrases.noSuchRow(id);
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
  const decision = defect.kind === "partial" ? "allOrNothing" : "pointStep";
  return phrases.defect(criterion, defect, rulingDeciding(definition, decision)?.id);
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
  { criterion, points, knockedOut, notApplicable }: GivenScore,
): Score["state"] {
  if (notApplicable) return "notApplicable";
  if (knockedOut !== undefined) return knockedOut ? "requirementNotMet" : "given";
  return points === undefined ? (scores.get(criterion)?.state ?? "given") : "given";
}

/** The points of a row after an entry, in hundredths; 不适用 counts what the ruling says. */
export function hundredthsAfter({ definition, rules, scores }: EntryContext, given: GivenScore): number {
  const { criterion: id, points, notApplicable } = given;
  const criterion = criterionById(definition.rubric, id);
  if (notApplicable && criterion) return notApplicableHundredths(criterion, rules.notApplicable);
  return points === undefined ? (scores.get(id)?.hundredths ?? 0) : Math.round(points * HUNDREDTHS);
}
