import { useState } from "preact/hooks";
import type { EmulatedMessage, EmulatedUser } from "../../contract.ts";
import type { World } from "../api/control.ts";
import type { Chat } from "../chats/chats.ts";
import { reachable } from "../shell/reachable.ts";
import { fullMoment } from "../text/time.ts";
import { Message } from "./message.tsx";
import { Opening } from "./opening.tsx";
import { useStayAtEnd } from "./use-stay-at-end.ts";

const PAGE = 60;
const PAUSE_MS = 10 * 60 * 1000;

/** The chat itself, newest at the bottom; stays there while the person reads the end. */
export function MessageList({ chat, user, world }: { chat: Chat; user: EmulatedUser; world: World }) {
  const [shown, setShown] = useState(PAGE);
  const { list, onScroll } = useStayAtEnd(chat.messages);
  const messages = chat.messages.slice(-shown);

  return (
    <div ref={list} class="messages" role="log" aria-label={`${chat.title}的消息`} {...reachable} onScroll={onScroll}>
      {chat.messages.length > shown && (
        <button type="button" class="earlier" onClick={() => setShown(shown + PAGE)}>
          更早的消息
        </button>
      )}
      {messages.length === 0 && <Opening chat={chat} user={user} />}
      {messages.map((message, index) => (
        <div key={message.id} class="message-slot">
          {startsAnew(messages[index - 1], message) && <time class="moment">{fullMoment(message.at)}</time>}
          <Message message={message} chat={chat} user={user} world={world} />
        </div>
      ))}
    </div>
  );
}

const startsAnew = (before: EmulatedMessage | undefined, message: EmulatedMessage): boolean =>
  before === undefined || Date.parse(message.at) - Date.parse(before.at) > PAUSE_MS;
