/** The visible content of a Word document (docx), without formats, headers and pictures. */
export interface WordDocument {
  blocks: readonly WordBlock[];
  /** Texts of the footers, each once. */
  footers: readonly string[];
}

export type WordBlock = { kind: "paragraph"; text: string; pictures: number } | { kind: "table"; rows: WordCell[][] };

export interface WordCell {
  /** Texts of the paragraphs, those of tables inside the cell too; empty ones included. */
  paragraphs: readonly string[];
  pictures: number;
  /** Columns that the cell covers. */
  span: number;
  /** Goes on from the cell above it. */
  continues: boolean;
}

/** Texts of a table's cells by row; a cell over several columns is followed by empty ones. */
export const cellTexts = ({ rows }: Extract<WordBlock, { kind: "table" }>): string[][] =>
  rows.map((row) => row.flatMap(({ paragraphs, span }) => [paragraphs.join(""), ...Array(span - 1).fill("")]));
