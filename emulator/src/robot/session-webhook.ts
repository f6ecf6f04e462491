import { z } from "zod";
import type { Clock } from "../clock/emulated-clock.ts";
import { verifySession } from "../delivery/session-webhook.ts";
import type { Files } from "../files/files.ts";
import type { Warnings } from "../instruments/warnings.ts";
import type { CallLimits } from "../limits/call-limits.ts";
import { addWarnings, contentWarnings } from "../message-content/content-warnings.ts";
import { mentionWarnings } from "../message-content/mention-warnings.ts";
import { platformCall } from "../platform/call.ts";
import { OapiError } from "../platform/errors.ts";
import { refuseOrWarn } from "../platform/refuse-or-warn.ts";
import type { Conversations } from "../world/conversations.ts";
import type { MessageStore } from "../world/messages.ts";
import type { World } from "../world/world.ts";
import { post } from "./post.ts";
import { isUnlistedKind, readWebhookContent } from "./webhook-content.ts";

interface Deps {
  world: World;
  messages: MessageStore;
  conversations: Conversations;
  clock: Clock;
  files: Files;
  limits: CallLimits;
  warnings: Warnings;
}

const MAX_WEBHOOK_BYTES = 20_000;
/** Documented for custom robots; what an app's robot may send is not. */
const MAX_PER_MINUTE = 20;

/** A reply to the chat of a message while its session is valid; needs no token. */
export const sendBySession = (deps: Deps) =>
  platformCall({
    method: "POST",
    path: "/robot/sendBySession",
    gateway: "oapi",
    auth: "none",
    counted: false,
    query: z.object({ session: z.string().default("") }),
    run: ({ body, query }) => {
      const session = verifySession(deps.world.apps.values(), query.session);
      const alive = session !== undefined && deps.clock.now().getTime() <= session.until;
      if (!alive || deps.conversations.find(session.conversationId) === undefined) {
        throw new OapiError(300001, "session 不存在");
      }
      checkWebhookSize(deps, body);
      const content = readWebhookContent(deps.files, body);
      if (content === undefined) return { errcode: 0, errmsg: "ok" };
      if (deps.limits.replies.count(session.conversationId) === MAX_PER_MINUTE + 1) {
        deps.warnings.add("webhook.tooFast", `一分钟内经 Webhook 发出的消息超过 ${MAX_PER_MINUTE} 条`);
      }
      if (isUnlistedKind(content)) deps.warnings.add("webhook.kind", "文档未列出 Webhook 发送图片、语音、视频和文件");
      addWarnings(deps.warnings, [...contentWarnings(content), ...mentionWarnings(body)]);
      // First the question, so that its answer is the newest message.
      if (session.messageId !== undefined) deps.messages.update(session.messageId, { answered: true });
      post(deps, { robotCode: session.r, conversationId: session.conversationId, content });
      return { errcode: 0, errmsg: "ok" };
    },
  });

/** @throws OapiError when strict and larger than a webhook accepts */
export function checkWebhookSize(deps: Pick<Deps, "world" | "warnings">, body: unknown): void {
  if (Buffer.byteLength(JSON.stringify(body)) <= MAX_WEBHOOK_BYTES) return;
  const error = new OapiError(460101, "message too long, exceed 20000 bytes");
  refuseOrWarn(deps, error, `Webhook 消息超过 ${MAX_WEBHOOK_BYTES} 字节`);
}
