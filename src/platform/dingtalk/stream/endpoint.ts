import { apiErrorSchema, type OpenRequest, type OpenResponse, openResponseSchema } from "dingtalk-payloads";

export interface EndpointSettings {
  /** New gateway, e.g. `https://api.dingtalk.com`, without a slash at the end. */
  apiBase: string;
  clientId: string;
  clientSecret: string;
  subscriptions: OpenRequest["subscriptions"];
}

/** The platform does not know these credentials, or the app may not connect: trying again soon is of no use. */
export class ConnectionRefused extends Error {
  override readonly name = "ConnectionRefused";
}

const OPEN_PATH = "/v1.0/gateway/connections/open";
const TIMEOUT_MS = 10_000;
const USER_AGENT = "jiayuan-sdk-nodejs/2.1.5";

/** 4xx is about us, except throttling (403 with a Qps or Qpm code, 429). */
async function failureOf(response: Response): Promise<Error> {
  const body = apiErrorSchema.safeParse(await response.json().catch(() => undefined));
  const code = body.success ? body.data.code : "";
  const message = `opening a connection was answered with ${response.status} ${code}`.trim();
  const throttled = response.status === 429 || /Qp[sm]Limit/.test(code);
  return response.status < 500 && !throttled ? new ConnectionRefused(message) : new Error(message);
}

/**
 * Asks the gateway for an address and a ticket (90 s, one connection).
 * @throws ConnectionRefused for wrong credentials; other errors for trouble that passes
 */
export async function openEndpoint(settings: EndpointSettings, signal: AbortSignal): Promise<OpenResponse> {
  const { apiBase, clientId, clientSecret, subscriptions } = settings;
  const body: OpenRequest = { clientId, clientSecret, ua: USER_AGENT, subscriptions };
  const response = await fetch(`${apiBase}${OPEN_PATH}`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(body),
    signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
  });
  if (!response.ok) throw await failureOf(response);
  return openResponseSchema.parse(await response.json());
}
