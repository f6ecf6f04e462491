import { apiErrorSchema, type OpenRequest, type OpenResponse, openResponseSchema } from "dingtalk-payloads";

export interface EndpointSettings {
  /** E.g. `https://api.dingtalk.com`, without a trailing slash. */
  apiBase: string;
  clientId: string;
  clientSecret: string;
  subscriptions: OpenRequest["subscriptions"];
}

/** Wrong credentials, or the app may not connect: an immediate retry cannot succeed. */
export class ConnectionRefusedError extends Error {
  override readonly name = "ConnectionRefusedError";
}

const OPEN_PATH = "/v1.0/gateway/connections/open";
const TIMEOUT_MS = 10_000;
const USER_AGENT = "jiayuan-sdk-nodejs/2.1.5";

/** 4xx is permanent, except throttling (403 with a Qps or Qpm code, 429). */
async function failureOf(response: Response): Promise<Error> {
  const body = apiErrorSchema.safeParse(await response.json().catch(() => undefined));
  const code = body.success ? body.data.code : "";
  const message = `opening a connection failed with ${response.status} ${code}`.trim();
  const throttled = response.status === 429 || /Qp[sm]Limit/.test(code);
  return response.status < 500 && !throttled ? new ConnectionRefusedError(message) : new Error(message);
}

/**
 * Requests the address of the stream and a ticket (valid for 90 s and one connection).
 * @throws ConnectionRefusedError for wrong credentials; other errors if a retry may succeed
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
