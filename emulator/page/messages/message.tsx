import { memo } from "preact/compat";
import type { EmulatedMessage, EmulatedUser, EmulatorState } from "../../src/contract/control.ts";
import type { Chat } from "../chats/chats.ts";
import { Avatar } from "../people/avatar.tsx";
import { plainText } from "../text/markdown.ts";
import { MessageBody } from "./message-body.tsx";
import { MessageMeta } from "./message-meta.tsx";
import { nameOf } from "./name-of.ts";

interface MessageProps {
  message: EmulatedMessage;
  chat: Chat;
  user: EmulatedUser;
  world: EmulatorState;
  onQuote(message: EmulatedMessage): void;
  /** Scrolls to another message of the chat. */
  onSeek(messageId: string): void;
}

/** One message with its sender and state. A changed message is a new object. */
export const Message = memo(
  ({ message, chat, user, world, onQuote, onSeek }: MessageProps) => {
    const own = message.from === user.userId;
    const name = nameOf(world, message.from);
    if (message.recalled === true) return <p class="recalled">{own ? "您" : name}撤回了一条消息</p>;
    const isRobot = !world.users.some(({ userId }) => userId === message.from);
    return (
      <article class={`message${own ? " own" : ""}`} aria-label={`${name}的消息`}>
        <Avatar name={name} {...(isRobot ? { icon: "robot" as const } : {})} />
        <div class="message-main">
          {chat.kind === "group" && !own && <span class="author">{name}</span>}
          <MessageBody message={message} user={user} />
          {message.quote !== undefined && <Quoted quote={message.quote} world={world} onSeek={onSeek} />}
          <MessageMeta message={message} chat={chat} user={user} world={world} onQuote={onQuote} />
        </div>
      </article>
    );
  },
  (before, after) =>
    before.message === after.message &&
    before.world === after.world &&
    before.user === after.user &&
    before.chat.memberIds.length === after.chat.memberIds.length,
);

interface QuotedProps {
  quote: NonNullable<EmulatedMessage["quote"]>;
  world: EmulatorState;
  onSeek(messageId: string): void;
}

/** The quoted message; a press scrolls to it. */
function Quoted({ quote, world, onSeek }: QuotedProps) {
  return (
    <button type="button" class="quoted" title="查看原消息" onClick={() => onSeek(quote.messageId)}>
      {nameOf(world, quote.from)}：{plainText(quote.text)}
    </button>
  );
}
