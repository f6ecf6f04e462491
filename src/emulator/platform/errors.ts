import { randomUUID } from "node:crypto";

/** An error of api.dingtalk.com: an HTTP status and `{code, requestid, message}`. */
export class PlatformError extends Error {
  override readonly name = "PlatformError";
  readonly status: number;
  readonly code: string;
  readonly requiredScopes: readonly string[];

  /** @param requiredScopes of a permission that the app does not have */
  constructor(status: number, code: string, message: string, requiredScopes: readonly string[] = []) {
    super(message);
    this.status = status;
    this.code = code;
    this.requiredScopes = requiredScopes;
  }

  body(): object {
    const { code, message, requiredScopes } = this;
    const detail = requiredScopes.length === 0 ? {} : { accessdenieddetail: { requiredScopes } };
    return { code, requestid: randomUUID().toUpperCase(), message, ...detail };
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
