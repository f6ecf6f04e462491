import { randomBytes } from "node:crypto";

export interface UserToken {
  accessToken: string;
  refreshToken: string;
}

/** People who log in to an app: codes good for one exchange, and the tokens they give. Machine time, not persisted. */
export interface Logins {
  /** The code with which the login page sends a person back to the app. */
  authorize(clientId: string, userId: string): string;
  /** undefined: never issued to this app, used before, or too old */
  exchange(clientId: string, code: string): UserToken | undefined;
  /** undefined: never issued to this app, or too old */
  refresh(clientId: string, refreshToken: string): UserToken | undefined;
  /** The person a token speaks for. */
  userOf(accessToken: string): string | undefined;
}

export const USER_TOKEN_SECONDS = 7_200;
const REFRESH_MS = 30 * 24 * 60 * 60 * 1_000;
/** How long a code lives is not documented. */
const CODE_MS = 5 * 60 * 1_000;

interface Issued {
  clientId: string;
  userId: string;
  until: number;
}

const token = (): string => randomBytes(16).toString("hex");

export function makeLogins(): Logins {
  const [codes, access, refreshing] = [new Map<string, Issued>(), new Map<string, Issued>(), new Map<string, Issued>()];
  const find = (from: Map<string, Issued>, key: string): Issued | undefined => {
    const found = from.get(key);
    return found !== undefined && Date.now() < found.until ? found : undefined;
  };
  const issue = ({ clientId, userId }: Issued): UserToken => {
    const issued = { accessToken: token(), refreshToken: token() };
    access.set(issued.accessToken, { clientId, userId, until: Date.now() + USER_TOKEN_SECONDS * 1_000 });
    refreshing.set(issued.refreshToken, { clientId, userId, until: Date.now() + REFRESH_MS });
    return issued;
  };
  const redeem = (from: Map<string, Issued>, clientId: string, key: string): UserToken | undefined => {
    const found = find(from, key);
    if (found?.clientId !== clientId) return undefined;
    from.delete(key);
    return issue(found);
  };
  return {
    authorize: (clientId, userId) => {
      const code = token();
      codes.set(code, { clientId, userId, until: Date.now() + CODE_MS });
      return code;
    },
    exchange: (clientId, code) => redeem(codes, clientId, code),
    refresh: (clientId, refreshToken) => redeem(refreshing, clientId, refreshToken),
    userOf: (accessToken) => find(access, accessToken)?.userId,
  };
}
