import { z } from "zod";

const messageSchema = z.looseObject({
  msgtype: z.unknown().optional(),
  text: z.unknown().optional(),
  content: z.unknown().optional(),
});

/** The content of a push once the monthly pushes are used up: an error instead. See sample 38, partly unconfirmed. */
export function withoutContent(data: string): string {
  const { msgtype: _msgtype, text: _text, content: _content, ...rest } = messageSchema.parse(JSON.parse(data));
  const errorMessage = "受调用量超量影响，当前我的消息服务已经暂停。请联系你所在的组织管理员并予以处理";
  return JSON.stringify({ ...rest, errorCode: 20001, errorMessage });
}
