import { z } from "zod";
import { maybeText, plainText, wholeNumber } from "./lenient.ts";

const richTextItemSchema = z.looseObject({
  type: maybeText,
  text: maybeText,
  downloadCode: maybeText,
  pictureDownloadCode: maybeText,
});

/** Content of every message type but text. Which fields are there depends on `msgtype`. */
export const messageContentSchema = z.looseObject({
  downloadCode: maybeText,
  fileName: maybeText,
  /** Words recognised in a voice message. */
  recognition: maybeText,
  /** Milliseconds. */
  duration: wholeNumber.optional(),
  videoType: maybeText,
  richText: z.array(richTextItemSchema).optional(),
});

const quotedSchema = z.looseObject({ msgId: maybeText, msgType: maybeText, senderId: maybeText });

/**
 * A message a person sent the robot: `data` of the robot topic, and the body of the HTTP callback. When the monthly
 * push quota is used up it carries `errorCode` 20001 and `errorMessage` instead of text and content; the name of the
 * code field is not confirmed, so a lone `errorMessage` counts as well.
 */
export const robotMessageSchema = z.looseObject({
  msgId: z.string().min(1),
  msgtype: z.string().optional(),
  /** `1` direct, `2` group. */
  conversationType: plainText,
  conversationId: z.string().min(1),
  conversationTitle: maybeText,
  /** Missing for people outside the organisation and before the robot is published. */
  senderStaffId: maybeText,
  senderId: maybeText,
  senderUnionId: maybeText,
  senderNick: maybeText,
  senderCorpId: maybeText,
  chatbotCorpId: maybeText,
  chatbotUserId: maybeText,
  robotCode: maybeText,
  isInAtList: z.boolean().nullish(),
  atUsers: z.array(z.looseObject({ dingtalkId: maybeText, staffId: maybeText, unionId: maybeText })).nullish(),
  sessionWebhook: maybeText,
  sessionWebhookExpiredTime: wholeNumber.nullish(),
  /** Milliseconds. */
  createAt: wholeNumber.nullish(),
  text: z
    .looseObject({ content: maybeText, isReplyMsg: z.boolean().nullish(), repliedMsg: quotedSchema.nullish() })
    .nullish(),
  content: messageContentSchema.nullish(),
  originalMsgId: maybeText,
  /** Of a quoted message of the robot: the key its sending was answered with; for a card the `carrierId`. */
  originalProcessQueryKey: maybeText,
  errorCode: wholeNumber.nullish(),
  errorMessage: maybeText,
});
export type RobotMessage = z.output<typeof robotMessageSchema>;
export type MessageContent = z.output<typeof messageContentSchema>;
