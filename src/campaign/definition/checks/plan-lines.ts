import { fileKeys } from "../definition.ts";
import { joinedLines } from "../plan-text.ts";
import type { SourceFolder } from "../read-folder.ts";
import type { Check, Finding } from "./finding.ts";
import { type Found, linesOf, maps, part, query, textPart } from "./query.ts";

/** Reports line numbers outside the plan. */
export const planLineRange: Check = ({ files, planLines }) =>
  planLines.length === 0
    ? []
    : fileKeys.flatMap((key) =>
        maps(files[key].content).flatMap(({ path, value }) =>
          ["line", "pointsLine"].flatMap((name) =>
            numbersAt(part(value, name))
              .filter((line) => line < 1 || line > planLines.length)
              .map((line) => ({
                in: key,
                path: [...path, name],
                message: `方案共${planLines.length}行，没有第${line}行。`,
              })),
          ),
        ),
      );

const numbersAt = (value: unknown): number[] =>
  (Array.isArray(value) ? value : [value]).filter((item) => typeof item === "number");

/** Reports quotes missing from the lines they cite. */
export const quotes: Check = (source) => [
  ...fileKeys.flatMap((key) =>
    maps(source.files[key].content).flatMap((item) =>
      misquoted(source, item, "quote").map((at) => ({ in: key, ...at })),
    ),
  ),
  ...WORDINGS.flatMap(({ in: key, items, part: name }) =>
    query(source.files[key].content, items)
      .filter(({ value }) => textPart(value, "mark") !== "ours")
      .flatMap((item) => misquoted(source, item, name).map((at) => ({ in: key, ...at }))),
  ),
];

/** Parts compared with the plan like quotes, unless marked `ours`. */
const WORDINGS = [
  { in: "rubric", items: "sections.*", part: "name" },
  { in: "rubric", items: "sections.*.criteria.*", part: "text" },
  { in: "rubric", items: "sections.*.criteria.*", part: "original" },
  { in: "rubric", items: "sections.*.criteria.*.remark", part: "text" },
  { in: "requirements", items: "requirements.*", part: "text" },
  { in: "requirements", items: "requirements.*.clauses.*", part: "text" },
  { in: "requirements", items: "disqualifications.*", part: "text" },
  { in: "recommendationList", items: "columns.*", part: "label" },
  { in: "forms", items: "*.opinions.*", part: "label" },
  { in: "datePhrases", items: "dates.*", part: "phrase" },
  { in: "datePhrases", items: "amounts.*", part: "phrase" },
] as const;

function misquoted({ planLines }: SourceFolder, { path, value }: Found, name: string): Omit<Finding, "in">[] {
  const words = textPart(value, name);
  const lines = linesOf(value);
  if (words === undefined || lines.length === 0 || lines.some((line) => line < 1 || line > planLines.length)) return [];
  if (unspaced(joinedLines(planLines, lines)).includes(unspaced(words))) return [];
  return [
    {
      path: [...path, name],
      message: `所引文字不在方案第${lines.join("、")}行：“${words}”。请照抄原文，或写 mark: ours。`,
    },
  ];
}

/** The plan puts spaces in some labels and breaks some rows. */
const unspaced = (text: string): string => text.replace(/\s/g, "");
