import type { SKRSContext2D } from "@napi-rs/canvas";
import { fontOf, GREY, INK, type Laid, layText, MARGIN, type Page, SOFT, type Style } from "./lay-text.ts";
import type { PictureBars, PictureCalendar, PictureDots } from "./picture-spec.ts";

/** Calm colours that stay apart in grey, too; none says good or bad. */
const BLUE = "#2f6fb5";
const PALE_BLUE = "#c3d5e8";
const TODAY = "#b4500f";
const REST = "#e3e1da";
const AXIS = "#b9b7b0";

/** Read at arm's length on a phone: a picture of 1080 pixels is as wide as its screen. */
const LABEL: Style = { size: 40, weight: 700, color: INK, before: 0 };
const WORDS: Style = { size: 34, weight: 400, color: INK, before: 0 };
const SIDE: Style = { size: 34, weight: 400, color: GREY, before: 0 };

type Rect = readonly [left: number, top: number, width: number, height: number];

function fill(context: SKRSContext2D, color: string, [left, top, width, height]: Rect, radius = 6): void {
  context.fillStyle = color;
  context.beginPath();
  context.roundRect(left, top, Math.max(width, 0), height, Math.min(radius, Math.max(width, 0) / 2));
  context.fill();
}

/** One line. `over`: it stands on lines and areas, so the page's colour is left around its letters. */
function write(
  context: SKRSContext2D,
  text: string,
  at: { left: number; middle: number; style: Style; over?: true },
): void {
  context.font = fontOf(at.style);
  if (at.over) {
    context.strokeStyle = SOFT;
    context.lineWidth = 12;
    context.lineJoin = "round";
    context.textBaseline = "middle";
    context.strokeText(text, at.left, at.middle);
  }
  context.fillStyle = at.style.color;
  context.textBaseline = "middle";
  context.fillText(text, at.left, at.middle);
}

const stacked = (rows: readonly Laid[]): Laid => ({
  height: rows.reduce((sum, { height }) => sum + height, 0),
  draw(context, top) {
    let at = top;
    for (const row of rows) {
      row.draw(context, at);
      at += row.height;
    }
  },
});

const BAR = { height: 30, above: 34, gap: 12 };

/** A name, a bar and words below it, row by row. */
export function layBars({ rows, most }: PictureBars, page: Page): Laid {
  const names = Math.min(Math.max(...rows.map(({ label }) => page.measure(LABEL)(label)), 0) + 28, page.width / 3);
  const left = MARGIN + names;
  const width = page.width - names;
  return stacked(
    rows.map(({ label, value, done, words }) => {
      const name = layText(label, LABEL, { page, left: MARGIN, width: names - 28 });
      const below = layText(words, WORDS, { page, left, width });
      const share = (part: number) => (most > 0 ? (width * Math.min(part, most)) / most : 0);
      const inner = BAR.height + BAR.gap + below.height;
      return {
        height: BAR.above + Math.max(name.height, inner),
        draw(context, top) {
          const at = top + BAR.above;
          name.draw(context, at - 14);
          fill(context, REST, [left, at, width, BAR.height]);
          fill(context, PALE_BLUE, [left, at, share(value), BAR.height]);
          fill(context, BLUE, [left, at, share(done ?? value), BAR.height]);
          below.draw(context, at + BAR.height + BAR.gap);
        },
      };
    }),
  );
}

const DOTS = { line: 64, above: 22, radius: 13 };

