import type { PlatformCall } from "./call.ts";
import { AddressBannedError, OapiError, PermissionDeniedError, PlatformError } from "./errors.ts";

export type CallRefusal = "token" | "throttle" | "quota" | "unsafeContent" | "permission" | "ban";

const THROTTLED = "您的企业应用调用钉钉开放平台当前接口的所有请求都被暂时禁用了";

/** Refusals that any call may receive, in the form of its gateway. Sources: samples 80–84, 86. */
export const refuseCall = (call: PlatformCall, refusal: CallRefusal): Error =>
  call.gateway === "oapi" ? oapiRefusal(refusal) : apiRefusal(call, refusal);

function oapiRefusal(refusal: CallRefusal): Error {
  switch (refusal) {
    case "token":
      return new OapiError(40014, "不合法的access_token");
    case "throttle":
      return new OapiError(90018, THROTTLED);
    case "quota":
      return new OapiError(90020, "api count limit");
    case "unsafeContent":
      return new OapiError(400102, "content is unsafe");
    case "permission":
      return new OapiError(88, "没有调用该接口的权限");
    case "ban":
      return new AddressBannedError();
  }
}

function apiRefusal(call: PlatformCall, refusal: CallRefusal): PlatformError {
  switch (refusal) {
    case "token":
      return new PlatformError(400, "InvalidAuthentication", "不合法的access_token");
    case "throttle":
      return new PlatformError(403, "Forbidden.AccessDenied.QpsLimitForAppkeyAndApi", THROTTLED);
    case "quota":
      return new PlatformError(403, "Forbidden.AccessDenied.ApiCountLimitForOrg", "api count limit");
    case "unsafeContent":
      return call.path.startsWith("/v1.0/card/")
        ? new PlatformError(400, "param.contentUnsafe", "content is unsafe")
        : new PlatformError(400, "contain.unsafe.url", "content is unsafe");
    case "permission":
      return new PermissionDeniedError(scopeOf(call.path));
    case "ban":
      return new AddressBannedError();
  }
}

function scopeOf(path: string): string {
  if (path.startsWith("/v1.0/card/")) return "Card.Instance.Write";
  return path.startsWith("/v1.0/todo/") ? "Todo.Todo.Write" : "qyapi_robot_sendmsg";
}
