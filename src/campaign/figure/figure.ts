import type { OutboundFile } from "../../platform/chat/outbox/outbox.ts";
import type { View } from "../../platform/chat/view.ts";
import { drawInWorker } from "../../platform/documents/picture/draw-in-worker.ts";
import type { PictureBlock, PictureSpec } from "../../platform/documents/picture/picture-spec.ts";
import { titleLines } from "../../platform/documents/word/title-lines.ts";
import type { Context } from "../engine/context.ts";

/** A picture for those who look, with its table in words for those who cannot see it. */
export interface Figure {
  title: string;
  /** Of when it is, and in which order. */
  lead: string;
  /** What its colours mean; left out where words beside them say it. */
  key?: string;
  blocks: readonly PictureBlock[];
  /** All that it shows, in words: a row each. */
  lines: readonly string[];
}

/** In pixels: a phone's screen is as wide. */
const WIDTH = 1_080;

export const figureSpec = ({ title, lead, key = "", blocks }: Figure): PictureSpec => ({
  width: WIDTH,
  isSoft: true,
  blocks: [
    { kind: "text", text: titleLines(title), look: "title" },
    { kind: "text", text: `${lead}${key}`, look: "small" },
    ...blocks,
  ],
});

/** Drawn and stored; undefined where no picture can be drawn: then the words have to do. */
export async function drawFigure({ files }: Pick<Context, "files">, figure: Figure): Promise<OutboundFile | undefined> {
  const bytes = await drawInWorker(figureSpec(figure));
  return bytes && { name: `${figure.title}.png`, hash: await files.put(Buffer.from(bytes)) };
}

export const wordsView = ({ title, lead, lines }: Figure): View => ({
  title,
  tone: "running",
  body: [
    { kind: "list", items: lines },
    { kind: "text", text: lead },
  ],
  actions: [],
});
