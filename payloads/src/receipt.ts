import { z } from "zod";

/** `GET /v1.0/robot/oToMessages/readStatus`, for 24 h; official examples also spell SUCESS. */
export const readStatusResponseSchema = z.looseObject({
  sendStatus: z.string(),
  messageReadInfoList: z
    .array(z.looseObject({ name: z.string().nullish(), userId: z.string(), readStatus: z.string() }))
    .nullish(),
});

/** `POST /v1.0/robot/groupMessages/query`. */
export const groupQueryRequestSchema = z.object({
  openConversationId: z.string().optional(),
  robotCode: z.string().optional(),
  processQueryKey: z.string(),
  maxResults: z.number().max(200).optional(),
  nextToken: z.string().optional(),
});
export const groupQueryResponseSchema = z.looseObject({
  sendStatus: z.string().optional(),
  readUserIds: z.array(z.string()).nullish(),
  nextToken: z.string().nullish(),
  hasMore: z.boolean().nullish(),
});

/** Recall of direct (`otoMessages/batchRecall`) and group messages, at most 20 keys, within 24 h. */
export const directRecallRequestSchema = z.object({
  robotCode: z.string(),
  processQueryKeys: z.array(z.string()).min(1).max(20),
});
export const groupRecallRequestSchema = directRecallRequestSchema.extend({ openConversationId: z.string() });
export const recallResponseSchema = z.looseObject({
  successResult: z.array(z.string()).nullish(),
  failedResult: z.record(z.string(), z.unknown()).nullish(),
});

/** `POST /v1.0/robot/ding/send`; `remindType` 1 in the app, 2 text message, 3 phone call. Paid editions only. */
export const dingRequestSchema = z.object({
  robotCode: z.string(),
  remindType: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  receiverUserIdList: z.array(z.string()).min(1).max(200),
  content: z.string(),
  callVoice: z.string().optional(),
});
export const dingResponseSchema = z.looseObject({
  openDingId: z.string(),
  failedList: z.record(z.string(), z.array(z.string())).nullish(),
});
