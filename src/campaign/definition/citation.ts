import { distance as editDistance } from "fastest-levenshtein";
import { type Citable, type CitableKind, citablesOf } from "./citables.ts";
import type { Definition } from "./definition.ts";
import { joinedLines, planLine, sentenceAround, wholeRow } from "./plan-text.ts";
import { normalReference } from "./reference-text.ts";
import { noRulings, type Reading, type RulingsInForce, readingOf } from "./rulings-in-force.ts";
import type { Mark } from "./schema/source.ts";

/** 依据: wording of the plan and its current readings. */
export interface Citation {
  kind: CitableKind;
  id: string;
  /** Display form: `L15`, `3-2`, `附件1第8-1项`, `R14`, 推荐名单. */
  label: string;
  title: string;
  /** Wording of the plan; separate lines stay separate. */
  text: string;
  lines: readonly number[];
  mark: Mark;
  markLabel: string;
  /** Readings of its ambiguities, by number. */
  readings: readonly Reading[];
}

export const markLabels = {
  plan: "文件规定",
  ruling: "口径",
  ours: "系统建议，非文件规定",
} as const satisfies Record<Mark, string>;

const NEAREST = 3;

/**
 * Resolves a plan line (`L15`, `15`), a rubric row (`3-2`, `三-2`), a requirement or clause (`附件1第8-1项`, `要求8-1`), a ruling (`R14`),
 * or a deliverable, stage, wording, field or column by name. If unknown, returns the three nearest labels.
 */
export function cite(
  definition: Definition,
  reference: string,
  inForce: RulingsInForce = noRulings,
): Citation | { nearest: string[] } {
  const wanted = normalReference(reference);
  const citables = citablesOf(definition);
  const found = citables.find((citable) => namesOf(citable).includes(wanted));
  return found ? citationOf(definition, found, inForce) : { nearest: nearestLabels(citables, wanted) };
}

function citationOf(definition: Definition, citable: Citable, inForce: RulingsInForce): Citation {
  const { kind, id, label, source } = citable;
  const lines = source.line.length === 1 ? source.line.flatMap((line) => wholeRow(definition, line)) : source.line;
  return {
    kind,
    id,
    label,
    title:
      kind === "line" && lines.length > 1 ? `${definition.campaign.words.plan}第${lines.join("、")}行` : citable.title,
    text: source.quote ? sentenceAround(definition.planLines, lines, source.quote) : textOf(definition, lines),
    lines,
    mark: source.mark,
    markLabel: markLabels[source.mark],
    readings: source.rulings.map((ruling) => readingOf(definition, ruling, inForce)),
  };
}

/** Joins the lines of a broken row; keeps other lines separate. */
function textOf(definition: Definition, lines: readonly number[]): string {
  const [first] = lines;
  if (first !== undefined && wholeRow(definition, first).join() === lines.join())
    return joinedLines(definition.planLines, lines);
  return lines.map((line) => planLine(definition.planLines, line)).join("\n");
}

const namesOf = ({ label, names }: Citable): string[] => [label, ...names].map(normalReference);

function nearestLabels(citables: readonly Citable[], wanted: string): string[] {
  const ranked = citables
    .map((citable) => ({
      label: citable.label,
      distance: Math.min(...namesOf(citable).map((name) => remoteness(name, wanted))),
    }))
    .sort((a, b) => a.distance - b.distance);
  return [...new Set(ranked.map(({ label }) => label))].slice(0, NEAREST);
}

/** 0: equal, 1: nothing in common. Substrings rank before misspellings. */
function remoteness(name: string, wanted: string): number {
  const distance = editDistance(wanted, name) / Math.max(name.length, wanted.length);
  const contained = wanted.length > 1 && name.length > 1 && (name.includes(wanted) || wanted.includes(name));
  return contained ? distance / 10 : distance;
}
