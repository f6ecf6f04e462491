import { calendarTexts } from "./checks/calendar-texts.ts";
import { dates } from "./checks/dates.ts";
import { decisions } from "./checks/decisions.ts";
import { duplicates } from "./checks/duplicates.ts";
import type { Check } from "./checks/finding.ts";
import { declarations, levels, neededParts } from "./checks/parts.ts";
import { people } from "./checks/people.ts";
import { planLineRange, quotes } from "./checks/plan-lines.ts";
import { planNames } from "./checks/plan-names.ts";
import { repeatedPurposes } from "./checks/purposes.ts";
import { quotaNumbers } from "./checks/quotas.ts";
import { references } from "./checks/references.ts";
import { shapes } from "./checks/shapes.ts";
import { steps } from "./checks/steps.ts";
import { weekdays } from "./checks/summaries.ts";
import { sums } from "./checks/sums.ts";
import { wordings } from "./checks/templates.ts";
import { readFolder, type SourceFolder } from "./read-folder.ts";

/** A problem in a campaign folder. `file` is relative to the folder, `line` counts from 1, `message` is Chinese. */
export interface Problem {
  file: string;
  line: number;
  message: string;
}

const CHECKS: readonly Check[] = [
  shapes,
  duplicates,
  repeatedPurposes,
  references,
  steps,
  neededParts,
  levels,
  declarations,
  decisions,
  quotaNumbers,
  planLineRange,
  quotes,
  planNames,
  sums,
  weekdays,
  dates,
  calendarTexts,
  people,
  wordings,
];

/** All problems of the folder by file and line; empty if it is usable. */
export const checkDefinition = (folder: string): Problem[] => problemsIn(readFolder(folder));

/** Checks a folder already read. */
export function problemsIn(source: SourceFolder): Problem[] {
  const unreadable = [...Object.values(source.files), source.plan].flatMap(({ file, defects }) =>
    defects.map((defect) => ({ file, ...defect })),
  );
  const findings = CHECKS.flatMap((check) => check(source)).map(({ in: key, path, message }) => ({
    file: source.files[key].file,
    line: source.files[key].lineAt(path),
    message,
  }));
  return [...unreadable, ...findings].sort(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.message.localeCompare(b.message),
  );
}
