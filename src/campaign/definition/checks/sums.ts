import { planLine } from "../plan-text.ts";
import type { Check, Finding } from "./finding.ts";
import { type Found, numberPart, query, textPart } from "./query.ts";

/** The rubric's points: rows against sections, sections against the total, rows against what the plan prints. */
export const sums: Check = ({ files: { rubric }, planLines }) => {
  const sections = query(rubric.content, "sections.*");
  const rows = query(rubric.content, "sections.*.criteria.*");
  return [
    ...sections.flatMap(sectionSum),
    ...sections.flatMap(misnumbered),
    ...totalOf(rubric.content, sections),
    ...countOf(rubric.content, rows),
    ...rows.flatMap((row) => misprinted(planLines, row)),
  ];
};

function sectionSum({ path, value }: Found): Finding[] {
  const stated = numberPart(value, "maxPoints");
  const sum = sumOf(query(value, "criteria.*"));
  if (stated === undefined || sum === undefined || stated === sum) return [];
  const name = textPart(value, "name") ?? "";
  return at([...path, "maxPoints"], `“${name}”各条分值之和为${sum}分，应为${stated}分。`);
}

function totalOf(content: unknown, sections: Found[]): Finding[] {
  const stated = numberPart(content, "totalPoints");
  const sum = sumOf(sections);
  if (stated === undefined || sum === undefined || stated === sum) return [];
  return at(["totalPoints"], `各部分分值之和为${sum}分，应为${stated}分。`);
}

function countOf(content: unknown, rows: Found[]): Finding[] {
  const stated = numberPart(content, "criterionCount");
  if (stated === undefined || stated === rows.length) return [];
  return at(["criterionCount"], `评选标准共${rows.length}条，应为${stated}条。`);
}

function misprinted(planLines: readonly string[], { path, value }: Found): Finding[] {
  const points = numberPart(value, "maxPoints");
  const line = numberPart(value, "pointsLine");
  if (points === undefined || line === undefined || planLines[line - 1] === undefined) return [];
  const printed = planLine(planLines, line);
  if (printed === String(points)) return [];
  return at([...path, "maxPoints"], `分值为${points}，实施方案第${line}行为“${printed}”。`);
}

/** A row is numbered by its section. */
function misnumbered({ value, path }: Found): Finding[] {
  const section = textPart(value, "id");
  return query(value, "criteria.*.id").flatMap(({ path: inner, value: id }, index) => {
    const expected = `${section}-${index + 1}`;
    if (section === undefined || typeof id !== "string" || id === expected) return [];
    return at([...path, ...inner], `条目编号“${id}”应为“${expected}”。`);
  });
}

/** Undefined when a part has no number: that is reported as a mistake of shape. */
function sumOf(items: Found[]): number | undefined {
  const points = items.map(({ value }) => numberPart(value, "maxPoints"));
  return points.every((value) => value !== undefined) ? points.reduce((sum, value) => sum + value, 0) : undefined;
}

const at = (path: Finding["path"], message: string): Finding[] => [{ in: "rubric", path, message }];
