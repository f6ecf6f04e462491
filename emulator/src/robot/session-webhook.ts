import { z } from "zod";
import { openSession } from "../delivery/session-webhook.ts";
import { contentDoubts, tellDoubts } from "../message-content/content-warnings.ts";
import { mentionDoubts } from "../message-content/mention-warnings.ts";
import type { Parts } from "../parts.ts";
import { platformCall } from "../platform/call.ts";
import { OapiError } from "../platform/errors.ts";
import { overLimit } from "../platform/refuse-or-warn.ts";
import { post } from "./post.ts";
import { readWebhookContent } from "./webhook-content.ts";

const MOST_WEBHOOK_BYTES = 20_000;
/** Documented for custom robots; what an app's robot may send is not. */
const MOST_A_MINUTE = 20;

/** A reply into the chat that a message came from, while its session lasts; needs no token. */
export const sendBySession = (parts: Parts) =>
  platformCall({
    method: "POST",
    path: "/robot/sendBySession",
    gateway: "oapi",
    auth: "none",
    counted: false,
    query: z.object({ session: z.string().default("") }),
    run: ({ body, query }) => {
      const session = openSession(parts.world.apps.values(), query.session);
      const alive = session !== undefined && parts.clock.now().getTime() <= session.until;
      if (!alive || parts.conversations.find(session.conversationId) === undefined) {
        throw new OapiError(300001, "session 不存在");
      }
      checkWebhookSize(parts, body);
      const content = readWebhookContent(body);
      if (content === undefined) return { errcode: 0, errmsg: "ok" };
      if (parts.limits.replies.count(session.conversationId) === MOST_A_MINUTE + 1) {
        parts.warnings.add("webhook.tooFast", `一分钟内经 Webhook 发出的消息超过 ${MOST_A_MINUTE} 条`);
      }
      tellDoubts(parts.warnings, [...contentDoubts(content), ...mentionDoubts(body)]);
      post(parts, { robotCode: session.r, conversationId: session.conversationId, content });
      return { errcode: 0, errmsg: "ok" };
    },
  });

/** @throws OapiError when strict and longer than a webhook takes */
export function checkWebhookSize(parts: Parts, body: unknown): void {
  if (Buffer.byteLength(JSON.stringify(body)) <= MOST_WEBHOOK_BYTES) return;
  const error = new OapiError(460101, "message too long, exceed 20000 bytes");
  overLimit(parts, error, `Webhook 消息超过 ${MOST_WEBHOOK_BYTES} 字节`);
}
