import { z } from "zod";

const paramSchemas = {
  sampleText: z.object({ content: z.string() }),
  sampleMarkdown: z.object({ title: z.string(), text: z.string() }),
  /** An address, or the id of an uploaded picture. */
  sampleImageMsg: z.object({ photoURL: z.string() }),
  sampleFile: z.object({ mediaId: z.string(), fileName: z.string(), fileType: z.string() }),
} as const;

/** The messages a robot sends by API here, by `msgKey`. */
export type RobotMessageBody = {
  [Key in keyof typeof paramSchemas]: { msgKey: Key; param: z.output<(typeof paramSchemas)[Key]> };
}[keyof typeof paramSchemas];

export const messageParamSchemas = paramSchemas;

/** `POST /v1.0/robot/oToMessages/batchSend`. `msgParam` is JSON as text. */
export const directSendRequestSchema = z.object({
  robotCode: z.string(),
  userIds: z.array(z.string()).min(1).max(20),
  msgKey: z.string(),
  msgParam: z.string(),
});
export type DirectSendRequest = z.output<typeof directSendRequestSchema>;

/** HTTP 200 although the people in the two lists got nothing. */
export const directSendResponseSchema = z.looseObject({
  processQueryKey: z.string().optional(),
  invalidStaffIdList: z.array(z.string()).nullish(),
  flowControlledStaffIdList: z.array(z.string()).nullish(),
});

/** `POST /v1.0/robot/groupMessages/send`; `msgParam` at most 15 000 bytes. Mentions are not possible here. */
export const groupSendRequestSchema = z.object({
  robotCode: z.string(),
  openConversationId: z.string(),
  msgKey: z.string(),
  msgParam: z.string(),
  coolAppCode: z.string().optional(),
});
export type GroupSendRequest = z.output<typeof groupSendRequestSchema>;
export const groupSendResponseSchema = z.looseObject({ processQueryKey: z.string().optional() });

/** Body for a session webhook; it cannot carry files, and dies 90 minutes after the message it came with. */
export const sessionSendRequestSchema = z.looseObject({
  msgtype: z.string(),
  text: z.object({ content: z.string() }).optional(),
  markdown: z.object({ title: z.string(), text: z.string() }).optional(),
  at: z
    .looseObject({
      atUserIds: z.array(z.string()).optional(),
      atMobiles: z.array(z.string()).optional(),
      isAtAll: z.boolean().optional(),
    })
    .optional(),
});
