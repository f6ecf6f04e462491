import { writeWorkbook } from "../../../platform/documents/workbook.ts";
import type { CellValue, WorkbookSpec } from "../../../platform/documents/workbook-spec.ts";
import { writeZip } from "../../../platform/documents/zip/write-zip.ts";
import type { FileStore } from "../../../platform/storage/files.ts";
import { dayOf } from "../../../shared/civil-date.ts";
import { fullMomentWords } from "../../definition/wording.ts";
import type { EvidenceItem } from "../evidence-of.ts";
import { nameable } from "../rules.ts";
import type { MadeFile } from "./order.ts";
import { type Meant, outputPhrases as phrases } from "./phrases.ts";
import { packing } from "./rules.ts";
import type { Shown } from "./sheet.ts";

export interface PackOf {
  meant: Meant;
  shown: readonly Shown[];
  /** Campaign time. */
  at: Date;
  /** Author of the index. */
  bureau: string;
}

interface Entry extends Shown {
  name: string;
  size: number;
  isThere: boolean;
}

/** The files in the plan's order, each under its name, in as many zips as DingTalk needs; all with the same index. */
export async function makePacks(files: FileStore, { meant, shown, at, bureau }: PackOf): Promise<MadeFile[]> {
  const entries: Entry[] = [];
  for (const one of shown) {
    const isThere = await files.has(one.item.attachment.keptHash);
    entries.push({ ...one, name: entryName(meant, one.item.name), size: one.item.attachment.size, isThere });
  }
  const { packs } = packing(entries.filter(({ isThere }) => isThere));
  const index = await writeWorkbook(indexSpec({ meant, entries, packs, at, bureau }));
  const made: MadeFile[] = [];
  for (const [number, pack] of packs.entries()) {
    const zip = writeZip(
      [
        { name: entryName(meant, phrases.indexFile()), content: async () => index },
        ...pack.map(({ name, item }) => ({ name, content: () => files.get(item.attachment.keptHash) })),
      ],
      at,
    );
    const name = phrases.packName({ ...meant, name: nameable(meant.name) }, number + 1, packs.length);
    made.push({ name, ...(await files.putPieces(zip)) });
  }
  return made;
}

/** In the zip: in a folder of its own, so that unpacking mixes with nothing. */
export const entryName = ({ name }: Pick<Meant, "name">, file: string): string =>
  `${phrases.folder(nameable(name))}/${file}`;

/** Sizes and names as they will be packed, for saying so before. */
export const plannedPacking = (meant: Meant, items: readonly EvidenceItem[]) =>
  packing(items.map(({ name, attachment: { size } }) => ({ name: entryName(meant, name), size })));

const WIDTHS = [6, 7, 18, 18, 12, 9, 48, 8, 28];
const KINDS = ["integer", "text", "text", "text", "date", "text", "text", "text", "text"] as const;

interface Index extends Omit<PackOf, "shown"> {
  entries: readonly Entry[];
  packs: readonly (readonly Entry[])[];
}

export const indexSpec = ({ meant, entries, packs, at, bureau }: Index): WorkbookSpec => ({
  author: bureau,
  at,
  sheets: [
    {
      name: phrases.indexSheet(),
      titles: [phrases.indexTitle(meant), phrases.indexLead(entries.length, fullMomentWords(at), packs.length)],
      columns: phrases.indexColumns.map((header, column) => ({
        ...{ header, width: WIDTHS[column] ?? 10, kind: KINDS[column] ?? "text" },
      })),
      rows: entries.map((entry, number) => indexRow(entry, number + 1, packs)),
      paper: "landscape",
    },
  ],
});

function indexRow(entry: Entry, number: number, packs: Index["packs"]): CellValue[] {
  const { item, like, isThere } = entry;
  const { row, label, name, attachment } = item;
  const { takenOn, addedAt, personal } = attachment;
  const pack = packs.findIndex((one) => one.includes(entry));
  const remarks = [
    ...(personal ? [phrases.isPersonal()] : []),
    ...(like ? [phrases.like(like)] : []),
    ...(pack >= 0 ? [] : [isThere ? phrases.isTooLarge() : phrases.isLost()]),
  ];
  return [
    ...[number, row.id, row.short, label ?? "", takenOn ?? dayOf(addedAt)],
    ...[takenOn === null ? phrases.dayFiled() : phrases.dayTaken(), name],
    ...[pack >= 0 ? phrases.inPack(pack + 1) : phrases.notPacked(), remarks.join("；")],
  ];
}
