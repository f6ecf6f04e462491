import { z } from "zod";
import { openSession } from "../delivery/session-webhook.ts";
import type { Parts } from "../parts.ts";
import { platformCall } from "../platform/call.ts";
import { OapiError } from "../platform/errors.ts";
import { post } from "./post.ts";
import { readWebhookContent } from "./webhook-content.ts";

const MOST_BYTES = 20_000;

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
      if (Buffer.byteLength(JSON.stringify(body)) > MOST_BYTES) {
        throw new OapiError(460101, "message too long, exceed 20000 bytes");
      }
      const content = readWebhookContent(body);
      if (content !== undefined) {
        post(parts, { robotCode: session.r, conversationId: session.conversationId, content });
      }
      return { errcode: 0, errmsg: "ok" };
    },
  });
