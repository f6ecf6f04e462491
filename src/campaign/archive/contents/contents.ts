import type { Office } from "../../../platform/documents/pdf/office.ts";
import type { JournalSchema } from "../../../platform/journal/journal-table.ts";
import type { Database } from "../../../platform/storage/database.ts";
import type { Encryption } from "../../../platform/storage/encryption.ts";
import type { ArchiveFile } from "../proof/with-manifest.ts";
import type { Keep } from "../rules.ts";
import { casePieces } from "./case-pieces.ts";
import { basisPieces, cityPieces, listPieces, otherPapers, receiptPieces, reportPieces } from "./city-pieces.ts";
import { compared } from "./comparison.ts";
import { dataPieces } from "./data-pieces.ts";
import { indexPieces } from "./index-pieces.ts";
import { journalFiles } from "./journal-files.ts";
import { personalFiles } from "./personal-files.ts";
import { contentPhrases as phrases } from "./phrases.ts";
import { type FilePiece, file, type Item, type Making, type Piece, unusedName } from "./piece.ts";

export interface Sources {
  database: Database;
  encryption: Encryption;
  schema: JournalSchema;
  keep: Keep;
  journal: { entries: number; head: string };
  /** Ids of the personal values that 利用本 shows whole. */
  shown: ReadonlySet<string>;
  /** Undefined: documents have no PDF. */
  office: Office | undefined;
}

/**
 * Everything that an archive holds, file after file: what was written is not held, only names are. What cannot be had is
 * named on its first page.
 */
export async function* archiveContents(making: Making, sources: Sources): AsyncGenerator<ArchiveFile> {
  const items: Item[] = [];
  const gaps: string[] = [];
  const paths = new Set<string>();
  const take = (piece: Piece): ArchiveFile | undefined => {
    if (piece.kind === "item") items.push(piece.item);
    else if (piece.kind === "gap") gaps.push(piece.words);
    else {
      const name = unusedName(paths, piece.name);
      paths.add(name);
      return { name, bytes: piece.bytes, ...(piece.erasable ? { erasable: true as const } : {}) };
    }
    return undefined;
  };
  for await (const piece of pieces(making, sources)) {
    const taken = take(piece);
    if (taken) yield taken;
    const pdf = taken && (await pdfOf(piece, taken.name, sources.office));
    if (pdf === undefined) continue;
    const copy = take(pdf.piece);
    if (copy) yield copy;
    const item = items.at(-1);
    if (item) item.pages = (item.pages ?? 0) + pdf.pages;
  }
  const index = await making.run(async (context) =>
    indexPieces(context, {
      ...{ edition: making.edition, number: making.number, keep: sources.keep, items, gaps },
      ...{ paths: [...paths], journal: sources.journal, compared: await compared(context) },
      hasPdf: sources.office !== undefined,
    }),
  );
  for (const piece of index) {
    const taken = take(piece);
    if (taken) yield taken;
    // Its gaps were listed before: a directory without PDF is seen by itself.
    const pdf = taken && (await pdfOf(piece, taken.name, sources.office));
    const copy = pdf && take(pdf.piece);
    if (copy) yield copy;
  }
}

/** The same document as PDF, beside it, as erasable as it is; a gap if it could not be made. */
async function pdfOf(
  piece: Piece,
  name: string,
  office: Office | undefined,
): Promise<{ piece: Piece; pages: number } | undefined> {
  if (piece.kind !== "file" || !piece.document || !office) return undefined;
  const dot = name.lastIndexOf(".");
  const pdf = await office.pdfOf(piece.bytes, name.slice(dot + 1));
  if (!pdf) return { piece: { kind: "gap", words: phrases.pdfFailed(name) }, pages: 0 };
  const copy: FilePiece = file(`${name.slice(0, dot)}.pdf`, pdf.bytes, piece.erasable === true);
  return { piece: copy, pages: pdf.pages };
}

async function* pieces(making: Making, sources: Sources): AsyncGenerator<Piece> {
  const { database, encryption, schema, shown, journal } = sources;
  yield* basisPieces(making);
  yield* casePieces(making);
  yield* listPieces(making);
  yield* cityPieces(making);
  yield* reportPieces(making);
  yield* receiptPieces(making);
  yield* otherPapers(making);
  yield* dataPieces(making, { schema, shown });
  yield* journalFiles(making, { database, until: journal.entries, shown });
  yield* personalFiles(making, { database, encryption, shown });
}
