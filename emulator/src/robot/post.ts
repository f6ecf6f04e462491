import type { Clock } from "../clock/emulated-clock.ts";
import type { ShownContent } from "../message-content/shown-content.ts";
import type { MessageStore } from "../world/messages.ts";
import type { StoredMessage } from "../world/records.ts";

interface Deps {
  messages: MessageStore;
  clock: Clock;
}

export interface RobotPost {
  robotCode: string;
  conversationId: string;
  content: ShownContent;
  processQueryKey?: string;
}

/** Puts a robot's message into a chat. */
export const post = (
  { messages, clock }: Deps,
  { robotCode, conversationId, content, processQueryKey }: RobotPost,
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
