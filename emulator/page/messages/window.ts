/** How many messages are drawn at first, how many more at a time, and at most. */
export const SHOWN = 40;
const STEP = 10;
export const MOST_SHOWN = 160;

/** The stretch of a chat that is drawn, from one place to before another. `end`: the newest, whatever comes. */
export type Stretch = "end" | { from: number; to: number };

export function placesOf(stretch: Stretch, length: number): { from: number; to: number } {
  if (stretch === "end") return { from: Math.max(0, length - SHOWN), to: length };
  return { from: Math.min(stretch.from, length), to: Math.min(stretch.to, length) };
}

/** Some earlier ones more; what is far below goes. */
export function earlier(stretch: Stretch, length: number): Stretch {
  const { from, to } = placesOf(stretch, length);
  const next = Math.max(0, from - STEP);
  return { from: next, to: Math.min(to, next + MOST_SHOWN) };
}

/** Some later ones more; what is far above goes. */
export function later(stretch: Stretch, length: number): Stretch {
  const { from, to } = placesOf(stretch, length);
  const next = Math.min(length, to + STEP);
  return { from: Math.max(from, next - MOST_SHOWN), to: next };
}

/** Enough of the chat around one message to show it. */
export const around = (place: number, length: number): Stretch => ({
  from: Math.max(0, place - SHOWN / 2),
  to: Math.min(length, place + SHOWN / 2),
});
