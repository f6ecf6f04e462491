import { z } from "zod";
import { maybeText, wholeNumber } from "./lenient.ts";

/** Error of api.dingtalk.com, with an HTTP status of 4xx or 5xx. A 403 is no permission or throttling: see `code`. */
export const apiErrorSchema = z.looseObject({
  code: z.string(),
  requestid: maybeText,
  message: maybeText,
  accessdenieddetail: z.looseObject({ requiredScopes: z.array(z.string()).optional() }).nullish(),
});
export type ApiError = z.output<typeof apiErrorSchema>;

/** Envelope of oapi.dingtalk.com: HTTP 200 also for errors. */
export const oapiEnvelopeSchema = z.looseObject({
  errcode: wholeNumber,
  errmsg: maybeText,
  sub_code: maybeText,
  sub_msg: maybeText,
});
export type OapiEnvelope = z.output<typeof oapiEnvelopeSchema>;

/** More than 10 000 calls in 20 s from one address: five minutes of nothing. */
export const addressBanSchema = z.looseObject({ status: z.literal(1111) });
