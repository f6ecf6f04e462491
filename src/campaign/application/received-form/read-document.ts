import type { WordCell, WordDocument } from "../../../platform/documents/word/word-document.ts";
import type { Form } from "../../definition/purposes.ts";
import { type Asked, type Labels, plainLabel } from "./labels.ts";
import { cleanValue, type Segment, segmentsOf } from "./segments.ts";

/** What a document says, field by field, as it is written there. */
export interface FormReading {
  /** By field key; fields left empty are absent. */
  values: ReadonlyMap<string, string>;
  /** How often each field's label stands there. */
  seen: ReadonlyMap<string, number>;
  /** Fields with two different answers, e.g. on the cover and in the table; the last one is read. */
  disagrees: readonly string[];
  /** Pictures beside the answers; they are not read. */
  pictures: number;
  /** Boxes of opinions that are filled in; they are not read. */
  opinions: number;
}

/** End of a text that goes on on another page, as we print it. */
export const CONTINUED = "（未完，接附页）";
/** An option to tick, ticked or not. */
const BOX = /[□☐☑☒■]/u;
/** A label may be broken over so many lines. */
const MOST_LABEL_LINES = 4;
const CONTINUATION = /^(?:附\s*页|申报材料[（(]?续[)）]?|申报材料附页)[:：]?$/u;
/** What is printed in the box of an opinion. */
const SEAL = /盖章|公章|签章|签字|签名|负责人|经办人|单位|[\s\u3000\p{P}\p{S}年月日]/gu;
const DATED = /^\s*(?:\d{2,4}|\s*)\s*年\s*\d{0,2}\s*月(?:\s*\d{0,2}\s*日)?\s*$/u;

/**
 * Reads the fields of a form by their labels, wherever they stand: beside the answer or above it, in one cell with it, in
 * merged cells, or in mere paragraphs where the table was lost.
 */
export function readDocument({ blocks }: WordDocument, form: Form, labels: Labels): FormReading {
  const reader = new FormReader(form, labels);
  for (const block of blocks) {
    if (block.kind === "paragraph") reader.paragraph(block.text, block.pictures);
    else reader.table(block.rows);
  }
  return reader.reading();
}

class FormReader {
  private readonly answers = new Map<string, string[]>();
  private readonly counts = new Map<string, number>();
  /** The field whose answer is awaited; `filled`: it has one, and only a long text goes on. */
  private awaiting: { key: string; filled: boolean } | undefined;
  private last: string | undefined;
  private pictures = 0;
  private opinions = 0;
  /** The box of an opinion, up to its first words. */
  private isInOpinion = false;
  private readonly form: Form;
  private readonly labels: Labels;
  private readonly noise: ReadonlySet<string>;

  constructor(form: Form, labels: Labels) {
    this.form = form;
    this.labels = labels;
    const printed = [form.title, form.copies?.text, ...form.fields.map(({ quote }) => quote), "申", "报", "表"];
    this.noise = new Set(printed.map((text) => bare(text ?? "")));
  }

  reading(): FormReading {
    const values = new Map<string, string>();
    const disagrees: string[] = [];
    for (const [key, given] of this.answers) {
      const different = [...new Set(given.map(bare))];
      if (this.isLong(key)) values.set(key, joined(given));
      else values.set(key, given.at(-1) ?? "");
      if (different.length > 1 && !this.isLong(key)) disagrees.push(key);
    }
    return { values, seen: this.counts, disagrees, pictures: this.pictures, opinions: this.opinions };
  }

  paragraph(text: string, pictures: number): void {
    if (this.awaiting && this.isLong(this.awaiting.key)) this.pictures += pictures;
    for (const line of text.split("\n")) this.line(line);
  }

  private line(line: string): void {
    if (CONTINUATION.test(line.trim())) {
      this.awaiting = this.statement();
      return;
    }
    const segments = segmentsOf(this.withoutNoise(line), this.labels);
    if (segments && !this.isInsideText(segments)) this.ask(segments);
    else this.take(line);
  }

  /** A long text may hold lines like 小区地址：…; only the labels of what follows it on the form end it. */
  private isInsideText(segments: readonly Segment[]): boolean {
    const { awaiting } = this;
    if (!awaiting?.filled || !this.isLong(awaiting.key)) return false;
    const order = this.form.fields.map(({ key }) => key);
    const from = order.indexOf(awaiting.key);
    return segments.some(
      ({ asked, value }) => asked.kind === "field" && value !== "" && order.indexOf(asked.key) <= from,
    );
  }

  private statement(): { key: string; filled: boolean } | undefined {
    const key = this.form.fields.find(({ purpose }) => purpose === "statement")?.key;
    return key === undefined ? undefined : { key, filled: true };
  }

  private ask(segments: readonly { asked: Asked; value: string }[]): void {
    for (const { asked, value } of segments) {
      const key = this.resolve(asked);
      this.awaiting = undefined;
      this.isInOpinion = asked.kind === "opinion";
      if (this.isInOpinion) this.takeOpinion(value);
      if (key === undefined) continue;
      this.count(key);
      this.awaiting = { key, filled: false };
      if (value !== "") this.put(value);
    }
  }

  /** 电话 belongs to the field before it: the first number field behind that one. */
  private resolve(asked: Asked): string | undefined {
    if (asked.kind === "opinion") return undefined;
    if (asked.kind === "field") {
      this.last = asked.key;
      return asked.key;
    }
    const order = this.form.fields.map(({ key }) => key);
    const from = order.indexOf(this.last ?? "");
    return asked.keys.find((key) => order.indexOf(key) > from) ?? asked.keys.at(-1);
  }

  private count(key: string): void {
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }

  private isLong(key: string): boolean {
    return this.form.fields.some((field) => field.key === key && field.kind === "longText");
  }

