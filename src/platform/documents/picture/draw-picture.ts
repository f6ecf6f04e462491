import { createCanvas, type Image, loadImage, type SKRSContext2D } from "@napi-rs/canvas";
import { FONT, registerFonts } from "./fonts.ts";
import type { PictureBlock, PictureLook, PictureSpec, PictureTable } from "./picture-spec.ts";
import { type Measure, wrapEvenly, wrapText } from "./wrap-text.ts";

/** In pixels, of the page and of a cell. */
const MARGIN = 64;
const CELL = { side: 14, above: 9 };
/** A page that would be higher is a mistake of its author. */
const MOST_HEIGHT = 20_000;
const INK = "#1f1f1f";
const GREY = "#6b6b6b";
const LINE = "#b8b8b8";
const HEAD = "#f1f3f5";

interface Style {
  size: number;
  weight: 400 | 700;
  color: string;
  center?: true;
  /** Above the first line, in pixels. */
  before: number;
}

const STYLES: Record<PictureLook | "cell" | "headCell", Style> = {
  title: { size: 46, weight: 700, color: INK, center: true, before: 0 },
  heading: { size: 34, weight: 700, color: INK, before: 34 },
  body: { size: 30, weight: 400, color: INK, before: 14 },
  small: { size: 25, weight: 400, color: GREY, before: 12 },
  cell: { size: 27, weight: 400, color: INK, before: 0 },
  headCell: { size: 27, weight: 700, color: INK, before: 0 },
};
const LINE_HEIGHT = 1.55;

/** A block that knows its height and draws itself below a line. */
interface Laid {
  height: number;
  draw(context: SKRSContext2D, top: number): void;
}

interface Page {
  /** Between the margins. */
  width: number;
  measure(style: Style): Measure;
}

/** Draws a page as PNG, as high as its blocks are. */
export async function drawPicture({ width, blocks }: PictureSpec): Promise<Uint8Array> {
  registerFonts();
  const page: Page = { width: width - 2 * MARGIN, measure: measuring() };
  const laid: Laid[] = [];
  for (const block of blocks) laid.push(await lay(block, page));
  const height = Math.ceil(laid.reduce((sum, block) => sum + block.height, 2 * MARGIN));
  if (height > MOST_HEIGHT) throw new Error(`a picture of ${height} pixels is too high`);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, width, height);
  let top = MARGIN;
  for (const block of laid) {
    block.draw(context, top);
    top += block.height;
  }
  return canvas.encode("png");
}

const fontOf = ({ size, weight }: Style): string => `${weight} ${size}px "${FONT}"`;

function measuring(): Page["measure"] {
  const context = createCanvas(1, 1).getContext("2d");
  return (style) => (text) => {
    context.font = fontOf(style);
    return context.measureText(text).width;
  };
}

async function lay(block: PictureBlock, page: Page): Promise<Laid> {
  switch (block.kind) {
    case "text":
      return layText(block.text, STYLES[block.look], { page, left: MARGIN, width: page.width });
    case "table":
      return layTable(block, page);
    case "rule":
      return { height: 30, draw: (context, top) => stroke(context, [MARGIN, top + 28, page.width, 0]) };
    case "image":
      return layImage(block, await loadImage(block.image), page);
  }
}

interface Column {
  page: Page;
  left: number;
  width: number;
}

function layText(text: string, style: Style, { page, left, width }: Column): Laid {
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

function layTable({ columns, head, rows }: PictureTable, page: Page): Laid {
  const whole = columns.reduce((sum, share) => sum + share, 0);
  const widths = columns.map((share) => (share / whole) * page.width);
  const before = STYLES.body.before;
  const laid = [
    ...(head ? [layRow(head, { style: STYLES.headCell, widths, page, fill: HEAD })] : []),
    ...rows.map((row) =>
      row.length === 1
        ? layRow(row, { style: STYLES.headCell, widths: [page.width], page, fill: HEAD })
        : layRow(row, { style: STYLES.cell, widths, page }),
    ),
  ];
  return {
    height: before + laid.reduce((sum, { height }) => sum + height, 0),
    draw(context, top) {
      let at = top + before;
      for (const row of laid) {
        row.draw(context, at);
        at += row.height;
      }
    },
  };
}

interface RowLook {
  style: Style;
  widths: readonly number[];
  page: Page;
  fill?: string;
}

function layRow(texts: readonly string[], { style, widths, page, fill }: RowLook): Laid {
  let left = MARGIN;
  const cells = widths.map((width, at) => {
    const column = { page, left: left + CELL.side, width: width - 2 * CELL.side };
    const cell = { left, width, text: layText(texts[at] ?? "", style, column) };
    left += width;
    return cell;
  });
  const height = Math.max(...cells.map(({ text }) => text.height)) + 2 * CELL.above;
  return {
    height,
    draw(context, top) {
      if (fill) {
        context.fillStyle = fill;
        context.fillRect(MARGIN, top, page.width, height);
      }
      for (const { left: side, width, text } of cells) {
        stroke(context, [side, top, width, height]);
        text.draw(context, top + CELL.above);
      }
    },
  };
}

function layImage(
  { width, height, caption }: Extract<PictureBlock, { kind: "image" }>,
  image: Image,
  page: Page,
): Laid {
  const { before } = STYLES.heading;
  const column = { page, left: MARGIN, width: page.width };
  const words = caption === undefined ? undefined : layText(caption, { ...STYLES.small, center: true }, column);
  return {
    height: before + height + (words?.height ?? 0),
    draw(context, top) {
      context.drawImage(image, MARGIN + (page.width - width) / 2, top + before, width, height);
      words?.draw(context, top + before + height);
    },
  };
}

function stroke(context: SKRSContext2D, [left, top, width, height]: readonly [number, number, number, number]): void {
  context.strokeStyle = LINE;
  context.lineWidth = 2;
  context.strokeRect(left, top, width, height);
}
