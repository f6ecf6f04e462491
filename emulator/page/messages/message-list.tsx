import { useEffect, useRef } from "preact/hooks";
import type { EmulatedMessage, EmulatedUser, EmulatorState } from "../../src/contract/control.ts";
import type { Chat } from "../chats/chats.ts";
import { Icon } from "../shell/icon.tsx";
import { focusableRegion } from "../shell/reachable.ts";
import { useStore } from "../state/context.ts";
import { dayNumber, monthDay, wallClock } from "../text/time.ts";
import { Message } from "./message.tsx";
import { Opening } from "./opening.tsx";
import { messageElementId, useScroll } from "./use-scroll.ts";

const PAUSE_MS = 10 * 60 * 1000;

interface MessageListProps {
  chat: Chat;
  user: EmulatedUser;
  world: EmulatorState;
  onQuote(message: EmulatedMessage): void;
}

/** The messages of a chat, newest at the bottom; stays there while the end is in view. */
export function MessageList({ chat, user, world, onQuote }: MessageListProps) {
  const { messages, older } = chat;
  const readBack = useLoadEarlier(chat, user);
  const scroll = useScroll({ messages, older, userId: user.userId, loadEarlier: () => void readBack() });
  const { list, inner, shown, before, below, onScroll, toEnd, toNew } = scroll;
  const pendingTarget = useRef<string | undefined>(undefined);
  const seek = (messageId: string) => {
    pendingTarget.current = scroll.toMessage(messageId) || older === 0 ? undefined : messageId;
    if (pendingTarget.current !== undefined) void readBack();
  };
  useEffect(() => {
    if (pendingTarget.current !== undefined) seek(pendingTarget.current);
  }, [older]);
  const acts = useRef({ onQuote, seek });
  acts.current = { onQuote, seek };
  const last = messages.at(-1);
  const sent = last?.from === user.userId ? last.id : undefined;
  useEffect(() => {
    if (sent !== undefined) toEnd();
  }, [sent]);

  return (
    <div class="messages-frame">
      <div
        ref={list}
        class="messages"
        role="log"
        aria-label={`${chat.title}的消息`}
        {...focusableRegion}
        onScroll={onScroll}
      >
        <div ref={inner}>
          {messages.length === 0 && <Opening chat={chat} user={user} />}
          {shown.map((message, index) => (
            <div key={message.id} id={messageElementId(user.userId, message.id)} class="message-slot">
              <Moment before={index === 0 ? before : shown[index - 1]} message={message} />
              <Message
                message={message}
                chat={chat}
                user={user}
                world={world}
                onQuote={(quoted) => acts.current.onQuote(quoted)}
                onSeek={(messageId) => acts.current.seek(messageId)}
              />
            </div>
          ))}
        </div>
      </div>
      {below !== undefined && (
        <button type="button" class={`to-end${below > 0 ? "" : " plain"}`} onClick={toNew}>
          <Icon name="down" />
          <span>{below > 0 ? `${below}条新消息` : "回到最新"}</span>
        </button>
      )}
    </div>
  );
}

/** Fetches earlier messages of this chat, one page at a time. */
function useLoadEarlier(chat: Chat, user: EmulatedUser): () => Promise<void> {
  const { inboxes, attempt } = useStore();
  const busy = useRef(false);
  return async () => {
    if (busy.current) return;
    busy.current = true;
    await attempt(() => inboxes.loadEarlier(user.userId, chat.chatId), user.userId);
    busy.current = false;
  };
}

/** A separator: a new day of emulated time, or the time after a pause. */
function Moment({ before, message }: { before: EmulatedMessage | undefined; message: EmulatedMessage }) {
  const { weekday, time } = wallClock(message.at);
  if (before === undefined || dayNumber(before.at) !== dayNumber(message.at))
    return (
      <time class="day" dateTime={message.at}>
        {monthDay(message.at)} {weekday} {time}
      </time>
    );
  if (Date.parse(message.at) - Date.parse(before.at) <= PAUSE_MS) return null;
  return (
    <time class="moment" dateTime={message.at}>
      {time}
    </time>
  );
}
