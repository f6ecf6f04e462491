/** Machine time: a probe gives up after a second. */
const WITHIN_MS = 800;

/**
 * Asks whether something responds, and takes silence for no. One question at a time is out: what is frozen does not
 * collect them.
 */
export function respondsInTime(ask: () => Promise<unknown>): () => Promise<boolean> {
  let asking: Promise<boolean> | undefined;
  return async () => {
    asking ??= ask()
      .then(
        () => true,
        () => false,
      )
      .finally(() => {
        asking = undefined;
      });
    const silence = Promise.withResolvers<boolean>();
    const timer = setTimeout(silence.resolve, WITHIN_MS, false);
    return Promise.race([asking, silence.promise]).finally(() => clearTimeout(timer));
  };
}
