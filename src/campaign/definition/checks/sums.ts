import { planLine } from "../plan-text.ts";
import type { Check, Finding } from "./finding.ts";
import { type Found, numberPart, part, query, textPart } from "./query.ts";

/** Compares points: rows with sections, sections with the total, rows with the plan's printed points. */
export const sums: Check = ({ files: { rubric }, planLines }) => {
  const sections = query(rubric.content, "sections.*");
  const rows = query(rubric.content, "sections.*.criteria.*");
  return [
    ...sections.flatMap(sectionSum),
    ...sections.flatMap(misnumbered),
    ...totalOf(
      rubric.content,
      sections.filter(({ value }) => !isBonus(value)),
    ),
    ...bonusOf(
      rubric.content,
      sections.filter(({ value }) => isBonus(value)),
    ),
    ...countOf(rubric.content, rows),
    ...rows.flatMap(unscored),
    ...rows.flatMap((row) => misprinted(planLines, row)),
  ];
};

const isBonus = (section: unknown): boolean => part(section, "bonus") === true;

/** The rows of a bonus section can exceed its maximum. */
function sectionSum({ path, value }: Found): Finding[] {
  const stated = numberPart(value, "maxPoints");
  const sum = sumOf(query(value, "criteria.*"));
  if (stated === undefined || sum === undefined || stated === sum) return [];
  if (isBonus(value) && sum > stated) return [];
  const name = textPart(value, "name") ?? "";
  return at([...path, "maxPoints"], `“${name}”各条分值之和为${sum}分，应为${stated}分。`);
}

function totalOf(content: unknown, sections: Found[]): Finding[] {
  const stated = numberPart(content, "totalPoints");
  const sum = sumOf(sections);
  if (stated === undefined || sum === undefined || stated === sum) return [];
  return at(["totalPoints"], `各部分分值之和为${sum}分，应为${stated}分。`);
}

/** Reports a bonus maximum above the sum of the bonus sections, and an unreachable pass mark. */
function bonusOf(content: unknown, sections: Found[]): Finding[] {
  const stated = numberPart(content, "bonusPoints");
  const sum = sumOf(sections) ?? 0;
  const most = (numberPart(content, "totalPoints") ?? 0) + (stated ?? sum);
  const passMark = numberPart(content, "passMark");
  return [
    ...(stated !== undefined && stated > sum
      ? at(["bonusPoints"], `加分最多${stated}分，各加分部分之和只有${sum}分。`)
      : []),
    ...(passMark !== undefined && passMark > most ? at(["passMark"], `及格分${passMark}分高于满分${most}分。`) : []),
  ];
}

function countOf(content: unknown, rows: Found[]): Finding[] {
  const stated = numberPart(content, "criterionCount");
  if (stated === undefined || stated === rows.length) return [];
  return at(["criterionCount"], `评选标准共${rows.length}条，应为${stated}条。`);
}

/** A row gives points or excludes, not both. */
function unscored({ path, value }: Found): Finding[] {
  const points = numberPart(value, "maxPoints");
  const knocksOut = part(value, "knockOut") === true;
  if (points === undefined || knocksOut === (points === 0)) return [];
  const message = knocksOut
    ? "一票否决的条目不计分：maxPoints 请写 0。"
    : "分值为0：一票否决的条目请写 knockOut: true，其余须有分值。";
  return at([...path, "maxPoints"], message);
}

function misprinted(planLines: readonly string[], { path, value }: Found): Finding[] {
  const points = numberPart(value, "maxPoints");
  const line = numberPart(value, "pointsLine");
  if (points === undefined || line === undefined || planLines[line - 1] === undefined) return [];
  const printed = planLine(planLines, line);
  if ([...printed.matchAll(/\d+(\.\d+)?/g)].some(([figure]) => Number(figure) === points)) return [];
  return at([...path, "maxPoints"], `分值为${points}，方案第${line}行为“${printed}”。`);
}

/** A row's number starts with its section's. */
function misnumbered({ value, path }: Found): Finding[] {
  const section = textPart(value, "id");
  return query(value, "criteria.*.id").flatMap(({ path: inner, value: id }, index) => {
    const expected = `${section}-${index + 1}`;
    if (section === undefined || typeof id !== "string" || id === expected) return [];
    return at([...path, ...inner], `条目编号“${id}”应为“${expected}”。`);
  });
}

/** Undefined if a part has no number; the shape check reports that. */
function sumOf(items: Found[]): number | undefined {
  const points = items.map(({ value }) => numberPart(value, "maxPoints"));
  return points.every((value) => value !== undefined)
    ? Math.round(points.reduce((sum, value) => sum + value, 0) * 100) / 100
    : undefined;
}

const at = (path: Finding["path"], message: string): Finding[] => [{ in: "rubric", path, message }];
