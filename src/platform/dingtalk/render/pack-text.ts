import { escapeLineStart, markdownPieces } from "./escape.ts";
import { bytesOf, shortenedToBytes } from "./limits.ts";

/** Marks truncated text. */
const TRUNCATED = "（内容较长，其余从略）";
const SEPARATORS = [/(?<=\n\n)/u, /(?<=\n)/u, /(?<=[。；！？])/u];

export interface PieceLimit {
  /** Maximum measure of one piece. */
  limit: number;
  measure: (text: string) => number;
}

/** Splits at the coarsest separator that makes every piece fit: paragraphs, lines, sentences, signs. */
function pieces(text: string, limit: PieceLimit, level: number): string[] {
  if (limit.measure(escapeLineStart(text.trimEnd())) <= limit.limit) return [text];
  const separator = SEPARATORS[level];
  if (!separator) return markdownPieces(text);
  return text.split(separator).flatMap((piece) => pieces(piece, limit, level + 1));
}

/**
 * Below this share of the limit the sum of the pieces' measures says that they fit: together they measure no more. Near
 * it the whole is measured, as its first line may need an escape.
 */
const SURELY = 0.9;

/** Packs the pieces of a markdown text greedily into as few parts as possible; each is drawn as it was in the whole. */
export function splitText(text: string, limit: PieceLimit): string[] {
  const parts: string[] = [];
  let current = "";
  let isLineBegun = false;
  /** At least the measure of what is packed so far. */
  let filled = 0;
  const close = () => {
    const part = isLineBegun ? escapeLineStart(current.trim()) : current.trim();
    if (part !== "") parts.push(part);
    isLineBegun = !current.endsWith("\n");
    current = "";
    filled = 0;
  };
  for (const piece of pieces(text, limit, 0)) {
    filled += limit.measure(piece);
    if (filled > SURELY * limit.limit && current !== "") {
      if (limit.measure(escapeLineStart((current + piece).trimEnd())) > limit.limit) close();
      filled = limit.measure(current + piece);
    }
    current += piece;
  }
  close();
  return parts;
}

/** Packs a text into slots of limited size. Text beyond the last slot is dropped, which that slot mentions. */
export function packSlots(text: string, slots: number, bytes: number): string[] {
  const parts = splitText(text, { limit: bytes, measure: bytesOf });
  if (parts.length <= slots) return parts;
  const shown = parts.slice(0, slots);
  const maxBytes = bytes - bytesOf(`\n\n${TRUNCATED}`);
  return shown.with(-1, `${shortenedToBytes(shown.at(-1) ?? "", maxBytes, markdownPieces)}\n\n${TRUNCATED}`);
}
