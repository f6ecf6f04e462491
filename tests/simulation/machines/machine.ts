import { isDeepStrictEqual } from "node:util";
import type { Draw } from "../../shared/draw.ts";

/** A part of the product under a seeded scheduler, with a model of what is around it. */
export interface Machine {
  name: string;
  /**
   * One run of some tens of steps.
   * @param seed also names what the run stores
   * @throws when a promise is broken
   */
  run(draw: Draw, seed: number): void | Promise<void>;
}

/** @throws with what was promised, unless it holds */
export function promise(holds: boolean, promised: string, found?: unknown): asserts holds {
  if (!holds) throw new Error(`${promised}${found === undefined ? "" : `: ${JSON.stringify(found)}`}`);
}

/** As JSON; the order of names does not count. */
export const equal = (one: unknown, other: unknown): boolean => isDeepStrictEqual(asJson(one), asJson(other));

const asJson = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

/** Lets everything run that waits for nothing from outside. */
export const settle = (): Promise<void> => new Promise((done) => setImmediate(done));
