import { tokenResponseSchema } from "dingtalk-payloads";
import { DeliveryError } from "../../chat/ports.ts";
import { classifyApi } from "./classify.ts";
import type { IssuedToken } from "./token.ts";

export interface TokenSettings {
  apiBase: string;
  clientId: string;
  clientSecret: string;
}

const TIMEOUT_MS = 10_000;
const SOON_MS = 2_000;
const SETUP_MS = 60_000;

async function requestToken({
  apiBase,
  clientId,
  clientSecret,
}: TokenSettings): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${apiBase}/v1.0/oauth2/accessToken`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ appKey: clientId, appSecret: clientSecret }),
    redirect: "error",
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  return { status: response.status, body: await response.json().catch(() => undefined) };
}

/** Requests a token, valid for both gateways. @throws DeliveryError, with code `setup` for wrong credentials */
export async function fetchToken(settings: TokenSettings): Promise<IssuedToken> {
  const answer = await requestToken(settings).catch((error: unknown) => {
    throw new DeliveryError("no response to the token request", SOON_MS, { cause: error });
  });
  const parsed = tokenResponseSchema.safeParse(answer.body);
  if (answer.status === 200 && parsed.success) {
    return { token: parsed.data.accessToken, validFor: parsed.data.expireIn };
  }
  const verdict = classifyApi(answer.status, answer.body);
  if (verdict.kind === "retry") {
    throw new DeliveryError(`no token: ${verdict.reason}`, verdict.waitMs, { code: verdict.code });
  }
  const reason = verdict.kind === "refused" ? verdict.reason : String(answer.status);
  throw new DeliveryError(`no token: ${reason}`, SETUP_MS, { code: "setup" });
}
