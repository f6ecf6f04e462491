import {
  Document,
  ImageRun,
  type ISectionOptions,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
} from "docx";

/** A cell as somebody fills it in: its paragraphs, and how far it reaches. */
export interface MadeCell {
  text: string | readonly string[];
  span?: number;
  merge?: "restart" | "continue";
  photos?: number;
}

export type MadeRow = readonly (string | MadeCell)[];

/** A smallest possible picture. */
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

export const photo = (): ImageRun =>
  new ImageRun({ type: "png", data: PIXEL, transformation: { width: 40, height: 30 } });

export const line = (text: string): Paragraph => new Paragraph({ children: [new TextRun(text)] });

export function table(rows: readonly MadeRow[]): Table {
  return new Table({
    rows: rows.map(
      (row) =>
        new TableRow({
          children: row.map((made) => {
            const { text, span, merge, photos = 0 } = typeof made === "string" ? { text: made } : (made as MadeCell);
            const lines = (typeof text === "string" ? [text] : text).map(line);
            const pictures = Array.from({ length: photos }, () => new Paragraph({ children: [photo()] }));
            return new TableCell({
              children: [...lines, ...pictures],
              ...(span ? { columnSpan: span } : {}),
              ...(merge
                ? { verticalMerge: merge === "restart" ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE }
                : {}),
            });
          }),
        }),
    ),
  });
}

/** A Word file of these paragraphs and tables, as bytes. */
export const wordOf = (children: ISectionOptions["children"]): Promise<Buffer> =>
  Packer.toBuffer(new Document({ sections: [{ children }] }));
