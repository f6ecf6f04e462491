/** Messages rendered at first, per extension, and at most. */
export const INITIAL_COUNT = 40;
const STEP = 10;
export const MAX_COUNT = 160;

/** The range of a chat that is rendered, end exclusive. `end`: always the newest. */
export type MessageRange = "end" | { from: number; to: number };

export function boundsOf(stretch: MessageRange, length: number): { from: number; to: number } {
  if (stretch === "end") return { from: Math.max(0, length - INITIAL_COUNT), to: length };
  return { from: Math.min(stretch.from, length), to: Math.min(stretch.to, length) };
}

/** Extends the range backwards and drops messages far below. */
export function extendBackward(stretch: MessageRange, length: number): MessageRange {
  const { from, to } = boundsOf(stretch, length);
  const next = Math.max(0, from - STEP);
  return { from: next, to: Math.min(to, next + MAX_COUNT) };
}

/** Extends the range forwards and drops messages far above. */
export function extendForward(stretch: MessageRange, length: number): MessageRange {
  const { from, to } = boundsOf(stretch, length);
  const next = Math.min(length, to + STEP);
  return { from: Math.max(from, next - MAX_COUNT), to: next };
}

/** A range around one message. */
export const rangeAround = (place: number, length: number): MessageRange => ({
  from: Math.max(0, place - INITIAL_COUNT / 2),
  to: Math.min(length, place + INITIAL_COUNT / 2),
});
