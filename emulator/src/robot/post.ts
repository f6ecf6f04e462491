import type { ShownContent } from "../message-content/shown-content.ts";
import type { Parts } from "../parts.ts";
import type { StoredMessage } from "../world/records.ts";

export interface Posting {
  robotCode: string;
  conversationId: string;
  content: ShownContent;
  processQueryKey?: string;
}

/** Puts a robot's message into a chat. */
export const post = (
  { messages, clock }: Pick<Parts, "messages" | "clock">,
  { robotCode, conversationId, content, processQueryKey }: Posting,
): StoredMessage =>
  messages.add({
    box: conversationId,
    conversationId,
    at: clock.now().getTime(),
    from: robotCode,
    fromRobot: true,
    robotCode,
    ...content,
    readBy: [],
    ...(processQueryKey === undefined ? {} : { processQueryKey }),
  });
