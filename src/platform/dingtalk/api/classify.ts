import { addressBanSchema, apiErrorSchema, oapiEnvelopeSchema } from "dingtalk-payloads";
import type { DeliveryErrorCode } from "../../chat/ports.ts";

/** Classification of a response. `refused` is permanent; `waitMs` is the minimum delay before a retry. */
export type CallOutcome =
  | { kind: "done" }
  | { kind: "tokenInvalid" }
  | { kind: "retry"; code: DeliveryErrorCode; reason: string; waitMs: number }
  | { kind: "refused"; reason: string };

const SECOND = 1_000;
const MINUTE = 60_000;

const throttled = (reason: string, waitMs = SECOND): CallOutcome => ({
  kind: "retry",
  code: "throttled",
  reason,
  waitMs,
});
const unavailable = (reason: string): CallOutcome => ({
  kind: "retry",
  code: "unavailable",
  reason,
  waitMs: 2 * SECOND,
});
/** It ends with the month, or when more is bought: a chat is silent for no more than this longer. */
const quotaUsedUp = (reason: string): CallOutcome => ({
  kind: "retry",
  code: "monthlyQuota",
  reason,
  waitMs: 10 * MINUTE,
});
const wrongSetup = (reason: string): CallOutcome => ({ kind: "retry", code: "setup", reason, waitMs: MINUTE });

/** Business codes (HTTP 400) that mean throttling. */
const TOO_FAST = new Set([
  "send.too.fast",
  "send.byToken.tooFast",
  "too.many.group",
  "too.many.people",
  "toomuch.msg",
  "todo.taskCreate.flowControlError",
]);
const WRONG_CREDENTIALS = new Set(["invalidClientIdOrSecret", "authFailed"]);

/** 403 means "not permitted" or "throttled"; only the code distinguishes them. */
function ofForbidden(code: string): CallOutcome {
  if (/Qp[sm]Limit/.test(code)) return throttled(code);
  if (code.includes("ApiCountLimit")) return quotaUsedUp(code);
  return wrongSetup(code || "403");
}

/** Classifies a response of api.dingtalk.com. @param body undefined if it was not JSON, e.g. a gateway's HTML page */
export function classifyApi(status: number, body: unknown): CallOutcome {
  if (addressBanSchema.safeParse(body).success) return throttled("address banned", 5 * MINUTE);
  if (status >= 200 && status < 300) return body === undefined ? unavailable("unreadable response") : { kind: "done" };
  const error = apiErrorSchema.safeParse(body);
  const code = error.success ? error.data.code : "";
  if (code === "InvalidAuthentication") return { kind: "tokenInvalid" };
  if (WRONG_CREDENTIALS.has(code)) return wrongSetup(code);
  if (status === 401) return { kind: "tokenInvalid" };
  if (status === 403) return ofForbidden(code);
  if (status === 429 || TOO_FAST.has(code)) return throttled(code || "429");
  if (status >= 500 || status === 408) return unavailable(code || String(status));
  return error.success ? { kind: "refused", reason: code } : unavailable(`${status} without a readable error`);
}

const OAPI_TOKEN = new Set([40014, 42001]);
const OAPI_THROTTLED = new Set([90018, 90002]);
const OAPI_QUOTA = 90020;
const OAPI_CREDENTIALS = new Set([40001, 40089]);
const OAPI_BUSY = -1;
/** The actual code is in `sub_code`. */
const OAPI_SEE_SUB_CODE = 88;

function ofOapiCode(code: number, subCode: string | undefined): CallOutcome {
  if (code === OAPI_SEE_SUB_CODE && subCode !== undefined && /^\d+$/.test(subCode)) {
    return ofOapiCode(Number(subCode), undefined);
  }
  const reason = subCode === undefined ? String(code) : `${code} ${subCode}`;
  if (code === 0) return { kind: "done" };
  if (OAPI_TOKEN.has(code)) return { kind: "tokenInvalid" };
  if (OAPI_THROTTLED.has(code)) return throttled(reason);
  if (code === OAPI_QUOTA) return quotaUsedUp(reason);
  if (OAPI_CREDENTIALS.has(code) || code === OAPI_SEE_SUB_CODE) return wrongSetup(reason);
  if (code === OAPI_BUSY) return unavailable(reason);
  return { kind: "refused", reason };
}

/** Classifies a response of oapi.dingtalk.com, which is HTTP 200 even for errors. */
export function classifyOapi(status: number, body: unknown): CallOutcome {
  const envelope = oapiEnvelopeSchema.safeParse(body);
  if (envelope.success) return ofOapiCode(envelope.data.errcode, envelope.data.sub_code);
  const outcome = classifyApi(status, body);
  return outcome.kind === "done" ? unavailable("unreadable response") : outcome;
}
