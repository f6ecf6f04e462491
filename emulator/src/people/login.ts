import { badRequest, notFound } from "../control-api/control-error.ts";
import type { Logins } from "../login/logins.ts";
import type { World } from "../world/world.ts";

interface Deps {
  world: World;
  logins: Logins;
}

const LOGIN_PAGE = "https://login.dingtalk.com/oauth2/auth";

export const isLoginPage = (url: string): boolean => url.startsWith(`${LOGIN_PAGE}?`);

/**
 * A person opens DingTalk's login page, which is not drawn, and consents.
 * @returns the app's address with the code, which `/v1.0/oauth2/userAccessToken` takes, and the state as it was given
 */
export function logIn({ world, logins }: Deps, userId: string, url: string): string {
  const asked = new URL(url).searchParams;
  const clientId = asked.get("client_id") ?? "";
  if (!world.apps.has(clientId)) throw notFound("appUnknown", `没有应用 ${clientId}`);
  const redirect = asked.get("redirect_uri") ?? "";
  if (!URL.canParse(redirect)) throw badRequest("badLink", "登录链接没有可用的 redirect_uri");
  const back = new URL(redirect);
  back.searchParams.set("authCode", logins.authorize(clientId, userId));
  const state = asked.get("state");
  if (state !== null) back.searchParams.set("state", state);
  return back.href;
}
