import { escapeLineStart, markdownPieces } from "./escape.ts";
import { bytesOf, shortenedToBytes } from "./limits.ts";

/** Marks truncated text. */
const TRUNCATED = "（内容较长，其余从略）";
const SEPARATORS = [/(?<=\n\n)/u, /(?<=\n)/u, /(?<=[。；！？])/u];

/** How large a part may be, in each of several measures. */
export interface PartLimit {
  limits: readonly number[];
  /** Of a text, in each measure. Two texts put together have the sum. */
  sizeOf: (text: string) => readonly number[];
  /** What a part has besides its text. */
  besides?: readonly number[];
}

const sizeWith = ({ sizeOf, besides }: PartLimit, text: string): readonly number[] =>
  sizeOf(text).map((size, at) => size + (besides?.[at] ?? 0));

const fits = ({ limits }: PartLimit, size: readonly number[], share = 1): boolean =>
  size.every((one, at) => one <= share * (limits[at] ?? 0));

/** Splits at the coarsest separator that makes every piece fit: paragraphs, lines, sentences, signs. */
function pieces(text: string, limit: PartLimit, level: number): string[] {
  if (fits(limit, sizeWith(limit, escapeLineStart(text.trimEnd())))) return [text];
  const separator = SEPARATORS[level];
  if (!separator) return markdownPieces(text);
  return text.split(separator).flatMap((piece) => pieces(piece, limit, level + 1));
}

/** Below this share of the limits the sum of the pieces' sizes says that they fit; a first line may need an escape. */
const SURELY = 0.98;

/** Packs the pieces of a markdown text greedily into as few parts as possible; each is drawn as it was in the whole. */
export function splitText(text: string, limit: PartLimit): string[] {
  const parts: string[] = [];
  let current = "";
  let isLineBegun = false;
  const nothing = sizeWith(limit, "");
  let filled = nothing;
  const close = () => {
    const part = isLineBegun ? escapeLineStart(current.trim()) : current.trim();
    if (part !== "") parts.push(part);
    isLineBegun = !current.endsWith("\n");
    current = "";
    filled = nothing;
  };
  for (const piece of pieces(text, limit, 0)) {
    const size = limit.sizeOf(piece);
    const plus = () => filled.map((one, at) => one + (size[at] ?? 0));
    if (current !== "" && !fits(limit, plus(), SURELY)) {
      if (!fits(limit, sizeWith(limit, escapeLineStart((current + piece).trimEnd())))) close();
    }
    filled = plus();
    current += piece;
  }
  close();
  return parts;
}

/** Packs a text into slots of limited size. Text beyond the last slot is dropped, which that slot mentions. */
export function packSlots(text: string, slots: number, bytes: number): string[] {
  const parts = splitText(text, { limits: [bytes], sizeOf: (part) => [bytesOf(part)] });
  if (parts.length <= slots) return parts;
  const shown = parts.slice(0, slots);
  const maxBytes = bytes - bytesOf(`\n\n${TRUNCATED}`);
  return shown.with(-1, `${shortenedToBytes(shown.at(-1) ?? "", maxBytes, markdownPieces)}\n\n${TRUNCATED}`);
}
