import { z } from "zod";
import { wholeNumber } from "./lenient.ts";

/** `POST /v1.0/oauth2/accessToken`. */
export const tokenRequestSchema = z.object({ appKey: z.string(), appSecret: z.string() });

/** `expireIn` in seconds. Inside its validity a repeated call returns the same token and extends it. */
export const tokenResponseSchema = z.object({ accessToken: z.string().min(1), expireIn: wholeNumber });

/** `GET oapi/gettoken`. */
export const oapiTokenResponseSchema = z.object({
  errcode: z.literal(0),
  errmsg: z.string().optional(),
  access_token: z.string().min(1),
  expires_in: wholeNumber,
});