  /** A line that is no label: the awaited answer, or more of a long one. */
  private take(line: string): void {
    if (!this.awaiting) {
      this.takeOpinion(line);
      return;
    }
    const long = this.isLong(this.awaiting.key);
    const text = cleanValue(line);
    if (this.noise.has(bare(text)) && text !== "") return;
    if (!long && (this.awaiting.filled || text === "" || DATED.test(text))) return;
    this.put(long ? line : text);
  }

  private takeOpinion(text: string): void {
    if (!this.isInOpinion || text.replaceAll(SEAL, "") === "") return;
    this.opinions += 1;
    this.isInOpinion = false;
  }

  private put(value: string): void {
    if (!this.awaiting) return;
    const { key, filled } = this.awaiting;
    const given = this.answers.get(key) ?? [];
    const cleaned = this.isLong(key) ? this.withoutNoise(value) : cleanValue(this.withoutNoise(value));
    if (cleaned.trim() === "" && !(filled && this.isLong(key))) return;
    const goesOn = filled && this.isLong(key) && given.length > 0;
    this.answers.set(key, goesOn ? [...given.slice(0, -1), `${given.at(-1)}\n${cleaned}`] : [...given, cleaned]);
    this.awaiting = { key, filled: true };
  }

  /** Without what the form itself says: （内容不超过800字，可另附页）. */
  private withoutNoise(text: string): string {
    const hints = this.form.fields.flatMap(({ quote }) => (quote?.startsWith("（") ? [quote] : []));
    return hints.reduce((rest, hint) => rest.replace(hint, ""), text);
  }

  table(rows: readonly (readonly WordCell[])[]): void {
    /** Labels whose answers are expected below them, by column. */
    let below = new Map<number, string>();
    /** Labels in cells that go on downwards, by column. */
    const merged = new Map<number, string>();
    this.awaiting = undefined;
    for (const row of rows) below = this.row(row, { below, merged });
    this.awaiting = undefined;
  }

  private row(
    cells: readonly WordCell[],
    { below, merged }: { below: ReadonlyMap<number, string>; merged: Map<number, string> },
  ): Map<number, string> {
    const asked = new Map<number, string>();
    let column = 0;
    let answered = 0;
    this.awaiting = undefined;
    this.isInOpinion = false;
    for (const cell of cells) {
      const at = column;
      column += cell.span;
      const goesOn = cell.continues ? merged.get(at) : undefined;
      if (goesOn !== undefined) {
        this.awaiting = { key: goesOn, filled: this.answers.has(goesOn) && this.isLong(goesOn) };
        answered += 1;
        continue;
      }
      if (this.cell(cell, below.get(at)) === "answer") answered += 1;
      else if (this.awaiting) {
        asked.set(at, this.awaiting.key);
        merged.set(at, this.awaiting.key);
      } else merged.delete(at);
    }
    // Labels beside labels, or alone in their row: the answers stand below.
    return answered === 0 ? asked : new Map();
  }

  /** @param expected field of the label above the cell */
  private cell(cell: WordCell, expected: string | undefined): "label" | "answer" {
    const lines = cell.paragraphs.flatMap((text) => this.withoutNoise(text).split("\n"));
    const { segments, rest } = this.labelIn(lines);
    // Beside its label even a text that begins like another one is the answer, unless a colon says otherwise, and so
    // are options to tick, which together may read like one: □交付率 □入住率.
    const isAnswer =
      this.awaiting?.filled === false &&
      segments?.[0]?.colon === false &&
      (segments[0].value !== "" || BOX.test(lines.join("")));
    if (segments && !isAnswer) {
      this.ask(segments);
      this.addPictures(cell);
      for (const line of rest) this.line(line);
      const filled = segments.some(({ value }) => value !== "") || rest.some((line) => cleanValue(line) !== "");
      return filled ? "answer" : "label";
    }
    if (expected !== undefined) this.awaiting = { key: expected, filled: false };
    if (!this.awaiting) {
      for (const line of lines) this.takeOpinion(line);
      return "answer";
    }
    this.addPictures(cell);
    const text = this.isLong(this.awaiting.key) ? lines.join("\n") : lines.map((line) => line.trim()).join(" ");
    this.put(text);
    if (expected !== undefined) this.awaiting = undefined;
    return "answer";
  }

  /** A label at the top of a cell, often over several lines, and the lines below it. */
  private labelIn(lines: readonly string[]): { segments: Segment[] | undefined; rest: readonly string[] } {
    const written = lines.map((line, at) => ({ line, at })).filter(({ line }) => line.trim() !== "");
    for (let count = Math.min(written.length, MOST_LABEL_LINES); count > 1; count -= 1) {
      const top = written.slice(0, count);
      const asked = this.labels.asked.get(plainLabel(top.map(({ line }) => line).join("")));
      if (asked)
        return { segments: [{ asked, value: "", colon: false }], rest: lines.slice((top.at(-1)?.at ?? 0) + 1) };
    }
    const [first] = written;
    return { segments: first && segmentsOf(first.line, this.labels), rest: first ? lines.slice(first.at + 1) : [] };
  }

  private addPictures({ pictures }: WordCell): void {
    if (this.awaiting) this.pictures += pictures;
  }
}

const bare = (text: string): string => text.replaceAll(/[\s\u3000]/gu, "");

/** Parts of a long text; one that goes on on another page is one text, after a whole paragraph or within one. */
function joined(parts: readonly string[]): string {
  const text = parts.map((part) => part.trim()).join("\n");
  return text
    .replaceAll(new RegExp(`\n${CONTINUED}\n*`, "gu"), "\n")
    .replaceAll(new RegExp(`${CONTINUED}\n*`, "gu"), "")
    .trim();
}
