import type { Clock } from "../clock/emulated-clock.ts";
import type { MessageDelivery } from "../delivery/deliveries.ts";
import type { Files } from "../files/files.ts";
import type { MessageStore } from "../world/messages.ts";
import type { App } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { post } from "./post.ts";
import { readWebhookContent } from "./webhook-content.ts";

interface Deps {
  world: World;
  messages: MessageStore;
  clock: Clock;
  files: Files;
}

/** Shows the answer of an app in HTTP mode to a pushed message; an answer that is not a message is ignored. */
export function showHttpReply(
  deps: Deps,
  { app, sent, reply }: { app: App; sent: MessageDelivery; reply: string },
): void {
  const conversationId = deps.world.messages.get(sent.messageId)?.conversationId;
  if (conversationId === undefined || reply.trim() === "") return;
  try {
    const content = readWebhookContent(deps.files, JSON.parse(reply));
    if (content !== undefined) post(deps, { robotCode: app.robotCode, conversationId, content });
  } catch {
    return;
  }
}
