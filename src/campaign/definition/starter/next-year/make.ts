import { existsSync, readdirSync } from "node:fs";
import { isYearCovered } from "../../calendar.ts";
import { checkDefinition } from "../../check.ts";
import type { Definition } from "../../definition.ts";
import { loadDefinition } from "../../load.ts";
import { cloneFolder, nextId, yearInName } from "./clone.ts";
import { nextYearPhrases as phrases } from "./phrases.ts";
import { calendarLines, flaggedLines, planLines, planOf } from "./report.ts";

export interface NextYear {
  from: string;
  to: string;
  /** Left out: the one in the new folder's name. */
  year: number | undefined;
  plan: string | undefined;
}

/** Writes the folder and says what has to be looked at; or says why not, and nothing is written. */
export function makeNextYear({
  from,
  to,
  year: asked,
  plan,
}: NextYear): { ok: true; lines: string[] } | { ok: false; why: string } {
  if (existsSync(to) && readdirSync(to).length > 0) return { ok: false, why: phrases.exists(to) };
  if (!existsSync(from) || checkDefinition(from).length > 0) return { ok: false, why: phrases.noSource(from) };
  const before = loadDefinition(from);
  const year = asked ?? yearInName(to);
  if (year === undefined || !Number.isInteger(year)) return { ok: false, why: phrases.noYear() };
  if (year === before.campaign.year.value) return { ok: false, why: phrases.sameYear(year) };
  if (!isYearCovered(year)) return { ok: false, why: phrases.uncovered(year) };
  cloneFolder({ from, to, year, plan });
  return { ok: true, lines: linesOf({ from, to, year, plan }, before) };
}

function linesOf({ from, to, year, plan }: Required<NextYear>, before: Definition): string[] {
  const { headings } = phrases;
  // A new plan may leave quotes without their line: the folder is then read once they are mended.
  const after = checkDefinition(to).length === 0 ? loadDefinition(to) : withYear(before, year ?? 0);
  return [
    phrases.made(to, year ?? 0, nextId(before.campaign.id, before.campaign.year.value, year ?? 0)),
    ...(plan === undefined ? [phrases.yearIsOurs(year ?? 0)] : []),
    ...section(headings.calendar, calendarLines(before, after)),
    ...section(headings.flagged, flaggedLines(to)),
    ...section(headings.plan, plan === undefined ? [phrases.noPlan()] : planLines(to, planOf(from), planOf(to))),
  ];
}

const withYear = (before: Definition, value: number): Definition => ({
  ...before,
  campaign: { ...before.campaign, year: { ...before.campaign.year, value } },
});

const section = (heading: string, lines: readonly string[]): string[] => [
  "",
  heading,
  ...(lines.length > 0 ? lines : [phrases.none()]).map((line) => `　${line}`),
];

/** What last year's archive adds. */
export const lastYearLines = (
  last: { rulings: readonly string[]; friction: readonly string[]; asked: readonly string[] } | undefined,
): string[] => {
  const { headings } = phrases;
  const none = [phrases.noArchive()];
  if (!last) return [headings.rulings, headings.friction, headings.asked].flatMap((heading) => section(heading, none));
  return [
    ...section(headings.rulings, last.rulings),
    ...section(headings.friction, last.friction.length > 0 ? last.friction : [phrases.inTime()]),
    ...section(headings.asked, last.asked.length > 0 ? last.asked : [phrases.nothingAsked()]),
  ];
};
