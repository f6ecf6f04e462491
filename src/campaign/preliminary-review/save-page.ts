import { readPoints } from "../../platform/conversation/answers/parse-points.ts";
import { plainAnswer } from "../../platform/conversation/plain.ts";
import type { PersonTurn, Turn } from "../engine/feature.ts";
import { criterionById } from "../scoring/rubric.ts";
import type { Given } from "./give-points.ts";
import { reviewPhrases as phrases } from "./phrases.ts";
import { pageAt, type Sheet, sheetPages } from "./sheet.ts";

const REASON = "-reason";

/** What a submitted page gives: by row its points, its reason, or both; fields left empty change nothing. */
export function givenOnPage(
  { campaign }: PersonTurn,
  values: Readonly<Record<string, unknown>>,
): { given: Given[]; problems: string[] } {
  const byRow = new Map<string, Given>();
  const problems: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    const text = typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
    const id = name.endsWith(REASON) ? name.slice(0, -REASON.length) : name;
    const row = criterionById(campaign.definition.rubric, id);
    if (!row) problems.push(phrases.noSuchRow(name.slice(0, 20)));
    if (!row || text === "") continue;
    const known = byRow.get(id) ?? { criterion: id };
    if (name.endsWith(REASON)) byRow.set(id, { ...known, reason: text });
    else {
      const points = typeof value === "number" ? value : readPoints(plainAnswer(text), row.maxPoints);
      if (points === undefined) problems.push(phrases.notANumber(id));
      else byRow.set(id, { ...known, points });
    }
  }
  return { given: [...byRow.values()], problems };
}

/** The first row of the page after the open one; none after the last. */
export function pageAfter(turn: Turn, sheet: Sheet): string | undefined {
  const pages = sheetPages(turn, sheet);
  return pages[pageAt(pages, sheet.at) + 1]?.rows[0]?.id;
}

/** The first row of the page before the open one; from the end the last page's. */
export function pageBefore(turn: Turn, sheet: Sheet): string | undefined {
  const pages = sheetPages(turn, sheet);
  return pages[Math.max(0, pageAt(pages, sheet.at) - 1)]?.rows[0]?.id;
}
