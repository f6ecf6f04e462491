import { addDays, type CivilDate, dayOf, daysBetween } from "../../shared/civil-date.ts";
import { stageWindow } from "../definition/definition.ts";
import { dayWords, fullDayWords } from "../definition/wording.ts";
import type { Context } from "../engine/context.ts";
import type { Figure } from "../figure/figure.ts";
import { figurePhrases as phrases } from "./phrases-figures.ts";

/** The campaign's stages over its days, with today, the holidays and what comes next. @param next in sentences */
export function yearFigure({ campaign, now }: Pick<Context, "campaign" | "now">, next: readonly string[]): Figure {
  const { definition, calendar } = campaign;
  const { year, city, name } = definition.campaign;
  const today = dayOf(now);
  const stages = definition.campaign.stages.map((stage) => ({ stage, ...stageWindow(definition, stage) }));
  const days = stages.flatMap(({ from, to }) => [from, to]).sort();
  const [first = today] = days;
  const last = days.at(-1) ?? today;
  const at = (day: CivilDate): number => daysBetween(first, day);
  const span = (from: CivilDate, to: CivilDate): string =>
    from === to ? dayWords(from) : phrases.span(dayWords(from), dayWords(to));
  const rests = calendar.restSpans(first, last).filter(({ holiday }) => holiday);
  const isInside = today >= first && today <= last;
  return {
    title: phrases.yearTitle(year.value, city.name, name),
    lead: phrases.yearLead(fullDayWords(today)),
    key: phrases.yearKey(),
    blocks: [
      {
        kind: "calendar",
        days: at(last) + 1,
        ...(isInside ? { today: { day: at(today), label: phrases.today(dayWords(today)) } } : {}),
        ticks: [first, ...monthsIn(first, last)].map((day, index) => ({
          day: at(day),
          label: index === 0 ? dayWords(day) : phrases.month(Number(day.slice(5, 7))),
        })),
        rests: rests.map(({ from, to }) => ({ from: at(from), to: at(to) })),
        bars: stages.map(({ stage, from, to }) => ({
          label: phrases.stageBar(stage.numeral, stage.name, span(from, to)),
          ...{ from: at(from), to: at(to), isOver: to < today },
        })),
      },
      ...rests
        .filter(({ to }) => to >= today)
        .map(({ from, to, name: rest }) => text(phrases.line(span(from, to), phrases.rest(rest)))),
      ...next.map((line) => text(phrases.comes(line))),
    ],
    lines: [
      ...stages.map(({ stage, from, to }) => ({
        from,
        line: phrases.line(span(from, to), phrases.stage(stage.numeral, stage.name)),
      })),
      ...rests.map(({ from, to, name: rest }) => ({ from, line: phrases.line(span(from, to), phrases.rest(rest)) })),
    ]
      .toSorted((one, other) => (one.from < other.from ? -1 : 1))
      .map(({ line }) => line),
  };
}

const text = (words: string) => ({ kind: "text" as const, look: "body" as const, text: words });

/** First days of months within the span, where a label has room behind the first day's. */
const ROOM = 12;
const monthsIn = (from: CivilDate, to: CivilDate): CivilDate[] =>
  Array.from({ length: Math.max(0, daysBetween(from, to) - ROOM) }, (_, day) => addDays(from, day + ROOM)).filter(
    (day) => day.endsWith("-01"),
  );
