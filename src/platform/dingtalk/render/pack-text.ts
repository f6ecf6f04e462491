import { bytesOf, shortenedToBytes } from "./limits.ts";

/** Marks truncated text. */
const TRUNCATED = "（内容较长，其余从略）";
const SEPARATORS = [/(?<=\n\n)/u, /(?<=\n)/u, /(?<=[。；！？])/u, /(?=.)/u];

export interface PieceLimit {
  /** Maximum measure of one piece. */
  limit: number;
  measure: (text: string) => number;
}

/** Splits at the coarsest separator that makes every piece fit: paragraphs, lines, sentences, characters. */
function pieces(text: string, limit: PieceLimit, level: number): string[] {
  const separator = SEPARATORS[level];
  if (limit.measure(text.trimEnd()) <= limit.limit || !separator) return [text];
  return text.split(separator).flatMap((piece) => pieces(piece, limit, level + 1));
}

/** Packs the pieces greedily into as few parts as possible. */
export function splitText(text: string, limit: PieceLimit): string[] {
  const parts: string[] = [];
  let current = "";
  for (const piece of pieces(text, limit, 0)) {
    if (current !== "" && limit.measure((current + piece).trimEnd()) > limit.limit) {
      parts.push(current.trim());
      current = "";
    }
    current += piece;
  }
  return [...parts, current.trim()].filter((part) => part !== "");
}

/** Packs a text into slots of limited size. Text beyond the last slot is dropped, which that slot mentions. */
export function packSlots(text: string, slots: number, bytes: number): string[] {
  const parts = splitText(text, { limit: bytes, measure: bytesOf });
  if (parts.length <= slots) return parts;
  const shown = parts.slice(0, slots);
  const maxBytes = bytes - bytesOf(`\n\n${TRUNCATED}`);
  return shown.with(-1, `${shortenedToBytes(shown.at(-1) ?? "", maxBytes)}\n\n${TRUNCATED}`);
}
