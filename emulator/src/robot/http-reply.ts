import type { MessageDelivery } from "../delivery/deliveries.ts";
import type { Parts } from "../parts.ts";
import type { App } from "../world/records.ts";
import { post } from "./post.ts";
import { readWebhookContent } from "./webhook-content.ts";

/** Shows what an app in HTTP mode answered to a pushed message; an answer that is no message shows nothing. */
export function takeHttpReply(
  parts: Pick<Parts, "world" | "messages" | "clock">,
  { app, sent, reply }: { app: App; sent: MessageDelivery; reply: string },
): void {
  const conversationId = parts.world.messages.get(sent.messageId)?.conversationId;
  if (conversationId === undefined || reply.trim() === "") return;
  try {
    const content = readWebhookContent(JSON.parse(reply));
    if (content !== undefined) post(parts, { robotCode: app.robotCode, conversationId, content });
  } catch {
    return;
  }
}
