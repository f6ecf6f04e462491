import { bytesOf, shortenedToBytes } from "./limits.ts";

/** Said at the end of what had to be cut. */
const REST_LEFT_OUT = "（内容较长，其余从略）";
const BORDERS = [/(?<=\n\n)/u, /(?<=\n)/u, /(?<=[。；！？])/u, /(?=.)/u];

export interface Room {
  /** The most that one piece may measure. */
  limit: number;
  measure: (text: string) => number;
}

/** Splits a text at the coarsest border that lets every piece fit: paragraphs, lines, sentences, characters. */
function pieces(text: string, room: Room, level: number): string[] {
  const border = BORDERS[level];
  if (room.measure(text.trimEnd()) <= room.limit || !border) return [text];
  return text.split(border).flatMap((piece) => pieces(piece, room, level + 1));
}

/** Packs a text greedily into as few parts as fit, none longer than the room, nothing lost. */
export function splitText(text: string, room: Room): string[] {
  const parts: string[] = [];
  let current = "";
  for (const piece of pieces(text, room, 0)) {
    if (current !== "" && room.measure((current + piece).trimEnd()) > room.limit) {
      parts.push(current.trim());
      current = "";
    }
    current += piece;
  }
  return [...parts, current.trim()].filter((part) => part !== "");
}

/** Packs a text into slots of so many bytes each. What finds no room is left out, and the last slot says so. */
export function packSlots(text: string, slots: number, bytes: number): string[] {
  const parts = splitText(text, { limit: bytes, measure: bytesOf });
  if (parts.length <= slots) return parts;
  const kept = parts.slice(0, slots);
  const room = bytes - bytesOf(`\n\n${REST_LEFT_OUT}`);
  return kept.with(-1, `${shortenedToBytes(kept.at(-1) ?? "", room)}\n\n${REST_LEFT_OUT}`);
}
