import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type CivilDate, weekdayOf } from "../../../../shared/civil-date.ts";
import { campaignCalendar } from "../../campaign-calendar.ts";
import { type Definition, dayInCampaign, PLAN_FILE, stageWindow } from "../../definition.ts";
import { nextYearPhrases as phrases } from "./phrases.ts";
import { addedLines, planMoves } from "./plan-moves.ts";

/** Stages and fixed days as they fall in the new year: on days off, and on other weekdays than before. */
export function calendarLines(before: Definition, after: Definition): string[] {
  const calendar = campaignCalendar(after);
  const off = (day: CivilDate): boolean => !calendar.isWorkingDay(day);
  const stages = after.campaign.stages.flatMap((stage) => {
    const { from, to } = stageWindow(after, stage);
    return [
      phrases.day(phrases.opens(stage.name), from, { weekday: weekdayOf(from), off: off(from) }),
      phrases.day(phrases.closes(stage.name), to, { weekday: weekdayOf(to), off: off(to) }),
    ];
  });
  const dates = after.datePhrases.dates.map(({ phrase, on }) => {
    const day = dayInCampaign(after, on);
    return phrases.day(phrase, day, { weekday: weekdayOf(day), off: off(day) });
  });
  const first = stageWindow(after, after.campaign.stages[0] ?? never()).from;
  const last = stageWindow(after, after.campaign.stages.at(-1) ?? never()).to;
  const rests = calendar.restSpans(first, last).filter(({ holiday }) => holiday);
  const kept = before.calendar.overrides.map(({ day, reason }) => phrases.override(day, reason));
  return [...stages, ...dates, ...rests.map(phrases.rest), ...kept];
}

const never = (): never => {
  throw new Error("a campaign without stages");
};

const SPEAKS_OF_A_DATE = /20\d{2}年?|\d{1,2}月\d{1,2}日|\d{1,2}月底|(?:周|星期)[一二三四五六日天]/u;

/** Lines of the folder's texts that speak of a year, a day or a weekday, with what they say. */
export function flaggedLines(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".yaml") && file !== "roster.yaml")
    .sort()
    .flatMap((file) =>
      readFileSync(join(folder, file), "utf8")
        .split("\n")
        .flatMap((line, at) => {
          const said = line.replace(/#.*$/u, "");
          // Quotes are the plan's: the comparison with the new one tells of them.
          const isOwn = !/^\s*quote:|^id:|^year:/u.test(said) && SPEAKS_OF_A_DATE.test(said);
          return isOwn ? [phrases.flagged(file, at + 1, said.trim())] : [];
        }),
    );
}

/** An item of the definition with the plan lines that it names. */
export interface CitedItem {
  file: string;
  /** Of the file. */
  at: number;
  lines: readonly number[];
}

/** Items by the lines `line: 15` and `line: [16, 17]` of the folder's files. */
export function citedItems(folder: string): CitedItem[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .sort()
    .flatMap((file) =>
      readFileSync(join(folder, file), "utf8")
        .split("\n")
        .flatMap((text, at): CitedItem[] => {
          const found = /(?<![\w-])line: (?:\[(?<many>[\d, ]+)\]|(?<one>\d+))/u.exec(text)?.groups;
          if (!found) return [];
          const lines = (found.many ?? found.one ?? "").split(",").map(Number);
          return [{ file, at: at + 1, lines }];
        }),
    );
}

/** The two plans line by line, and every item whose line moved, changed or vanished. */
export function planLines(folder: string, before: readonly string[], after: readonly string[]): string[] {
  const moves = planMoves(before, after);
  const changed = [...moves].flatMap(([line, move]) => {
    if (move.kind === "changed") return [phrases.lineChanged(line, before[line - 1] ?? "", move.to, move.text)];
    return move.kind === "gone" && before[line - 1]?.trim() !== ""
      ? [phrases.lineGone(line, before[line - 1] ?? "")]
      : [];
  });
  const added = addedLines(moves, after).map((line) => phrases.lineAdded(line, after[line - 1] ?? ""));
  const items = citedItems(folder).flatMap(({ file, at, lines }) =>
    lines.flatMap((line) => {
      const move = moves.get(line);
      if (!move || move.kind === "same") return [];
      return [phrases.item(file, at, line, move)];
    }),
  );
  return [...changed, ...added, ...items];
}

export const planOf = (folder: string): string[] => readFileSync(join(folder, PLAN_FILE), "utf8").split(/\r?\n/u);
