/** A token as the platform gives it. */
export interface Issued {
  token: string;
  /** Seconds. */
  validFor: number;
}

export interface Tokens {
  /** The token in force; fetched when there is none or it ends soon. */
  current(): Promise<string>;
  /** A token other than the one the platform has just turned down. */
  renew(turnedDown: string): Promise<string>;
}

const EARLY_MS = 5 * 60_000;

/**
 * One token for the whole process. However many calls ask at once, one fetch answers them all; a fetch that fails
 * fails them all and is not kept.
 * @param elapsed monotonic milliseconds, so that a changed clock neither prolongs nor ends a token
 */
export function makeTokens(fetchToken: () => Promise<Issued>, elapsed = () => performance.now()): Tokens {
  let held: { token: string; refreshAt: number } | undefined;
  let underWay: Promise<string> | undefined;

  async function issue(): Promise<string> {
    const { token, validFor } = await fetchToken();
    const lifetime = validFor * 1000;
    held = { token, refreshAt: elapsed() + Math.max(lifetime - EARLY_MS, lifetime / 2) };
    return token;
  }

  function fetchOnce(): Promise<string> {
    underWay ??= issue().finally(() => {
      underWay = undefined;
    });
    return underWay;
  }

  return {
    current: async () => (held !== undefined && elapsed() < held.refreshAt ? held.token : fetchOnce()),
    renew: async (turnedDown) => {
      if (held?.token === turnedDown) held = undefined;
      return held?.token ?? fetchOnce();
    },
  };
}
