import { SaxesParser } from "saxes";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { visibleText } from "../../../shared/visible-text.ts";
import { checkZip, type ZipLimits } from "../check-zip.ts";
import { documentPhrases } from "../phrases.ts";
import { readPart } from "../read-part.ts";
import type { WordBlock, WordCell, WordDocument } from "./word-document.ts";

/** Word files hold photos, which are not unpacked further. */
const LIMITS: ZipLimits = {
  bytes: 20 * 1024 * 1024,
  entries: 2000,
  unpackedBytes: 64 * 1024 * 1024,
  ratio: 100,
};
const MAIN = "word/document.xml";
const FOOTER = /^word\/footer\w*\.xml$/;
const MAX_FOOTERS = 20;
const MAX_CHARACTERS = 300_000;
const MAX_CELLS = 20_000;
const MAX_DEPTH = 256;

/** What is not seen in print: deleted text, codes of fields, the second form of a drawing, notes, where tabs stop. */
const UNSEEN = new Set([
  "w:del",
  "w:delText",
  "w:instrText",
  "mc:Fallback",
  "w:moveFrom",
  "w:rubyPr",
  "w:rt",
  "w:tabs",
]);
const BREAKS: Readonly<Record<string, string>> = { "w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-" };
const PICTURES = new Set(["a:blip", "v:imagedata"]);
/** Boxes of the symbol fonts Wingdings and Wingdings 2, by the last two digits of the sign's code. */
const BOXES: Readonly<Record<string, string>> = { FE: "☑", FD: "☒", "52": "☑", "51": "☒", A8: "□", "6F": "□", A3: "□" };

/**
 * Reads a received Word document (docx), as Word and WPS write it.
 * @throws RefusalError when it is no document, damaged or too large
 */
export function readWord(bytes: Buffer): WordDocument {
  if (bytes.subarray(0, 2).toString("latin1") !== "PK")
    throw new RefusalError("documents.not-word", documentPhrases.notWord());
  const names = checkZip(bytes, LIMITS);
  if (!names.includes(MAIN)) throw new RefusalError("documents.not-word", documentPhrases.notWord());
  const read = (name: string) => blocksIn(readPart(bytes, name)?.toString("utf8") ?? "");
  const footers = names
    .filter((name) => FOOTER.test(name))
    .slice(0, MAX_FOOTERS)
    .map((name) => textOf(read(name)))
    .filter((text) => text !== "");
  return { blocks: read(MAIN), footers: [...new Set(footers)] };
}

const textOf = (blocks: readonly WordBlock[]): string =>
  blocks
    .flatMap((block) =>
      block.kind === "paragraph"
        ? [block.text]
        : block.rows.flatMap((row) => row.flatMap(({ paragraphs }) => paragraphs)),
    )
    .join("\n")
    .trim();

const damaged = (): RefusalError => new RefusalError("documents.damaged", documentPhrases.damaged());
const tooMuch = (): RefusalError => new RefusalError("documents.too-much-text", documentPhrases.tooMuchText());

interface Cell {
  paragraphs: string[];
  pictures: number;
  span: number;
  continues: boolean;
}

/** Where text goes: the paragraphs of the innermost cell, or of the document itself. */
class Reader {
  readonly blocks: WordBlock[] = [];
  /** Rows of the outermost open table, and its open cell; tables inside a cell add to that cell. */
  private rows: WordCell[][] | undefined;
  private cell: Cell | undefined;
  private tables = 0;
  private text: string[] = [];
  private pictures = 0;
  private hidden = false;
  private characters = 0;
  private cells = 0;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const value = attributes["w:val"];
    switch (name) {
      case "w:p":
        // A text box stands inside a paragraph: what came before it is a paragraph of its own.
        if (this.text.length > 0 || this.pictures > 0) this.endParagraph();
        return;
      case "w:tbl":
        this.tables += 1;
        if (this.tables === 1) this.rows = [];
        return;
      case "w:tr":
        if (this.tables === 1) this.rows?.push([]);
        return;
      case "w:tc":
        this.openCell();
        return;
      case "w:gridSpan":
        if (this.cell && this.tables === 1) this.cell.span = Math.min(63, Math.max(1, Number(value) || 1));
        return;
      case "w:vMerge":
        if (this.cell && this.tables === 1) this.cell.continues = value !== "restart";
        return;
      case "w:r":
        this.hidden = false;
        return;
      case "w:vanish":
        this.hidden = value !== "0" && value !== "false";
        return;
      case "w:sym":
        this.add(BOXES[(attributes["w:char"] ?? "").slice(-2).toUpperCase()] ?? "");
        return;
      default:
        if (PICTURES.has(name)) this.pictures += 1;
        else if (BREAKS[name] !== undefined) this.add(BREAKS[name]);
    }
  }

  add(text: string): void {
    if (this.hidden || text === "") return;
    this.characters += text.length;
    if (this.characters > MAX_CHARACTERS) throw tooMuch();
    this.text.push(text);
  }

  close(name: string): void {
    switch (name) {
      case "w:p":
        this.endParagraph();
        return;
      case "w:tc":
        this.closeCell();
        return;
      case "w:tbl":
        this.tables -= 1;
        if (this.tables > 0 || !this.rows) return;
        this.blocks.push({ kind: "table", rows: this.rows.filter((row) => row.length > 0) });
        this.rows = undefined;
    }
  }

  private openCell(): void {
    if (this.tables !== 1) return;
    this.cells += 1;
    if (this.cells > MAX_CELLS) throw tooMuch();
    this.cell = { paragraphs: [], pictures: 0, span: 1, continues: false };
  }

  private closeCell(): void {
    if (this.tables !== 1 || !this.cell) return;
    this.rows?.at(-1)?.push(this.cell);
    this.cell = undefined;
  }

  private endParagraph(): void {
    const text = visibleText(this.text.join(""));
    const { pictures } = this;
    this.text = [];
    this.pictures = 0;
    if (this.cell) {
      this.cell.paragraphs.push(text);
      this.cell.pictures += pictures;
    } else if (this.tables === 0) this.blocks.push({ kind: "paragraph", text, pictures });
  }
}

function blocksIn(xml: string): WordBlock[] {
  const reader = new Reader();
  // Entities of a document type are not resolved: a reference to one is an error.
  const parser = new SaxesParser({ xmlns: false });
  let unseen = 0;
  let depth = 0;
  let inText = false;
  parser.on("error", () => {
    throw damaged();
  });
  parser.on("opentag", ({ name, attributes }) => {
    depth += 1;
    if (depth > MAX_DEPTH) throw damaged();
    if (unseen > 0 || UNSEEN.has(name)) unseen += 1;
    else if (name === "w:t") inText = true;
    else reader.open(name, attributes);
  });
  parser.on("text", (text) => {
    if (inText && unseen === 0) reader.add(text);
  });
  parser.on("closetag", ({ name }) => {
    depth -= 1;
    if (unseen > 0) unseen -= 1;
    else if (name === "w:t") inText = false;
    else reader.close(name);
  });
  parser.write(xml).close();
  return reader.blocks;
}
