import { z } from "zod";
import type { Parts } from "../parts.ts";
import { type PlatformCall, platformCall } from "./call.ts";
import { OapiError, PlatformError } from "./errors.ts";
import { TOKEN_SECONDS } from "./tokens.ts";

/** Both gateways give the same token; neither call counts. */
export function tokenCalls({ world, tokens }: Pick<Parts, "world" | "tokens">): PlatformCall[] {
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
        return { accessToken: tokens.give(appKey), expireIn: TOKEN_SECONDS };
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
        return { errcode: 0, access_token: tokens.give(appkey), errmsg: "ok", expires_in: TOKEN_SECONDS };
      },
    }),
  ];
}
