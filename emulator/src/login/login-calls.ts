import { createHash, createHmac } from "node:crypto";
import { z } from "zod";
import type { EmulatedUser } from "../contract/control.ts";
import { type PlatformCall, platformCall } from "../platform/call.ts";
import { PlatformError } from "../platform/errors.ts";
import { tokenOf } from "../platform/token-of.ts";
import type { Tokens } from "../platform/tokens.ts";
import { corpIdOf } from "../world/facts.ts";
import type { App } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { type Logins, USER_TOKEN_SECONDS } from "./logins.ts";

interface Deps {
  world: World;
  tokens: Tokens;
  logins: Logins;
}

/** Logging in to an app, and its ticket for pages in the client; the monthly quota leaves them out. */
export const loginCalls = (deps: Deps): PlatformCall[] => [userAccessToken(deps), whoIs(deps), ...ticketCalls()];

const userAccessToken = ({ world, logins }: Pick<Deps, "world" | "logins">) =>
  platformCall({
    method: "POST",
    path: "/v1.0/oauth2/userAccessToken",
    gateway: "api",
    auth: "none",
    counted: false,
    body: z.object({
      clientId: z.string().default(""),
      clientSecret: z.string().default(""),
      code: z.string().default(""),
      refreshToken: z.string().default(""),
      grantType: z.string().default(""),
    }),
    run: ({ body: { clientId, clientSecret, code, refreshToken, grantType } }) => {
      if (world.apps.get(clientId)?.clientSecret !== clientSecret) {
        throw new PlatformError(400, "invalidClientIdOrSecret", "无效的clientId或者clientSecret");
      }
      const issued =
        grantType === "refresh_token" ? logins.refresh(clientId, refreshToken) : logins.exchange(clientId, code);
      // How a wrong code is refused is assumed.
      if (issued === undefined) throw new PlatformError(400, "invalidParameter.authCode.notFound", "不存在的authCode");
      return { ...issued, expireIn: USER_TOKEN_SECONDS, corpId: corpIdOf(world) };
    },
  });

/** A person by unionId, or whoever the token speaks for as `me`. Documented for a person's token; an app's works too. */
const whoIs = ({ world, tokens, logins }: Deps) =>
  platformCall({
    method: "GET",
    path: "/v1.0/contact/users/:unionId",
    gateway: "api",
    auth: "none",
    counted: false,
    params: z.object({ unionId: z.string() }),
    run: ({ params: { unionId }, request }) => {
      const token = tokenOf({ gateway: "api" }, request);
      const self = logins.userOf(token);
      if (self === undefined && tokens.check(token) === undefined)
        throw new PlatformError(400, "InvalidAuthentication", "不合法的access_token");
      const users = [...world.users.values()].filter(({ active }) => active);
      const found = users.find((one) => (unionId === "me" ? one.userId === self : one.unionId === unionId));
      if (found === undefined) throw new PlatformError(404, "invalidParameter.user.notFound", "找不到该用户");
      return describe(found);
    },
  });

const describe = ({ name, mobile, unionId, userId }: EmulatedUser): object => ({
  nick: name,
  avatarUrl: "",
  mobile,
  openId: createHash("sha256").update(`openId ${userId}`).digest("base64url").slice(0, 24),
  unionId,
  email: "",
  stateCode: "86",
});

const TICKET_SECONDS = 7_200;

/** The same ticket at every call: nothing here asks for it back. */
const ticketOf = ({ clientId, clientSecret }: App): string =>
  createHmac("sha256", clientSecret).update(`jsapi ${clientId}`).digest("hex");

const ticketCalls = (): PlatformCall[] => [
  platformCall({
    method: "POST",
    path: "/v1.0/oauth2/jsapiTickets",
    gateway: "api",
    auth: "token",
    counted: false,
    run: ({ app }) => ({ jsapiTicket: ticketOf(app), expireIn: TICKET_SECONDS }),
  }),
  platformCall({
    method: "GET",
    path: "/get_jsapi_ticket",
    gateway: "oapi",
    auth: "token",
    counted: false,
    run: ({ app }) => ({ errcode: 0, ticket: ticketOf(app), errmsg: "ok", expires_in: TICKET_SECONDS }),
  }),
];
