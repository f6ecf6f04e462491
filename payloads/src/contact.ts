import { z } from "zod";
import { maybeText } from "./lenient.ts";

/** `POST oapi/topapi/v2/user/getbymobile`. */
export const userByMobileRequestSchema = z.object({ mobile: z.string() });
export const userByMobileResponseSchema = z.looseObject({ result: z.looseObject({ userid: z.string() }) });

/** `POST oapi/topapi/v2/user/get`. The mobile is there only with an extra permission. */
export const userGetRequestSchema = z.object({ userid: z.string(), language: z.string().optional() });
export const userGetResponseSchema = z.looseObject({
  result: z.looseObject({
    userid: z.string(),
    unionid: maybeText,
    name: z.string(),
    mobile: maybeText,
    title: maybeText,
    active: z.boolean().nullish(),
  }),
});
