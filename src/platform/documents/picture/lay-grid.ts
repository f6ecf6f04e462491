import { type Image, loadImage, type SKRSContext2D } from "@napi-rs/canvas";
import { fontOf, INK, type Laid, layText, MARGIN, PALE, type Page, STYLES, type Style, stroke } from "./lay-text.ts";
import type { GridCell, PictureGrid } from "./picture-spec.ts";

/** In pixels, between two cells. */
const GAP = 24;
/** In pixels, of the mark in the corner of a picture. */
const MARK = { height: 48, padding: 16 };
const MARK_STYLE: Style = { size: 30, weight: 700, color: "#ffffff", before: 0 };

/** Squares side by side; a row is as high as its longest words. */
export async function layGrid({ columns, cells }: PictureGrid, page: Page): Promise<Laid> {
  const side = Math.floor((page.width - (columns - 1) * GAP) / columns);
  const laid: Laid[] = [];
  for (let from = 0; from < cells.length; from += columns) {
    const row = cells.slice(from, from + columns);
    laid.push(layRow(await Promise.all(row.map((cell, at) => layCell(cell, { side, at, page })))));
  }
  return {
    height: laid.reduce((sum, { height }) => sum + height, 0),
    draw(context, top) {
      let at = top;
      for (const row of laid) {
        row.draw(context, at);
        at += row.height;
      }
    },
  };
}

const layRow = (cells: readonly Laid[]): Laid => ({
  height: GAP + Math.max(...cells.map(({ height }) => height)),
  draw(context, top) {
    for (const cell of cells) cell.draw(context, top + GAP);
  },
});

async function layCell(
  { mark, image, instead, lines }: GridCell,
  { side, at, page }: { side: number; at: number; page: Page },
): Promise<Laid> {
  const left = MARGIN + at * (side + GAP);
  const column = { page, left, width: side };
  const words = lines.map((line) => layText(line, STYLES.caption, column));
  const picture = image && (await loadImage(image));
  const inside = instead === undefined ? undefined : layText(instead, STYLES.tile, column);
  return {
    height: side + words.reduce((sum, { height }) => sum + height, 0),
    draw(context, top) {
      context.fillStyle = PALE;
      context.fillRect(left, top, side, side);
      if (picture) drawWhole(context, picture, { left, top, side });
      else inside?.draw(context, top + (side - inside.height) / 2);
      stroke(context, [left, top, side, side]);
      drawMark(context, mark, { left, top, page });
      let below = top + side;
      for (const line of words) {
        line.draw(context, below);
        below += line.height;
      }
    },
  };
}

/** In the middle of the square, as large as all of it fits. */
function drawWhole(
  context: SKRSContext2D,
  picture: Image,
  { left, top, side }: { left: number; top: number; side: number },
): void {
  const scale = Math.min(side / picture.width, side / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  context.drawImage(picture, left + (side - width) / 2, top + (side - height) / 2, width, height);
}

function drawMark(
  context: SKRSContext2D,
  mark: string,
  { left, top, page }: { left: number; top: number; page: Page },
): void {
  const width = page.measure(MARK_STYLE)(mark) + 2 * MARK.padding;
  context.fillStyle = INK;
  context.fillRect(left, top, width, MARK.height);
  context.font = fontOf(MARK_STYLE);
  context.fillStyle = MARK_STYLE.color;
  context.textBaseline = "middle";
  context.fillText(mark, left + MARK.padding, top + MARK.height / 2);
}
