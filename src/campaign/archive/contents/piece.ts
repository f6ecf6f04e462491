import type { LiveCard } from "../../../platform/chat/cards.ts";
import type { View } from "../../../platform/chat/view.ts";
import type { FileStore } from "../../../platform/storage/files.ts";
import type { CivilDate } from "../../../shared/civil-date.ts";
import type { PersonContext } from "../../engine/context.ts";
import { UNSEEN } from "../../evidence/rules.ts";
import type { Edition } from "../proof/manifest.ts";

/** 件: a line of 归档文件目录. What follows it until the next one are its annexes. */
export interface Item {
  title: string;
  /** 责任者 */
  responsible: string;
  on?: CivilDate | undefined;
  /** Path of the document in the archive, or of the folder of its files. */
  path: string;
  note?: string;
  /** Of its documents as PDF; undefined where there is none. */
  pages?: number;
}

/** What the archive is put together from, in its order. */
export type Piece =
  | { kind: "item"; item: Item }
  | {
      kind: "file";
      name: string;
      bytes: Uint8Array;
      erasable?: true;
      /** A Word file or workbook of this program: it is there as PDF too, where LibreOffice is. */
      document?: true;
    }
  /** What belongs into the archive and is not in it, in a sentence. */
  | { kind: "gap"; words: string };

export type FilePiece = Extract<Piece, { kind: "file" }>;

export interface Making {
  edition: Edition;
  number: number;
  campaignId: string;
  files: FileStore;
  /**
   * Runs work in a short transaction of its own, as the organizer who asked; in 利用本 with personal values masked. The
   * campaign is closed: what is read piece by piece is one state.
   */
  run<Result>(work: (context: PersonContext) => Promise<Result>): Promise<Result>;
  /** A card as it stands; undefined for one that nobody draws any more. */
  draw(card: LiveCard): Promise<View | undefined>;
  /** The card as it stood before an entry of the journal, drawn from what was recorded until then. */
  drawThen(card: LiveCard, then: { before: bigint; at: Date }): Promise<View | undefined>;
}

export const file = (name: string, bytes: Uint8Array, erasable = false): FilePiece => ({
  ...{ kind: "file" as const, name, bytes },
  ...(erasable ? { erasable: true as const } : {}),
});

/** A Word file or workbook that this program has made. */
export const document = (name: string, bytes: Uint8Array, erasable = false): FilePiece => ({
  ...file(name, bytes, erasable),
  document: true,
});

export const text = (name: string, words: string, erasable = false): FilePiece =>
  file(name, Buffer.from(words, "utf8"), erasable);

/** In signs. */
const LONGEST = 60;

/** As part of a name in the archive: without what folders and systems make of some signs, or is not seen; its ending stays. */
export function named(words: string): string {
  const safe = words
    .normalize("NFC")
    .replaceAll(/\s+/gu, " ")
    .replaceAll(UNSEEN, "")
    .replaceAll(/[\\/:*?"<>|]/gu, "_")
    .trim();
  const [ending = ""] = /\.[A-Za-z0-9]{1,5}$/u.exec(safe) ?? [];
  const stem = [...safe.slice(0, safe.length - ending.length)].slice(0, LONGEST - ending.length).join("");
  return `${stem}${ending}`.replaceAll(/^\.+|\.+$/gu, "_");
}

/** Two files of one name: the second gets a number before its ending. */
export function unusedName(taken: ReadonlySet<string>, name: string): string {
  if (!taken.has(name)) return name;
  const dot = name.lastIndexOf(".");
  const [stem, ending] = dot > name.lastIndexOf("/") ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
  for (let number = 2; ; number += 1) {
    const next = `${stem}_${number}${ending}`;
    if (!taken.has(next)) return next;
  }
}
