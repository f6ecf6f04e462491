import { memo } from "preact/compat";
import type { EmulatedMessage, EmulatedUser } from "../../contract.ts";
import type { World } from "../api/control.ts";
import type { Chat } from "../chats/chats.ts";
import { Avatar } from "../people/avatar.tsx";
import { useStore } from "../state/context.ts";
import { MessageBody } from "./message-body.tsx";

interface MessageProps {
  message: EmulatedMessage;
  chat: Chat;
  user: EmulatedUser;
  world: World;
}

/** One message: whose, what, and for one's own whether it arrived. A changed message is a new object. */
export const Message = memo(
  ({ message, chat, user, world }: MessageProps) => {
    const own = message.from === user.userId;
    const author = world.users.find(({ userId }) => userId === message.from);
    const robot = world.robots.find(({ robotCode }) => robotCode === message.from);
    const name = author?.name ?? robot?.name ?? message.from;
    if (message.recalled === true) return <p class="recalled">{own ? "您" : name}撤回了一条消息</p>;
    return (
      <article class={`message${own ? " own" : ""}`} aria-label={`${name}的消息`}>
        <Avatar name={name} {...(author === undefined ? { icon: "robot" as const } : {})} />
        <div class="message-main">
          {chat.kind === "group" && !own && <span class="author">{name}</span>}
          <MessageBody message={message} user={user} />
          {own && <Fate message={message} userId={user.userId} />}
        </div>
      </article>
    );
  },
  (before, after) => before.message === after.message && before.world === after.world && before.user === after.user,
);

const FATES: Record<NonNullable<EmulatedMessage["delivery"]>, string> = {
  acknowledged: "已送达",
  pending: "送达中",
  lost: "未送达机器人",
  notAddressed: "未@机器人，机器人听不到",
};

/** Whether the bot got it, and the way to take it back. */
function Fate({ message, userId }: { message: EmulatedMessage; userId: string }) {
  const { control, attempt, catchUp } = useStore();
  const { delivery, msgId } = message;
  if (delivery === undefined || msgId === undefined) return null;
  const recall = async () => {
    await control.recall(userId, msgId);
    await catchUp();
  };
  return (
    <span class={`fate ${delivery}`}>
      <button type="button" class="recall" onClick={() => void attempt(recall, userId)}>
        撤回
      </button>
      {FATES[delivery]}
    </span>
  );
}
