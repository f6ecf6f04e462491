import { drawInWorker } from "../../../platform/documents/picture/draw-in-worker.ts";
import type { GridCell, PictureSpec } from "../../../platform/documents/picture/picture-spec.ts";
import type { FileStore } from "../../../platform/storage/files.ts";
import { dayOf } from "../../../shared/civil-date.ts";
import { dayWords, momentWords } from "../../definition/wording.ts";
import type { EvidenceItem } from "../evidence-of.ts";
import type { LikeWords } from "../like-where.ts";
import { nameable } from "../rules.ts";
import type { MadeFile } from "./order.ts";
import { type Meant, outputPhrases as phrases } from "./phrases.ts";
import { columnsFor, inPieces, MOST_ON_SHEET } from "./rules.ts";

/** A file with the number that it has on the sheet, and what it is like. */
export interface Shown {
  number: number;
  item: EvidenceItem;
  /** In words for who asked; left out where it is like none. */
  like?: LikeWords | undefined;
}

export interface SheetOf {
  meant: Meant;
  shown: readonly Shown[];
  /** Campaign time. */
  at: Date;
}

/** In pixels: what a phone shows at its full width. */
const WIDTH = 1080;
/** In pixels, of a picture on the sheet. */
const SIDE = 480;

/**
 * The files of a row on as few pictures as stay readable, in the store.
 * @throws if a picture could not be drawn
 */
export async function makeSheets(files: FileStore, { meant, shown, at }: SheetOf): Promise<MadeFile[]> {
  const pieces = inPieces(shown, MOST_ON_SHEET);
  const made: MadeFile[] = [];
  for (const [index, piece] of pieces.entries()) {
    const cells: GridCell[] = [];
    for (const one of piece) cells.push(await cellOf(files, one));
    const part = { at: index + 1, of: pieces.length, from: piece[0]?.number ?? 1, to: piece.at(-1)?.number ?? 1 };
    const picture = await drawInWorker(sheetSpec({ meant, count: shown.length, at }, part, cells));
    if (!picture) throw new Error("the sheet could not be drawn");
    const name = phrases.sheetName({ ...meant, name: nameable(meant.name) }, phrases.partSuffix(part.at, part.of));
    made.push({ name, hash: await files.put(picture), size: picture.length });
  }
  return made;
}

interface Part {
  at: number;
  of: number;
  from: number;
  to: number;
}

export const sheetSpec = (
  { meant, count, at }: { meant: Meant; count: number; at: Date },
  part: Part,
  cells: readonly GridCell[],
): PictureSpec => ({
  width: WIDTH,
  format: "jpeg",
  blocks: [
    { kind: "text", look: "title", text: phrases.sheetTitle(meant) },
    {
      kind: "text",
      look: "small",
      text: `${phrases.sheetLead(count, momentWords(at))}${part.of === 1 ? "" : phrases.sheetPart(part)}`,
    },
    { kind: "grid", columns: columnsFor(cells.length), cells },
    { kind: "text", look: "small", text: phrases.sheetFoot(`${meant.name} ${meant.row?.id ?? ""}`.trim()) },
  ],
});

async function cellOf(files: FileStore, { number, item, like }: Shown): Promise<GridCell> {
  const { attachment } = item;
  const type = attachment.type;
  const mark = String(number);
  const lines = linesOf({ item, like });
  if (type === "pdf" || type === "docx" || type === "xlsx") return { mark, instead: phrases.kinds[type], lines };
  if (type === "mp4") return { mark, instead: phrases.kinds.film, lines };
  const image = await smallPicture(files, attachment.keptHash);
  return { mark, ...(image ? { image } : { instead: phrases.unreadable() }), lines };
}

async function smallPicture(files: FileStore, hash: string): Promise<Uint8Array | undefined> {
  // Loaded with the first picture: most processes and programs never need it.
  const { thumbnailOf } = await import("../../../platform/documents/picture/thumbnail.ts");
  const bytes = await files.get(hash).catch(() => undefined);
  return bytes && thumbnailOf(bytes, SIDE);
}

/** 说明, the day, and what a person has to know before passing it on. */
export function linesOf({ item: { attachment, label }, like }: Pick<Shown, "item" | "like">): string[] {
  const { takenOn, addedAt, personal } = attachment;
  return [
    ...(label === undefined ? [] : [label]),
    takenOn === null ? phrases.filed(dayWords(dayOf(addedAt))) : phrases.taken(dayWords(takenOn)),
    ...(personal ? [phrases.isPersonal()] : []),
    ...(like ? [phrases.like(like)] : []),
  ];
}
