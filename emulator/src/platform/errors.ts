import { randomUUID } from "node:crypto";

/** An error of api.dingtalk.com: an HTTP status and `{code, requestid, message}`. */
export class PlatformError extends Error {
  override readonly name = "PlatformError";
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }

  body(): object {
    return { code: this.code, requestid: randomUUID().toUpperCase(), message: this.message };
  }
}

/** The app lacks a permission, which the error names. Source: sample 81. */
export class PermissionDeniedError extends PlatformError {
  readonly #scope: string;

  constructor(scope: string) {
    super(403, "Forbidden.AccessDenied.AccessTokenPermissionDenied", "没有调用该接口的权限");
    this.#scope = scope;
  }

  override body(): object {
    return { ...super.body(), accessdenieddetail: { requiredScopes: [this.#scope] } };
  }
}

/** Too many calls from one address; both gateways answer alike. The HTTP status is assumed. Source: sample 84. */
export class AddressBannedError extends PlatformError {
  constructor() {
    super(403, "ban", "the address is banned for five minutes");
  }

  override body(): object {
    return { status: 1111, wait: 5, source: "x5", punish: "deny", uuid: randomUUID() };
  }
}

/** An error of oapi.dingtalk.com: HTTP 200 with an errcode. */
export class OapiError extends Error {
  override readonly name = "OapiError";
  readonly errcode: number;

  constructor(errcode: number, message: string) {
    super(message);
    this.errcode = errcode;
  }

  body(): object {
    return { errcode: this.errcode, errmsg: this.message };
  }
}
