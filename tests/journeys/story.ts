import { test } from "vitest";

/** Tells one step of a story; a test of its own. */
export type Step = (sentence: string, play: () => Promise<void>) => void;

/**
 * Steps that build on each other, in one world. A step that is run alone, or before its turn, plays those before it
 * first; none is played twice, and one that fails fails all that come after it.
 */
export function story(): Step {
  const told: (() => Promise<void>)[] = [];
  return (sentence, play) => {
    const earlier = told.at(-1);
    let played: Promise<void> | undefined;
    const step = () => {
      played ??= (async () => {
        await earlier?.();
        await play();
      })();
      return played;
    };
    told.push(step);
    test(sentence, step);
  };
}
