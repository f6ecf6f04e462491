import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { FONT } from "./fonts.ts";
import type { PictureLook } from "./picture-spec.ts";
import { type Measure, wrapEvenly, wrapText } from "./wrap-text.ts";

/** In pixels, around the page. */
export const MARGIN = 64;
export const INK = "#1f1f1f";
export const GREY = "#6b6b6b";
export const LINE = "#b8b8b8";
export const PALE = "#f1f3f5";
export const SOFT = "#f6f6f3";

export interface Style {
  size: number;
  weight: 400 | 700;
  color: string;
  center?: true;
  /** Above the first line, in pixels. */
  before: number;
}

export const STYLES: Record<PictureLook | "cell" | "headCell" | "tile" | "caption", Style> = {
  title: { size: 46, weight: 700, color: INK, center: true, before: 0 },
  heading: { size: 34, weight: 700, color: INK, before: 34 },
  body: { size: 30, weight: 400, color: INK, before: 14 },
  small: { size: 25, weight: 400, color: GREY, before: 12 },
  cell: { size: 27, weight: 400, color: INK, before: 0 },
  headCell: { size: 27, weight: 700, color: INK, before: 0 },
  tile: { size: 34, weight: 400, color: GREY, center: true, before: 0 },
  caption: { size: 25, weight: 400, color: INK, before: 6 },
};
const LINE_HEIGHT = 1.55;

/** A block that knows its height and draws itself below a line. */
export interface Laid {
  height: number;
  draw(context: SKRSContext2D, top: number): void;
}

export interface Page {
  /** Between the margins. */
  width: number;
  measure(style: Style): Measure;
  /** In pixels: no letter is smaller. */
  least?: number;
}

export interface Column {
  page: Page;
  left: number;
  width: number;
}

export const fontOf = ({ size, weight }: Style): string => `${weight} ${size}px "${FONT}"`;

export function measuring(): Page["measure"] {
  const context = createCanvas(1, 1).getContext("2d");
  return (style) => (text) => {
    context.font = fontOf(style);
    return context.measureText(text).width;
  };
}

export function layText(text: string, given: Style, { page, left, width }: Column): Laid {
  const style = { ...given, size: Math.max(given.size, page.least ?? 0) };
  const measure = page.measure(style);
  const wrap = style.center ? wrapEvenly : wrapText;
  const lines = wrap(text, width, measure);
  const step = style.size * LINE_HEIGHT;
  return {
    height: style.before + lines.length * step,
    draw(context, top) {
      context.font = fontOf(style);
      context.fillStyle = style.color;
      context.textBaseline = "middle";
      for (const [at, line] of lines.entries()) {
        const indent = style.center ? (width - measure(line)) / 2 : 0;
        context.fillText(line, left + indent, top + style.before + (at + 0.5) * step);
      }
    },
  };
}

export function stroke(
  context: SKRSContext2D,
  [left, top, width, height]: readonly [number, number, number, number],
): void {
  context.strokeStyle = LINE;
  context.lineWidth = 2;
  context.strokeRect(left, top, width, height);
}
