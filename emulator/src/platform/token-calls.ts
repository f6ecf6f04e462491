import { z } from "zod";
import { corpIdOf } from "../world/facts.ts";
import type { World } from "../world/world.ts";
import { type PlatformCall, platformCall } from "./call.ts";
import { OapiError, PlatformError } from "./errors.ts";
import { TOKEN_SECONDS, type Tokens } from "./tokens.ts";

interface Deps {
  world: World;
  tokens: Tokens;
}

/** Its page uses every code as its own message. */
const oauthError = (status: number, code: string): Error => new PlatformError(status, code, code);

/** Both gateways give the same token; neither call counts. */
export function tokenCalls({ world, tokens }: Deps): PlatformCall[] {
  const isApp = (key: string, secret: string): boolean => world.apps.get(key)?.clientSecret === secret;
  return [
    platformCall({
      method: "POST",
      path: "/v1.0/oauth2/accessToken",
      gateway: "api",
      auth: "none",
      counted: false,
      body: z.object({ appKey: z.string(), appSecret: z.string() }),
      run: ({ body: { appKey, appSecret } }) => {
        if (!isApp(appKey, appSecret)) {
          throw new PlatformError(400, "invalidClientIdOrSecret", "无效的clientId或者clientSecret");
        }
        return { accessToken: tokens.issue(appKey), expireIn: TOKEN_SECONDS };
      },
    }),
    platformCall({
      method: "POST",
      path: "/v1.0/oauth2/:corpId/token",
      gateway: "api",
      auth: "none",
      counted: false,
      failure: "server.error",
      params: z.object({ corpId: z.string() }),
      body: z.object({
        client_id: z.string().default(""),
        client_secret: z.string().default(""),
        grant_type: z.string().default(""),
      }),
      run: ({ params, body: { client_id, client_secret, grant_type } }) => {
        if (!isApp(client_id, client_secret)) throw oauthError(400, "invalid.client");
        if (grant_type !== "client_credentials") throw oauthError(400, "unsupported.grant.type");
        if (params.corpId !== corpIdOf(world)) throw oauthError(401, "unauthorized.client");
        return { access_token: tokens.issue(client_id), expires_in: TOKEN_SECONDS };
      },
    }),
    platformCall({
      method: "GET",
      path: "/gettoken",
      gateway: "oapi",
      auth: "none",
      counted: false,
      query: z.object({ appkey: z.string().default(""), appsecret: z.string().default("") }),
      run: ({ query: { appkey, appsecret } }) => {
        if (!isApp(appkey, appsecret)) throw new OapiError(40089, "不合法的corpid或corpsecret");
        return { errcode: 0, access_token: tokens.issue(appkey), errmsg: "ok", expires_in: TOKEN_SECONDS };
      },
    }),
  ];
}
