/** The speed of playing, in machine time. */
export interface Pace {
  /** Between two typed letters. */
  letterMs: number;
  /** Before a step, once it is announced. */
  beforeMs: number;
  /** After a step, to read its result. */
  afterMs: number;
  /** For each letter of a caption. */
  readMs: number;
}

export const PACES = {
  slow: { letterMs: 140, beforeMs: 1_200, afterMs: 2_600, readMs: 170 },
  medium: { letterMs: 70, beforeMs: 700, afterMs: 1_300, readMs: 100 },
  fast: { letterMs: 0, beforeMs: 120, afterMs: 180, readMs: 12 },
} as const satisfies Record<string, Pace>;

export type PaceName = keyof typeof PACES;
