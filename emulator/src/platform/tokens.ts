import { randomBytes } from "node:crypto";

/** Access tokens by app: the same one, extended, while it is valid; machine time. */
export interface Tokens {
  /** A valid token of the app, good for {@link TOKEN_SECONDS} from now. */
  issue(clientId: string): string;
  /** The app the token belongs to; undefined when unknown or expired. */
  check(token: string): string | undefined;
  /** Invalidates the token. */
  revoke(token: string): void;
}

export const TOKEN_SECONDS = 7_200;

export function makeTokens(): Tokens {
  const byClient = new Map<string, string>();
  const byToken = new Map<string, { clientId: string; until: number }>();
  const check = (token: string): string | undefined => {
    const found = byToken.get(token);
    return found !== undefined && Date.now() < found.until ? found.clientId : undefined;
  };
  return {
    issue: (clientId) => {
      const known = byClient.get(clientId);
      const token = known !== undefined && check(known) === clientId ? known : randomBytes(16).toString("hex");
      if (known !== undefined && known !== token) byToken.delete(known);
      byClient.set(clientId, token);
      byToken.set(token, { clientId, until: Date.now() + TOKEN_SECONDS * 1_000 });
      return token;
    },
    check,
    revoke: (token) => byToken.delete(token),
  };
}
