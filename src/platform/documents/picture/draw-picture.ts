import { createCanvas, type Image, loadImage } from "@napi-rs/canvas";
import sharp from "sharp";
import { allWritable } from "../writable.ts";
import { registerFonts } from "./fonts.ts";
import { layBars, layCalendar, layDots } from "./lay-chart.ts";
import { layGrid } from "./lay-grid.ts";
import {
  type Laid,
  layText,
  MARGIN,
  measuring,
  PALE,
  type Page,
  SOFT,
  STYLES,
  type Style,
  stroke,
} from "./lay-text.ts";
import type { PictureBlock, PictureSpec, PictureTable } from "./picture-spec.ts";

/** In pixels, around the words of a cell. */
const CELL = { side: 14, above: 9 };
/** A page that would be higher is a mistake of its author. */
const MOST_HEIGHT = 20_000;
const JPEG_QUALITY = 84;
/** Smooth letters in a few colours of ink; the fewer, the smaller the file. */
const COLOURS = [64, 16, 8];
/** Read at arm's length, on a phone as wide as the picture. */
const LEAST = 32;
const MOST_BYTES = 100_000;

/** Draws a page, as high as its blocks are. */
export async function drawPicture({ width, blocks, format, isSoft }: PictureSpec): Promise<Uint8Array> {
  registerFonts();
  const page: Page = { width: width - 2 * MARGIN, measure: measuring(), least: isSoft ? LEAST : 0 };
  const laid: Laid[] = [];
  for (const block of allWritable(blocks)) laid.push(await lay(block, page));
  const height = Math.ceil(laid.reduce((sum, block) => sum + block.height, 2 * MARGIN));
  if (height > MOST_HEIGHT) throw new Error(`a picture of ${height} pixels is too high`);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = isSoft ? SOFT : "#ffffff";
  context.fillRect(0, 0, width, height);
  let top = MARGIN;
  for (const block of laid) {
    block.draw(context, top);
    top += block.height;
  }
  if (format === "jpeg") return canvas.encode("jpeg", JPEG_QUALITY);
  return isSoft ? inFewColours(canvas.data(), { width, height }) : canvas.encode("png");
}

/** A third of the size and less, so that a phone has it at once. */
async function inFewColours(pixels: Buffer, size: { width: number; height: number }): Promise<Uint8Array> {
  let smallest: Uint8Array = pixels;
  for (const colours of COLOURS) {
    const picture = sharp(pixels, { raw: { ...size, channels: 4 } }).removeAlpha();
    smallest = await picture.png({ palette: true, colours, compressionLevel: 9 }).toBuffer();
    if (smallest.length < MOST_BYTES) break;
  }
  return smallest;
}

async function lay(block: PictureBlock, page: Page): Promise<Laid> {
  switch (block.kind) {
    case "text":
      return layText(block.text, STYLES[block.look], { page, left: MARGIN, width: page.width });
    case "table":
      return layTable(block, page);
    case "rule":
      return { height: 30, draw: (context, top) => stroke(context, [MARGIN, top + 28, page.width, 0]) };
    case "grid":
      return layGrid(block, page);
    case "bars":
      return layBars(block, page);
    case "dots":
      return layDots(block, page);
    case "calendar":
      return layCalendar(block, page);
    case "image":
      return layImage(block, await loadImage(block.image), page);
  }
}

function layTable({ columns, head, rows }: PictureTable, page: Page): Laid {
  const whole = columns.reduce((sum, share) => sum + share, 0);
  const widths = columns.map((share) => (share / whole) * page.width);
  const before = STYLES.body.before;
  const laid = [
    ...(head ? [layRow(head, { style: STYLES.headCell, widths, page, fill: PALE })] : []),
    ...rows.map((row) =>
      row.length === 1
        ? layRow(row, { style: STYLES.headCell, widths: [page.width], page, fill: PALE })
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
