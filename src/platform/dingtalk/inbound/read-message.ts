import type { MessageContent, RobotMessage } from "dingtalk-payloads";
import { groupId, staffId } from "../../../shared/brand.ts";
import type { Chat, InboundFile, InboundMessage } from "../../chat/ports.ts";
import { cleanText, withoutMentions } from "./clean-text.ts";

const GROUP = "2";
const PUSH_QUOTA_EXCEEDED = 20001;

/** A direct chat is identified by the person. People outside the organisation have no userId. */
function chatOf(data: RobotMessage): Chat {
  if (data.conversationType === GROUP) return { kind: "group", group: groupId(data.conversationId) };
  return { kind: "direct", person: staffId(data.senderStaffId ?? "") };
}

/** Joins the runs of formatted text, without the leading mention of the bot in a group. */
function richTextOf(content: MessageContent, inGroup: boolean): string {
  const runs = (content.richText ?? []).flatMap((item) => (item.text === undefined ? [] : [item.text]));
  const [first, ...rest] = runs;
  if (inGroup && first !== undefined && /^\s*@\S+\s*$/.test(first)) return rest.join("");
  return runs.join("");
}

function textOf(data: RobotMessage): string {
  const inGroup = data.conversationType === GROUP;
  const clean = inGroup ? withoutMentions : cleanText;
  if (data.text?.content !== undefined) return clean(data.text.content);
  if (!data.content) return "";
  if (data.content.recognition !== undefined) return clean(data.content.recognition);
  return clean(richTextOf(data.content, inGroup));
}

/** As it is shown and stored: a line of its own could pass for a line of ours. */
const fileNameOf = (given = ""): string => cleanText(given).replaceAll(/[\n\t]+/g, " ") || "文件";

/** A single attachment by message type; unknown types with a download code count as a file. */
function attachmentOf(data: RobotMessage, content: MessageContent): InboundFile[] {
  const downloadCode = content.downloadCode;
  if (downloadCode === undefined) return [];
  switch (data.msgtype) {
    case "picture":
      return [{ kind: "picture", downloadCode, fileName: "图片.jpg" }];
    case "audio":
      return [{ kind: "audio", downloadCode, fileName: "语音.amr" }];
    case "video":
      return [{ kind: "video", downloadCode, fileName: fileNameOf(`视频.${content.videoType ?? "mp4"}`) }];
    default:
      return [{ kind: "file", downloadCode, fileName: fileNameOf(content.fileName) }];
  }
}

function picturesOf(content: MessageContent): InboundFile[] {
  const codes = (content.richText ?? []).flatMap((item) => {
    const code = item.downloadCode ?? item.pictureDownloadCode;
    return code === undefined ? [] : [code];
  });
  return codes.map((downloadCode, index) => ({ kind: "picture", downloadCode, fileName: `图片${index + 1}.jpg` }));
}

/** A quoted message of a person's asks nothing. */
function quotesOf({
  text,
  chatbotUserId,
  originalProcessQueryKey: receipt,
}: RobotMessage): Pick<InboundMessage, "quotes"> {
  const sender = text?.repliedMsg?.senderId;
  const isOfBot = receipt !== undefined || (sender !== undefined && sender === chatbotUserId);
  return isOfBot ? { quotes: { receipt } } : {};
}

/**
 * Parses a robot message. Of a quoted one only the key is read that its sending was answered with; the quoted words are
 * not, because their format is not confirmed.
 * @param receivedAt used if the message has no time
 */
export function readMessage(data: RobotMessage, receivedAt = new Date()): InboundMessage {
  const quotaExceeded = data.errorCode === PUSH_QUOTA_EXCEEDED || data.errorMessage !== undefined;
  return {
    kind: "message",
    messageId: data.msgId,
    from: data.senderStaffId === undefined ? undefined : staffId(data.senderStaffId),
    nick: cleanText(data.senderNick ?? ""),
    chat: chatOf(data),
    ...(data.conversationTitle === undefined ? {} : { groupTitle: cleanText(data.conversationTitle) }),
    text: textOf(data),
    files: data.content ? [...attachmentOf(data, data.content), ...picturesOf(data.content)] : [],
    ...quotesOf(data),
    sentAt: data.createAt ? new Date(data.createAt) : receivedAt,
    ...(quotaExceeded ? { notice: "pushQuotaExceeded" } : {}),
  };
}
