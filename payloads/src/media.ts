import { z } from "zod";
import { wholeNumber } from "./lenient.ts";

/** `POST oapi/media/upload`, multipart field `media`. */
export const mediaUploadResponseSchema = z.looseObject({
  errcode: z.literal(0),
  media_id: z.string().min(1),
  created_at: wholeNumber.optional(),
  type: z.string().optional(),
});

/** `POST /v1.0/robot/messageFiles/download`. */
export const fileDownloadRequestSchema = z.object({ downloadCode: z.string(), robotCode: z.string() });
export const fileDownloadResponseSchema = z.looseObject({ downloadUrl: z.url() });