/** Two points a row on one axis: the first hollow, the second filled, with their values in words. */
export function layDots({ rows, from, to, legend }: PictureDots, page: Page): Laid {
  const inner = page.width - 2 * DOTS.radius;
  const x = (value: number) => MARGIN + DOTS.radius + (inner * (value - from)) / Math.max(to - from, 1);
  const head: Laid = {
    height: 78,
    draw(context, top) {
      let left = MARGIN;
      for (const [at, word] of legend.entries()) {
        dot(context, { x: left + DOTS.radius, y: top + 40, isFilled: at === 1 });
        write(context, word, { left: left + 40, middle: top + 40, style: WORDS });
        left += page.measure(WORDS)(word) + 90;
      }
      const range = `${from}–${to}`;
      write(context, range, { left: MARGIN + page.width - page.measure(SIDE)(range), middle: top + 40, style: SIDE });
    },
  };
  return stacked([
    head,
    ...rows.map(({ label, values, words }): Laid => {
      const name = layText(label, LABEL, { page, left: MARGIN, width: page.width - page.measure(WORDS)(words) - 24 });
      return {
        height: DOTS.above + name.height + DOTS.line,
        draw(context, top) {
          const first = top + DOTS.above;
          name.draw(context, first);
          const right = MARGIN + page.width - page.measure(WORDS)(words);
          write(context, words, { left: right, middle: first + LABEL.size * 0.78, style: WORDS });
          const y = first + name.height + DOTS.line / 2;
          fill(context, AXIS, [MARGIN, y - 1.5, page.width, 3], 0);
          const [one, other] = values;
          if (one !== undefined && other !== undefined)
            fill(context, PALE_BLUE, [x(Math.min(one, other)), y - 7, Math.abs(x(one) - x(other)), 14], 0);
          for (const [at, value] of values.entries())
            if (value !== undefined) dot(context, { x: x(value), y, isFilled: at === 1 });
        },
      };
    }),
  ]);
}

function dot(context: SKRSContext2D, { x, y, isFilled }: { x: number; y: number; isFilled: boolean }): void {
  context.beginPath();
  context.arc(x, y, DOTS.radius, 0, 2 * Math.PI);
  context.fillStyle = isFilled ? BLUE : SOFT;
  context.fill();
  context.strokeStyle = BLUE;
  context.lineWidth = 5;
  context.stroke();
}

const ROW = { label: 62, bar: 26, below: 22 };
const HEAD = 72;

/** Bars over the days of a span, days off in grey behind them, and a line for today. */
export function layCalendar({ days, today, ticks, rests, bars }: PictureCalendar, page: Page): Laid {
  const step = page.width / Math.max(days, 1);
  const x = (day: number) => MARGIN + day * step;
  const rows = bars.length * (ROW.label + ROW.bar + ROW.below);
  const height = HEAD + rows + 60;
  return {
    height,
    draw(context, top) {
      const foot = top + HEAD + rows;
      for (const { from, to } of rests) fill(context, REST, [x(from), top + HEAD, (to - from + 1) * step, rows], 0);
      fill(context, AXIS, [MARGIN, foot, page.width, 3], 0);
      for (const { day, label } of ticks) {
        fill(context, AXIS, [x(day) - 1, foot, 3, 12], 0);
        const left = Math.min(x(day) + 8, MARGIN + page.width - page.measure(SIDE)(label));
        write(context, label, { left, middle: foot + 34, style: SIDE });
      }
      const rowAt = (row: number) => top + HEAD + row * (ROW.label + ROW.bar + ROW.below);
      for (const [row, { from, to, isOver }] of bars.entries())
        fill(context, isOver ? PALE_BLUE : BLUE, [x(from), rowAt(row) + ROW.label, (to - from + 1) * step, ROW.bar]);
      if (today) drawToday(context, { ...today, left: x(today.day) + step / 2, top, foot, page });
      for (const [row, { label, from }] of bars.entries()) {
        const left = Math.max(MARGIN, Math.min(x(from), MARGIN + page.width - page.measure(WORDS)(label)));
        write(context, label, { left, middle: rowAt(row) + ROW.label / 2 + 6, style: WORDS, over: true });
      }
    },
  };
}

function drawToday(
  context: SKRSContext2D,
  { left, top, foot, label, page }: { left: number; top: number; foot: number; label: string; page: Page },
): void {
  const style: Style = { ...WORDS, weight: 700, color: TODAY };
  const width = page.measure(style)(label);
  const at = Math.max(MARGIN, Math.min(left - width / 2, MARGIN + page.width - width));
  write(context, label, { left: at, middle: top + 36, style });
  fill(context, TODAY, [left - 2, top + 60, 4, foot - top - 60], 0);
}
