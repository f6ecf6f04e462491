import type { Block } from "../../../platform/chat/view.ts";
import { drawInWorker } from "../../../platform/documents/picture/draw-in-worker.ts";
import type { PictureBlock } from "../../../platform/documents/picture/picture-spec.ts";
import type { WordBlockSpec } from "../../../platform/documents/word/word-spec.ts";
import { writeWord } from "../../../platform/documents/word/write-word.ts";
import type { Context } from "../../engine/context.ts";
import { noticePhrases as phrases } from "./phrases.ts";
import type { Sheet, SheetPart } from "./sheet.ts";

export const sheetBlocks = ({ parts }: Sheet): Block[] =>
  parts.flatMap((part): Block[] => [
    ...(part.heading === undefined ? [] : [{ kind: "heading" as const, text: part.heading }]),
    ...linesOf(part).map((text) => ({ kind: "text" as const, text })),
  ]);

/** A section of rows is one line where there is no table. */
const linesOf = ({ sections, lines }: SheetPart): string[] => [
  ...(sections ?? []).map(({ name, rows }) =>
    phrases.rows(
      name,
      rows.map(({ id, text, how }) => phrases.row(id, text, how)),
    ),
  ),
  ...lines,
];

export function sheetDocument({ now, campaign }: Context, { title, parts, isPosted }: Sheet): Promise<Buffer> {
  const look = isPosted ? ("plain" as const) : ("small" as const);
  const blocks: WordBlockSpec[] = [
    { kind: "paragraph", text: title, look: "title" },
    ...parts.flatMap((part): WordBlockSpec[] => [
      ...(part.heading === undefined
        ? []
        : [{ kind: "paragraph" as const, text: part.heading, look: "heading" as const, before: 1 }]),
      ...linesOf(part).map((text) => ({ kind: "paragraph" as const, text, look, before: 1 })),
    ]),
  ];
  return writeWord({
    author: campaign.definition.campaign.city.bureau,
    at: now,
    sections: [{ start: "nextPage", paper: "portrait", blocks }],
  });
}

/** In pixels: what a phone shows at its full width. */
const WIDTH = 1080;
/** Shares: number of the row, what it is about, how it is shown. */
const COLUMNS = [2, 9, 6];

/** The page as PNG; undefined where it could not be drawn. */
export const sheetPicture = (sheet: Sheet): Promise<Uint8Array | undefined> =>
  drawInWorker({ width: WIDTH, blocks: pictureBlocks(sheet) });

export const pictureBlocks = ({ title, parts }: Sheet): PictureBlock[] => [
  { kind: "text", text: title, look: "title" },
  { kind: "rule" },
  ...parts.flatMap((part): PictureBlock[] => [
    ...(part.heading === undefined ? [] : [{ kind: "text" as const, text: part.heading, look: "heading" as const }]),
    ...tableOf(part),
    ...part.lines.map((text): PictureBlock => ({ kind: "text", text, look: "body" })),
  ]),
];

const tableOf = ({ sections }: SheetPart): PictureBlock[] =>
  sections === undefined
    ? []
    : [
        {
          kind: "table",
          columns: COLUMNS,
          head: phrases.rowColumns,
          rows: sections.flatMap(({ name, rows }) => [
            [name],
            ...rows.map(({ id, text, how }) => [id, text, phrases.how(how)]),
          ]),
        },
      ];
