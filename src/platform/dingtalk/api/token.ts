export interface IssuedToken {
  token: string;
  /** Seconds. */
  validFor: number;
}

export interface Tokens {
  /** The current token; fetched if there is none or it expires soon. */
  current(): Promise<string>;
  /** A token other than the one that the platform rejected. */
  renew(rejected: string): Promise<string>;
}

const RENEW_EARLY_MS = 5 * 60_000;

/**
 * Caches one token for the whole process. Concurrent callers share one request; a failure is not cached.
 * @param elapsed monotonic milliseconds, so that expiry does not depend on the system clock
 */
export function makeTokens(fetchToken: () => Promise<IssuedToken>, elapsed = () => performance.now()): Tokens {
  let cached: { token: string; refreshAt: number } | undefined;
  let pending: Promise<string> | undefined;

  async function issue(): Promise<string> {
    const { token, validFor } = await fetchToken();
    const lifetime = validFor * 1000;
    cached = { token, refreshAt: elapsed() + Math.max(lifetime - RENEW_EARLY_MS, lifetime / 2) };
    return token;
  }

  function fetchOnce(): Promise<string> {
    pending ??= issue().finally(() => {
      pending = undefined;
    });
    return pending;
  }

  return {
    current: async () => (cached !== undefined && elapsed() < cached.refreshAt ? cached.token : fetchOnce()),
    renew: async (rejected) => {
      if (cached?.token === rejected) cached = undefined;
      return cached?.token ?? fetchOnce();
    },
  };
}
