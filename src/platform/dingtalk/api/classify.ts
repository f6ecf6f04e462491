import { addressBanSchema, apiErrorSchema, oapiEnvelopeSchema } from "dingtalk-payloads";
import type { TroubleCode } from "../../chat/ports.ts";

/** What an answer means for the call. `refused` is for ever; `waitMs` is the least time before the next try. */
export type Verdict =
  | { kind: "done" }
  | { kind: "tokenInvalid" }
  | { kind: "trouble"; code: TroubleCode; reason: string; waitMs: number }
  | { kind: "refused"; reason: string };

const SECOND = 1_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const throttled = (reason: string, waitMs = SECOND): Verdict => ({
  kind: "trouble",
  code: "throttled",
  reason,
  waitMs,
});
const unavailable = (reason: string): Verdict => ({ kind: "trouble", code: "unavailable", reason, waitMs: 2 * SECOND });
const quotaUsedUp = (reason: string): Verdict => ({ kind: "trouble", code: "monthlyQuota", reason, waitMs: HOUR });
const wrongSetup = (reason: string): Verdict => ({ kind: "trouble", code: "setup", reason, waitMs: 5 * MINUTE });

/** Business codes (HTTP 400) that only say "too much at once". */
const TOO_FAST = new Set([
  "send.too.fast",
  "send.byToken.tooFast",
  "too.many.group",
  "too.many.people",
  "toomuch.msg",
  "todo.taskCreate.flowControlError",
]);
const WRONG_CREDENTIALS = new Set(["invalidClientIdOrSecret", "authFailed"]);

/** 403 is both "not permitted" and "throttled": only the code tells. */
function ofForbidden(code: string): Verdict {
  if (/Qp[sm]Limit/.test(code)) return throttled(code);
  if (code.includes("ApiCountLimit")) return quotaUsedUp(code);
  return wrongSetup(code || "403");
}

/** The answer of api.dingtalk.com. @param body decoded JSON, undefined when it was none (a gateway's HTML page) */
export function classifyApi(status: number, body: unknown): Verdict {
  if (addressBanSchema.safeParse(body).success) return throttled("address banned", 5 * MINUTE);
  if (status >= 200 && status < 300) return body === undefined ? unavailable("unreadable answer") : { kind: "done" };
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
/** An outer code whose meaning stands in `sub_code`. */
const OAPI_SEE_SUB_CODE = 88;

function ofOapiCode(code: number, subCode: string | undefined): Verdict {
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

/** The answer of oapi.dingtalk.com, which is HTTP 200 also for errors. */
export function classifyOapi(status: number, body: unknown): Verdict {
  const envelope = oapiEnvelopeSchema.safeParse(body);
  if (envelope.success) return ofOapiCode(envelope.data.errcode, envelope.data.sub_code);
  const verdict = classifyApi(status, body);
  return verdict.kind === "done" ? unavailable("unreadable answer") : verdict;
}
